import type { ItemType } from './item-type.ts';
import type { FaultyLine, Span } from './schema/faulty-line.ts';

/** The lines of a manifest, the first of which is number 1. */
export const linesOf = (code: string): string[] => code.split('\n');

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
