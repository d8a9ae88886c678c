import type { Policy } from '#lib/allocator/scenario/index.ts';
import type { Situation } from '../situation.ts';
import type { MisconceptionId } from './table.ts';

/** A situation as somebody reads it who is mistaken. */
type Reading = (s: Situation) => Situation;

/** The rank that somebody has in mind who turns one round; first fit turned round is left out, as nobody thinks it. */
const turned: Readonly<Partial<Record<Policy['rank'], Policy['rank']>>> = {
  'least-allocated': 'most-allocated',
  'most-allocated': 'least-allocated',
  'requested-to-capacity-ratio': 'least-allocated',
  'best-fit': 'least-allocated'
};

const onlyLast = (demand: readonly number[]): number[] => {
  const last = demand.findLastIndex((amount) => amount > 0);
  return demand.map((amount, r) => (r === last ? amount : 0));
};

/** Allocators that are wrong on purpose about where a pod may go: one line a misconception. */
export const misreadings = {
  'forgets-bookings': (s) => ({ ...s, free: s.allocatable }),
  'reads-usage': (s) => ({ ...s, free: s.allocatable.map((amount, i) => amount - (s.used[i] as number)) }),
  'one-resource': (s) => ({ ...s, demand: onlyLast(s.demand) }),
  'ignores-taint': (s) => ({ ...s, admits: () => true }),
  'ranks-backwards': (s) => ({ ...s, rank: turned[s.rank] ?? s.rank }),
  'takes-first-node': (s) => ({ ...s, rank: 'first-fit' }),
  'counts-cluster': (s) => ({ ...s, free: pooled(s) })
} satisfies Readonly<Partial<Record<MisconceptionId, Reading>>>;

/** Every node with all that is free anywhere. */
function pooled({ free, nodes, demand }: Situation): Float64Array {
  const width = demand.length;
  const total = demand.map((_, r) => nodes.reduce((sum, n) => sum + (free[n * width + r] as number), 0));
  return free.map((_, i) => total[i % width] as number);
}
