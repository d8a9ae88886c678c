import type { ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { asks, oneNode, scenarioNamed } from './family.ts';

/**
 * Jobs of given lengths, in ticks, submitted at once in this order, on some slots: whoever is first takes the first free one.
 * `grahamBounds` of the rules says between what its makespan lies.
 */
export const inOrder = (services: readonly number[], slots: number): ScenarioInput =>
  scenarioNamed('in-order', {
    cluster: oneNode(slots),
    jobs: services.map((service, i) => ({ name: `job-${i + 1}`, service, ...asks(1) }))
  });

/** The longest first: never slower than the best order by more than a third (Graham, SIAM J. Appl. Math. 17, 1969). */
export const longestFirst = (services: readonly number[]): number[] => services.toSorted((a, b) => b - a);
