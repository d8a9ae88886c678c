import type { World } from '#lib/allocator/trace/index.ts';
import { asked, holders, priorityOf } from '../words.ts';
import type { MisconceptionId } from './table.ts';

/** Whom somebody would stop for a job who is mistaken, in order of joining; the list may be empty. */
type Chooser = (world: World, job: number) => readonly number[];

const sizeOf = (world: World, job: number): number => {
  const r = asked(world, job).at(-1);
  return r === undefined ? 0 : world.asks(job, r);
};

const lower = (world: World, job: number): number[] =>
  holders(world).filter((other) => priorityOf(world, other) < priorityOf(world, job));

const best = (jobs: readonly number[], key: (job: number) => number): readonly number[] => {
  const first = jobs.reduce<number | undefined>((a, b) => (a === undefined || key(b) < key(a) ? b : a), undefined);
  return first === undefined ? [] : [first];
};

/** Allocators that are wrong on purpose about whom to stop, most instructive first. */
export const misvictims: readonly (readonly [MisconceptionId, Chooser])[] = [
  ['stops-newest', (world) => holders(world).slice(-1)],
  ['stops-all-lower', lower],
  ['stops-one', (world, job) => best(lower(world, job), (other) => priorityOf(world, other))],
  ['stops-largest', (world) => best(holders(world), (other) => -sizeOf(world, other))],
  ['never-preempts', () => []],
  ['newest-wins', (world) => holders(world).slice(0, 1)]
];
