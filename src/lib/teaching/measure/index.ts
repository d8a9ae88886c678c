/**
 * Measure: experiments that runs answer. A family gives a scenario for any number of tasks, a quantity is read off its
 * run, and a series of them gets a named growth. Nothing is computed that a run can count.
 */
export type { Family } from './family.ts';
export { parameters, usualValues, type ParameterId, type Values } from './parameter.ts';
export { quantities, quantity, type Observation, type Quantity, type QuantityId, type Sort } from './quantity.ts';
export { seriesOf, type Row, type Series } from './series.ts';
export { atOnce, eachItsOwn, elastic, submitAndWait } from './loops.ts';
export { batches, freshPool, gangs, heldPool, oneBatch, sideBySide, takingTurns } from './sharing.ts';
export {
  allocateRunRelease,
  momentsOf,
  submitAllThenWait,
  submitThenWait,
  type Moment,
  type Program
} from './program.ts';
export { MOST_QUEUED, queueCosts, type QueueCosts } from './queue.ts';
export { preemptOrWait, scanOrIndex, wakeAllOrHinted, type Contrast, type Way } from './structures.ts';
export { inOrder, longestFirst } from './orders.ts';
export { canDeadlock, podByPod } from './deadlock.ts';
export { expectedOf, jobsFor, loadPoint, loadScenario, type Load, type LoadPoint } from './load.ts';
export { littleOver, type LittleAt } from './little.ts';
