import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { drawable, rowsOf, type Plot } from '#lib/ui/plot/plot.ts';
import { csvOf, plotCsv } from '#lib/ui/plot/csv.ts';
import { tickFigure } from '#lib/ui/plot/figures.ts';
import { place } from '#lib/ui/plot/marks.ts';
import { scalesOf } from '#lib/ui/plot/scales.ts';

const plot: Plot = {
  title: 'Checks',
  sentence: 'Checks grow.',
  x: { label: 'jobs', scale: 'log' },
  y: { label: 'checks', scale: 'log' },
  series: [
    { name: 'measured', look: 'measured', draws: 'marks', points: [{ x: 10, y: 55 }, { x: 20, y: 210 }] }, // prettier-ignore
    { name: 'predicted', look: 'predicted', draws: 'marks', points: [{ x: 20, y: 110 }] } // prettier-ignore
  ]
};
const frame = { left: 50, right: 450, top: 10, bottom: 310 };

describe('rowsOf()', () => {
  it('gives a row for each x, and leaves a cell empty where a series has no point', () => {
    expect(rowsOf(plot)).toEqual([
      { x: 10, cells: [55, undefined] },
      { x: 20, cells: [210, 110] }
    ]);
  });
});

describe('plotCsv()', () => {
  it('is read back as the numbers of the plot', () => {
    expect(parse(plotCsv(plot))).toEqual([
      ['jobs', 'measured (checks)', 'predicted (checks)'],
      ['10', '55', ''],
      ['20', '210', '110']
    ]);
  });
});

describe('csvOf()', () => {
  it('keeps commas, quotes and line breaks inside their cell', () => {
    const rows = [['makespan, seconds', 'the "loop"', 'a\nb']];
    expect(parse(csvOf(rows))).toEqual(rows);
  });
});

describe('scalesOf()', () => {
  const scalesFor = (y: Plot['y']['scale'], values: readonly number[]) =>
    scalesOf(
      { ...plot, y: { label: '', scale: y }, series: [{ name: 'a', look: 'measured', draws: 'marks', points: values.map((y, i) => ({ x: i + 1, y })) }] }, // prettier-ignore
      frame
    );

  it('puts equal factors at equal distances on a logarithmic axis', () => {
    const { at = (value: number) => value } = scalesFor('log', [1, 1000])?.y ?? {};
    expect(at(10) - at(100)).toBeCloseTo(at(1) - at(10));
  });

  it('marks a logarithmic axis at powers of ten', () => {
    expect(scalesFor('log', [20, 5000])?.y.ticks).toEqual([10, 100, 1000, 10_000]);
  });

  it('begins a linear axis at nought, so that heights compare as amounts do', () => {
    const { at = () => NaN } = scalesFor('linear', [900, 1000])?.y ?? {};
    expect(at(0)).toBe(frame.bottom);
  });

  it('leaves out what a logarithmic axis has no place for', () => {
    expect(drawable({ x: plot.x, y: plot.y }, [{ x: 1, y: 0 }, { x: 2, y: 3 }])).toEqual([{ x: 2, y: 3 }]); // prettier-ignore
    expect(scalesFor('log', [0, 0])).toBeUndefined();
  });
});

describe('place()', () => {
  const scales = { x: { at: (x: number) => x, ticks: [] }, y: { at: (y: number) => -y, ticks: [] } };
  const points = plot.series[0]?.points ?? [];

  it.each([
    ['marks', '', 2],
    ['line', 'M10,-55L20,-210', 0],
    ['both', 'M10,-55L20,-210', 2]
  ] as const)('draws %s where a series asks for them', (draws, line, marks) => {
    const placed = place(plot, { name: 'a', look: 'measured', draws, points }, scales);
    expect({ line: placed.line, marks: placed.marks.length }).toEqual({ line, marks });
  });
});

describe('tickFigure()', () => {
  it('shortens what would not fit beside an axis', () => {
    expect([0.5, 1000, 10_000, 1_000_000].map(tickFigure)).toEqual(['0.5', '1,000', '10K', '1M']);
  });
});
