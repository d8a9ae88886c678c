import type { BaseIssue } from 'valibot';
import { didYouMean } from './suggest.ts';

type Issue = BaseIssue<unknown>;

/** What valibot expects, in the words of someone who writes YAML. */
const WORDS = new Map([
  ['number', 'a number'],
  ['string', 'text'],
  ['boolean', 'true or false'],
  ['Array', 'a list'],
  ['Object', 'fields'],
  ['null', 'nothing']
]);

const RANGES = new Map([
  ['min_value', 'must be at least'],
  ['max_value', 'must be at most'],
  ['gt_value', 'must be more than'],
  ['lt_value', 'must be less than'],
  ['min_length', 'must have at least'],
  ['max_length', 'must have at most']
]);

/** valibot separates alternatives with ` | ` and puts them in brackets; quoted ones are literal values. */
function alternatives(expected: string): string[] {
  return expected.replace(/^\(|\)$/g, '').split(' | ');
}

function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** An input as it may be quoted in a sentence: short values as they are, others by their kind. */
function shown(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'fields';
  const text = typeof input === 'string' ? JSON.stringify(input) : String(input);
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

function wrongType({ expected, input }: Issue): string {
  const wanted = alternatives(expected ?? '').filter((word) => word !== 'undefined');
  const literals = wanted.filter((word) => word.startsWith('"')).map((word) => word.slice(1, -1));
  const hint = typeof input === 'string' ? didYouMean(input, literals) : '';
  return `expected ${oneOf(wanted.map((word) => WORDS.get(word) ?? word))}, got ${shown(input)}${hint}`;
}

function outOfRange({ type, requirement, input }: Issue): string | undefined {
  if (type === 'integer' || type === 'safe_integer') return `must be a whole number, got ${shown(input)}`;
  if (type === 'non_empty') return 'must not be empty';
  const words = RANGES.get(type);
  if (words === undefined) return undefined;
  if (type === 'min_length' || type === 'max_length')
    return `${words} ${String(requirement)} ${Array.isArray(input) ? 'entries' : 'letters'}`;
  return `${words} ${String(requirement)}, got ${shown(input)}`;
}

const VALIBOTS_OWN = /^Invalid [^:]+: (?:Expected|Received) /;

/** What an issue says: the schema's own message where it has one, else ours for the kind of issue. */
export function issueMessage(issue: Issue): string {
  if (!VALIBOTS_OWN.test(issue.message)) return issue.message;
  return issue.kind === 'schema' ? wrongType(issue) : (outOfRange(issue) ?? issue.message);
}
