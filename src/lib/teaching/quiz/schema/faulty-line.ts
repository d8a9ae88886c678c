import * as v from 'valibot';
import { linesOf } from '../faulty-line.ts';
import { common, text } from './fields.ts';

const span = v.pipe(
  v.strictObject({
    line: v.number(),
    to: v.optional(v.number()),
    key: v.optional(v.boolean(), false),
    rationale: text
  }),
  v.transform(({ to, ...rest }) => ({ ...rest, to: to ?? rest.line }))
);

/** Lines that share a reason, from `line` to `to`. */
export type Span = v.InferOutput<typeof span>;

/** Whether the spans, one after the other, are all lines of a text. */
function cover(spans: readonly Span[], code: string): boolean {
  let next = 1;
  for (const { line, to } of spans) {
    if (line !== next || to < line) return false;
    next = to + 1;
  }
  return next === linesOf(code).length + 1;
}

/** Find the faulty line of a manifest. `lines` says of every line why it is or is not the one, several at once with `to`. */
export const faultyLineSchema = v.pipe(
  v.strictObject({
    type: v.literal('line'),
    ...common,
    code: text,
    lines: v.pipe(
      v.array(span),
      v.check(
        (spans) => spans.reduce((sum, { key, line, to }) => sum + (key ? to - line + 1 : 0), 0) === 1,
        'exactly one line must have "key: true"'
      )
    )
  }),
  v.forward(
    v.check(({ code, lines }) => cover(lines, code), 'must speak of every line of the code once, in order'),
    ['lines']
  )
);

export type FaultyLine = v.InferOutput<typeof faultyLineSchema>;
