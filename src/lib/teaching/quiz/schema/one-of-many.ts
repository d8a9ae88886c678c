import * as v from 'valibot';
import { common, text } from './fields.ts';

const option = v.strictObject({ text, key: v.optional(v.boolean(), false), rationale: text });

/** One of many: exactly one option is the key. */
export const oneOfManySchema = v.strictObject({
  type: v.literal('one'),
  ...common,
  options: v.pipe(
    v.array(option),
    v.minLength(3, 'must have at least 3 options'),
    v.maxLength(6, 'must have at most 6 options'),
    v.check((options) => options.filter((o) => o.key).length === 1, 'exactly one option must have "key: true"')
  )
});

export type OneOfMany = v.InferOutput<typeof oneOfManySchema>;
