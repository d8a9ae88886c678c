import * as v from 'valibot';
import { common, text } from './fields.ts';

const entry = v.strictObject({ text, rationale: text });

/** Put these in order; the file lists them in the right one. */
export const orderSchema = v.strictObject({
  type: v.literal('order'),
  ...common,
  entries: v.pipe(
    v.array(entry),
    v.minLength(3, 'must have at least 3 entries'),
    v.maxLength(7, 'must have at most 7 entries')
  )
});

export type Order = v.InferOutput<typeof orderSchema>;
