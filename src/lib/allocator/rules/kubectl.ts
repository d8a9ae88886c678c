/**
 * What kubectl makes of the commands that people use to ask for resources, by its minor version: the object it sends to
 * the API server, or the words with which it gives up. What the API server then says of the object is `validation.ts`.
 *
 * `kubectl run` makes a Pod, never a Job. From 1.18 to 1.22 it could write requests and limits into it, although 1.21
 * and 1.22 already said that it could not; in 1.23 the flags did nothing, and 1.24 no longer has them.
 *
 * Source: kubernetes `staging/src/k8s.io/kubectl/pkg/cmd` (`run`, `set`, `create`, `apply`), v1.18 to v1.36.
 *
 * @module
 */
import { QuantityError } from '#lib/base/units/index.ts';
import {
  APPLY_FLAGS,
  CREATE_JOB_FLAGS,
  CREATE_QUOTA_FLAGS,
  type Flags,
  KubectlError,
  type ParsedFlags,
  parseFlags,
  RUN_FLAGS,
  SET_RESOURCES_FLAGS
} from './kubectl-flags.ts';
import { applyOverrides, canonicalAmounts, type KubectlObject } from './kubectl-object.ts';

/** The end of a command: `error` as kubectl prints it after `error: `, or the object, null where it is read from a file. */
export type KubectlResult =
  | { readonly ok: false; readonly error: string }
  | { readonly ok: true; readonly object: KubectlObject | null; readonly warning: string | null };

interface Command {
  readonly flags: Flags;
  readonly run: (line: ParsedFlags, minor: number) => KubectlObject | null;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  run: { flags: RUN_FLAGS, run },
  'set resources': { flags: SET_RESOURCES_FLAGS, run: setResources },
  'create quota': { flags: CREATE_QUOTA_FLAGS, run: createQuota },
  'create job': { flags: CREATE_JOB_FLAGS, run: createJob },
  apply: { flags: APPLY_FLAGS, run: () => null }
};

/**
 * Runs a command line of kubectl 1.`minor`, 18 or later.
 *
 * @param line the words after `kubectl`, quotation marks already taken off
 * @throws {RangeError} for a command that is not one of these: run, set resources, create quota, create job, apply
 */
export function kubectl(line: readonly string[], minor: number): KubectlResult {
  const name = Object.keys(COMMANDS).find((n) => n.split(' ').every((word, i) => line[i] === word));
  if (name === undefined)
    throw new RangeError(`Cannot run "kubectl ${line.join(' ')}": must be one of ${Object.keys(COMMANDS).join(', ')}`);
  const { flags, run } = COMMANDS[name]!;
  try {
    const parsed = parseFlags(line.slice(name.split(' ').length), flags, minor);
    return { ok: true, object: run(parsed, minor), warning: parsed.warning };
  } catch (error) {
    if (error instanceof KubectlError || error instanceof QuantityError) return { ok: false, error: error.message };
    throw error;
  }
}

/** Up to this version the resource flags of `kubectl run` are heeded, notice or not. */
const LAST_WITH_RESOURCES = 22;
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];

function run({ values, words }: ParsedFlags, minor: number): KubectlObject {
  if (!values.has('image')) throw new KubectlError('required flag(s) "image" not set');
  const [name] = words;
  if (name === undefined) throw new KubectlError('NAME is required for run');
  const restartPolicy = values.get('restart') ?? 'Always';
  if (!RESTART_POLICIES.includes(restartPolicy)) throw new KubectlError(`invalid restart policy: ${restartPolicy}`);
  const labels = values.has('labels') ? pairs(values.get('labels')!, labelSyntax) : { run: name };
  const resources = minor <= LAST_WITH_RESOURCES ? resourcesOf(values) : {};
  const pod = { kind: 'Pod', name, labels, ...resources, restartPolicy };
  const overrides = values.get('overrides');
  return overrides === undefined ? pod : applyOverrides(pod, overrides);
}

const KINDS: readonly (readonly [kind: string, names: RegExp])[] = [
  ['Pod', /^(po|pods?)$/],
  ['Deployment', /^(deploy|deployments?)(\.apps)?$/],
  ['ReplicaSet', /^(rs|replicasets?)(\.apps)?$/],
  ['StatefulSet', /^(sts|statefulsets?)(\.apps)?$/],
  ['DaemonSet', /^(ds|daemonsets?)(\.apps)?$/],
  ['Job', /^(jobs?)(\.batch)?$/],
  ['CronJob', /^(cj|cronjobs?)(\.batch)?$/]
];

function setResources({ values, words }: ParsedFlags): KubectlObject {
  const [type = '', name = ''] = words.flatMap((word) => word.split('/'));
  const kind = KINDS.find(([, names]) => names.test(type))?.[0];
  if (kind === undefined) throw new KubectlError(`the server doesn't have a resource type "${type}"`);
  if (!values.has('limits') && !values.has('requests'))
    throw new KubectlError('you must specify an update to requests or limits (in the form of --requests/--limits)');
  return { kind, name, ...resourcesOf(values) };
}

function createQuota({ values, words }: ParsedFlags): KubectlObject {
  const hard = values.get('hard');
  return { kind: 'ResourceQuota', name: onlyName(words), ...(hard === undefined ? {} : { hard: amounts(hard) }) };
}

function createJob({ values, words }: ParsedFlags): KubectlObject {
  const name = onlyName(words.slice(0, 1));
  if (values.has('image') === values.has('from')) throw new KubectlError('either --image or --from must be specified');
  return { kind: 'Job', name };
}

function onlyName(words: readonly string[]): string {
  if (words.length !== 1) throw new KubectlError(`exactly one NAME is required, got ${words.length}`);
  return words[0]!;
}

function resourcesOf(values: ReadonlyMap<string, string>): Pick<KubectlObject, 'requests' | 'limits'> {
  const limits = values.get('limits');
  const requests = values.get('requests');
  return { ...(limits && { limits: amounts(limits) }), ...(requests && { requests: amounts(requests) }) };
}

const amounts = (written: string) =>
  canonicalAmounts(pairs(written, (pair) => `Invalid argument syntax ${pair}, expected <resource>=<value>`));

const labelSyntax = (pair: string): string => `unexpected label spec: ${pair}`;

/** `a=1,b=2` as names and values. */
const pairs = (written: string, wrong: (pair: string) => string): Record<string, string> =>
  Object.fromEntries(
    written.split(',').map((pair) => {
      const [name, value, more] = pair.split('=');
      if (value === undefined || more !== undefined) throw new KubectlError(wrong(pair));
      return [name, value];
    })
  );
