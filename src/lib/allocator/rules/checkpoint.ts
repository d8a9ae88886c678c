/**
 * How often a job that can fail should save its state.
 *
 * Units: `cost` (to write one checkpoint), `mtbf` (mean time between failures) and intervals share one unit, of choice;
 * an interval is the work between two checkpoints, without the cost. All answers are real numbers: round at the call.
 *
 * Sources: Young, Communications of the ACM 1974; Daly, Future Generation Computer Systems 2006.
 *
 * @module
 */

/** Young's interval, √(2 · cost · mtbf): the best one as long as the cost is small beside the mtbf. */
export const youngInterval = (cost: number, mtbf: number): number => Math.sqrt(2 * cost * mtbf);

/** Daly's interval: a higher-order correction of Young's; the mtbf itself once a checkpoint costs twice that or more. */
export function dalyInterval(cost: number, mtbf: number): number {
  if (cost >= 2 * mtbf) return mtbf;
  const ratio = cost / (2 * mtbf);
  return youngInterval(cost, mtbf) * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - cost;
}

/**
 * Share of time lost, to first order, when saving every `interval`: writing checkpoints plus, for each failure, half an
 * interval of work on average. Least at Young's interval, where it is √(2 · cost / mtbf).
 */
export const checkpointOverhead = (interval: number, cost: number, mtbf: number): number =>
  cost / interval + interval / (2 * mtbf);

/** The mtbf of a job that stops when any one of `parts` equal parts fails. */
export const jobMtbf = (partMtbf: number, parts: number): number => partMtbf / parts;
