import * as v from 'valibot';
import { common, text } from './fields.ts';

const option = v.strictObject({ text, key: v.optional(v.boolean(), false), rationale: text });

/** Several of many: at least one option is a key and at least one is not. */
export const severalOfManySchema = v.strictObject({
  type: v.literal('several'),
  ...common,
  options: v.pipe(
    v.array(option),
    v.minLength(4, 'must have at least 4 options'),
    v.maxLength(7, 'must have at most 7 options'),
    v.check(
      (options) => options.some((o) => o.key) && options.some((o) => !o.key),
      'some options must have "key: true", and not all of them'
    )
  )
});

export type SeveralOfMany = v.InferOutput<typeof severalOfManySchema>;
