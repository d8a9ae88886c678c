/**
 * Which flags kubectl commands take in which version, and what it says of the others.
 *
 * Source: kubernetes `staging/src/k8s.io/kubectl/pkg/cmd`, v1.18 to v1.36; spf13/pflag for the words.
 *
 * @module
 */

/** One flag of one command. */
interface Flag {
  /** What follows it: a value, nothing (a switch), or a value only if joined by `=`. */
  readonly takes: 'value' | 'nothing' | 'joined value';
  readonly shorthand?: string;
  /** The last minor version that knows it. */
  readonly until?: number;
  /** What kubectl says on its use, from a minor version on. */
  readonly notices?: readonly { readonly from: number; readonly text: string }[];
}

export type Flags = ReadonlyMap<string, Flag>;

const flags = (takes: Flag['takes'], names: string): [string, Flag][] =>
  names.split(' ').map((written) => {
    const [name, shorthand] = written.split('/');
    return [name!, shorthand === undefined ? { takes } : { takes, shorthand }];
  });

const RESOURCE_FLAG: Flag = {
  takes: 'value',
  until: 23,
  notices: [
    { from: 21, text: 'has no effect and will be removed in the future.' },
    { from: 23, text: 'has no effect and will be removed in 1.24.' }
  ]
};
const GENERATOR: Flag = {
  takes: 'value',
  until: 20,
  notices: [{ from: 18, text: 'has no effect and will be removed in the future.' }]
};
const RECORD: Flag = {
  takes: 'nothing',
  notices: [{ from: 22, text: '--record will be removed in the future' }]
};

const COMMON: readonly [string, Flag][] = [
  ...flags('joined value', 'dry-run validate'),
  ...flags('value', 'output/o namespace/n template field-manager context kubeconfig'),
  ...flags('nothing', 'save-config show-managed-fields allow-missing-template-keys'),
  ['record', RECORD]
];

export const RUN_FLAGS: Flags = new Map([
  ...COMMON,
  ...flags('value', 'image image-pull-policy env port labels/l annotations restart overrides override-type'),
  ...flags('value', 'filename/f kustomize/k grace-period timeout pod-running-timeout detach-keys'),
  ...flags('nothing', 'attach command expose stdin/i tty/t rm quiet/q leave-stdin-open privileged force wait'),
  ...flags('joined value', 'cascade'),
  ['requests', RESOURCE_FLAG],
  ['limits', RESOURCE_FLAG],
  ['generator', GENERATOR]
]);

export const SET_RESOURCES_FLAGS: Flags = new Map([
  ...COMMON,
  ...flags('value', 'limits requests containers/c selector/l filename/f kustomize/k'),
  ...flags('nothing', 'all local recursive/R')
]);

export const CREATE_QUOTA_FLAGS: Flags = new Map([...COMMON, ...flags('value', 'hard scopes')]);

export const CREATE_JOB_FLAGS: Flags = new Map([...COMMON, ...flags('value', 'image from')]);

export const APPLY_FLAGS: Flags = new Map([
  ...COMMON,
  ...flags('value', 'filename/f kustomize/k selector/l prune-allowlist prune-whitelist grace-period timeout'),
  ...flags('nothing', 'all force overwrite prune recursive/R server-side force-conflicts wait openapi-patch'),
  ...flags('joined value', 'cascade')
]);

/** A command line taken apart: flags by their long name, and the words that are no flags. */
export interface ParsedFlags {
  readonly values: ReadonlyMap<string, string>;
  readonly words: readonly string[];
  /** What kubectl says before it goes on; null for nothing. */
  readonly warning: string | null;
}

/** A command line that kubectl gives up on, in its words. */
export class KubectlError extends Error {
  override readonly name = 'KubectlError';
}

/**
 * Reads the flags of a command as one minor version of kubectl does; words after `--` are not flags.
 *
 * @throws {KubectlError} for the first flag that this version does not know, or that lacks its value
 */
export function parseFlags(line: readonly string[], known: Flags, minor: number): ParsedFlags {
  const values = new Map<string, string>();
  const words: string[] = [];
  const warnings: string[] = [];
  const rest = [...line];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') words.push(...rest.splice(0));
    else if (!word.startsWith('-') || word === '-') words.push(word);
    else {
      const { name, flag, joined } = findFlag(word, known, minor);
      const value = joined ?? (flag.takes === 'value' ? rest.shift() : 'true');
      if (value === undefined) throw new KubectlError(`flag needs an argument: ${word}`);
      values.set(name, value);
      const notice = flag.notices?.findLast(({ from }) => minor >= from);
      if (notice !== undefined) warnings.push(`Flag --${name} has been deprecated, ${notice.text}`);
    }
  }
  return { values, words, warning: warnings.length === 0 ? null : warnings.join('\n') };
}

interface FoundFlag {
  readonly name: string;
  readonly flag: Flag;
  readonly joined: string | undefined;
}

function findFlag(word: string, known: Flags, minor: number): FoundFlag {
  const dashes = word.startsWith('--') ? '--' : '-';
  const equals = word.indexOf('=');
  const written = word.slice(dashes.length, equals < 0 ? undefined : equals);
  const joined = equals < 0 ? undefined : word.slice(equals + 1);
  for (const [name, flag] of known) {
    const called = dashes === '--' ? name : flag.shorthand;
    if (called === written && minor <= (flag.until ?? Infinity)) return { name, flag, joined };
  }
  throw new KubectlError(
    dashes === '--' ? `unknown flag: --${written}` : `unknown shorthand flag: '${written[0]}' in ${word}`
  );
}
