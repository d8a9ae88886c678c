/**
 * Growth: from what something cost at several n to a named growth, with the exponent and its interval, or to the answer
 * that the measurements cannot tell. It knows nothing of allocators: n and cost are numbers.
 */
export { nameGrowth, type Doubt, type Growth } from './growth.ts';
export { growthNames, type GrowthName } from './models.ts';
export type { CostAt, Fit } from './fits.ts';
export type { Estimate } from './exponent.ts';
export { nameProduct, type CostAtTwo, type ProductGrowth, type ProductName } from './product.ts';
export { meanOf } from './mean.ts';
