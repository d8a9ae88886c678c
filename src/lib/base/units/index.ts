/**
 * Units: exact Kubernetes quantities, durations as people write them, and amounts of a resource as the whole numbers
 * that rules and simulator hold. Text comes in here and goes out here; everything between is integers.
 *
 * @module
 */
export {
  addQuantity,
  compareQuantity,
  formatQuantity,
  milliValue,
  parseQuantity,
  type Quantity,
  QuantityError,
  type QuantityFamily,
  roundUp,
  subtractQuantity,
  wholeValue
} from './quantity.ts';
export { DurationError, formatClock, formatDuration, parseDuration, toTicks } from './duration.ts';
export { amountOf, formatAmount, isExtended, parseAmount, plainAmount, shortName } from './resources.ts';
