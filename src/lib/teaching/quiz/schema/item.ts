import * as v from 'valibot';
import { faultyLineSchema } from './faulty-line.ts';
import { fillTheTableSchema } from './fill-the-table.ts';
import { matchSchema } from './match.ts';
import { numberSchema } from './number.ts';
import { oneOfManySchema } from './one-of-many.ts';
import { orderSchema } from './order.ts';
import { pointAtStepSchema } from './point-at-step.ts';
import { severalOfManySchema } from './several-of-many.ts';

/** An item of any type, as an item file writes it. Pages get items that were read at build and never load it. */
export const itemSchema = v.variant('type', [
  oneOfManySchema,
  numberSchema,
  orderSchema,
  severalOfManySchema,
  matchSchema,
  pointAtStepSchema,
  fillTheTableSchema,
  faultyLineSchema
]);

/** A question of any type, read and checked. */
export type Item = v.InferOutput<typeof itemSchema>;
export type Difficulty = Item['difficulty'];
