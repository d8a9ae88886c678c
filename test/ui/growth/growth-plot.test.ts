import { describe, expect, it } from 'vitest';
import { growthPlot } from '#lib/ui/growth/growth-plot.ts';
import { evenly, jobStops, sliderOf } from '#lib/ui/growth/stops.ts';

describe('growthPlot()', () => {
  it('marks a prediction beside what was measured at that n, and draws no series for none', () => {
    const rows = [{ n: 10, cost: 55 }, { n: 20, cost: 210, predicted: 110 }]; // prettier-ignore
    expect(growthPlot(rows, 'Checks', '', '').series.map(({ name, points }) => [name, points.length])).toEqual([
      ['measured', 2],
      ['your prediction', 1]
    ]);
    expect(growthPlot(rows.slice(0, 1), 'Checks', '', '').series).toHaveLength(1);
  });
});

describe('the stops of a slider', () => {
  it('go from 10 to 1,000,000 jobs', () => {
    expect([jobStops[0], jobStops[1], jobStops.at(-2), jobStops.at(-1)]).toEqual([10, 20, 655_360, 1_000_000]);
  });

  it('are every second of two minutes, and for thousands of nodes every tenth', () => {
    expect(sliderOf('s').stops).toEqual(evenly(0, 120));
    expect(sliderOf('m').stops.slice(8, 12)).toEqual([9, 10, 20, 30]);
  });

  it('end where the last fits', () => {
    expect(evenly(1, 10, 4)).toEqual([1, 5, 9]);
  });
});
