import * as v from 'valibot';
import { common, text } from './fields.ts';
import type { ItemType } from './item-type.ts';

const span = v.pipe(
  v.strictObject({
    line: v.number(),
    to: v.optional(v.number()),
    key: v.optional(v.boolean(), false),
    rationale: text
  }),
  v.transform(({ to, ...rest }) => ({ ...rest, to: to ?? rest.line }))
);
type Span = v.InferOutput<typeof span>;

const linesOf = (code: string): string[] => code.split('\n');

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

const keyOf = ({ lines }: FaultyLine): number => (lines.find(({ key }) => key) as Span).line;

/** All or nothing: the answer is the number of a line, counted from 1. */
export const faultyLine: ItemType<FaultyLine, number> = {
  parse: ({ code }, given) =>
    typeof given === 'number' && Number.isInteger(given) && linesOf(code)[given - 1] !== undefined ? given : undefined,
  score: (item, answer) => (answer === keyOf(item) ? 1 : 0),
  key: keyOf,
  keyValue: (item) => linesOf(item.code)[keyOf(item) - 1]?.trim() ?? '',
  rationale: ({ code, lines }, answer) =>
    lines.map(({ line, to, key, rationale }) => ({
      of: line === to ? `Line ${line}: \`${linesOf(code)[line - 1]?.trim() ?? ''}\`` : `Lines ${line} to ${to}`,
      right: key,
      chosen: answer !== undefined && answer >= line && answer <= to,
      text: rationale
    })),
  options: ({ code }) => linesOf(code).map((text, i) => `${i + 1} ${text}`)
};
