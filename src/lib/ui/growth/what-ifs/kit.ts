import { grahamBounds } from '#lib/allocator/rules/index.ts';
import { quantity, type Family, type ParameterId, type QuantityId, type Values } from '#lib/teaching/measure/index.ts';
import type { Plot, Point } from '../../plot/plot.ts';
import { sliderOf } from '../stops.ts';
import type { Answered, Ask, Column, Parameter } from '../what-if.ts';

/** A run of a family as a row of a table. */
export const row = <P extends ParameterId>(name: string, family: Family<P>, n: number, values: Values<P>): Ask => ({
  name,
  n,
  source: family.scenario(n, values)
});

/** A run of a family as a point of a plot. */
export const point = <P extends ParameterId>(x: number, family: Family<P>, n: number, values: Values<P>): Ask => ({
  ...row(`${family.name}, ${x}`, family, n, values),
  x
});

/** What a run has of a quantity; NaN where it has none. */
export const read = (id: QuantityId, answered: Answered | undefined): number =>
  (answered && quantity(id).of(answered)) ?? NaN;

/** A quantity of the points of a plot. */
export const series = (points: readonly Answered[], id: QuantityId): readonly Point[] =>
  points.map((answered) => ({ x: answered.ask.x ?? 0, y: read(id, answered) }));

/** The makespans of runs by the number of slots, between Graham's bounds for jobs of these lengths. */
export function betweenBounds(
  runs: { readonly name: string; readonly points: readonly Answered[] },
  slots: readonly number[],
  lengths: readonly number[]
): Pick<Plot, 'x' | 'y' | 'series'> {
  const bounds = slots.map((p) => ({ p, ...grahamBounds(lengths, p) }));
  const line = (bound: 'upper' | 'lower'): readonly Point[] => bounds.map((at) => ({ x: at.p, y: at[bound] }));
  return {
    x: { label: 'slots, p', scale: 'linear' },
    y: { label: 'makespan, seconds', scale: 'linear' },
    series: [
      { name: runs.name, look: 'measured', draws: 'marks', points: series(runs.points, 'makespan') },
      { name: 'Graham’s upper bound', look: 'bound', draws: 'line', points: line('upper') },
      { name: 'lower bound', look: 'law', draws: 'line', points: line('lower') }
    ]
  };
}

/** A column with the quantity of each row. */
export const columnOf = (id: QuantityId, name: string, missing?: string): Column => ({
  name,
  of: (answered) => quantity(id).of(answered),
  ...(missing === undefined ? {} : { missing })
});

/** A slider for a parameter that begins at a value of its own. */
export const slider = <P extends ParameterId>(id: P, value?: number): Parameter<P> => {
  const usual = sliderOf(id);
  return { ...usual, id, value: value ?? usual.value };
};

/** A slider for the number of jobs or tasks. */
export const jobs = (what: string, stops: readonly number[], value: number): Parameter<'n'> => ({
  id: 'n',
  name: `${what}, n`,
  unit: '',
  stops,
  value
});
