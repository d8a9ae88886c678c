import { expectedOf, type LittleAt, type LoadPoint } from '#lib/teaching/measure/index.ts';
import { figure } from '../../plot/figures.ts';
import type { Plot } from '../../plot/plot.ts';
import { evenly } from '../stops.ts';

/** Utilisations that are run, in per cent. */
export const loads = [20, 40, 60, 70, 80, 90, 95] as const;

/** The wait against the utilisation: what runs measured, and the curve of Erlang's formula. */
export function waitPlot(slots: number, points: readonly LoadPoint[]): Plot {
  const last = points.at(-1);
  const measured =
    last === undefined
      ? ''
      : `At ${figure(last.utilisation * 100)} % busy, jobs wait ${last.measured.value.toFixed(2)} services on average; Erlang C says ${last.expected.toFixed(2)}. `;
  return {
    title: `Wait on ${slots} ${slots === 1 ? 'slot' : 'slots'} by utilisation`,
    sentence: `${measured}The nearer to full, the steeper: the wait has no end at 100 %.`,
    x: { label: 'utilisation, per cent', scale: 'linear' },
    y: { label: 'mean wait, in mean services', scale: 'linear' },
    series: [
      {
        name: 'Erlang C',
        look: 'law',
        draws: 'line',
        points: evenly(5, 95, 5).map((x) => ({ x, y: expectedOf({ slots, utilisation: x / 100 }).Wq }))
      },
      {
        name: 'runs',
        look: 'measured',
        draws: 'marks',
        points: points.map(({ utilisation, measured }) => ({ x: Math.round(utilisation * 100), y: measured.value }))
      }
    ]
  };
}

/** Both sides of Little's law as a run goes on, up to the moment that is looked at. */
export const littlePlot = (moments: readonly LittleAt[]): Plot => ({
  title: 'Little’s law as a run goes on',
  sentence: littleSentence(moments.at(-1)),
  x: { label: 'time, ticks', scale: 'linear' },
  y: { label: 'jobs', scale: 'linear' },
  series: [
    {
      name: 'L, jobs in the system',
      look: 'measured',
      draws: 'both',
      points: moments.map(({ tick, inSystem }) => ({ x: tick, y: inSystem }))
    },
    {
      name: 'λW, rate × turnaround',
      look: 'other',
      draws: 'line',
      points: moments.map(({ tick, product }) => ({ x: tick, y: product }))
    }
  ]
});

const littleSentence = (at: LittleAt | undefined): string =>
  at === undefined
    ? ''
    : `At tick ${figure(at.tick)}: L = ${at.inSystem.toFixed(2)} jobs are in the system on average; ${at.rate.toFixed(5)} arrive a tick and each stays ${figure(Math.round(at.turnaround))} ticks, so λW = ${at.product.toFixed(2)}.`;
