import type { Path } from '#lib/base/input/index.ts';

/** One field of a form: its name on the screen, and where it stands within an entry of the scenario. */
export interface Field {
  readonly label: string;
  readonly path: Path;
  /** What is typed: words stay words, of the others a plain number becomes one. */
  readonly takes: 'words' | 'amount';
  /** What holds where nothing is given, or an example. */
  readonly placeholder: string;
}

/** A list of the scenario that is edited entry by entry. */
export interface EntryForm {
  /** One entry, in the singular. */
  readonly what: string;
  readonly list: Path;
  readonly fields: readonly Field[];
  /** What an entry begins with where there is none to take after. */
  readonly first: Readonly<Record<string, unknown>>;
}

const gpu = 'nvidia.com/gpu';

export const nodeForm: EntryForm = {
  what: 'node',
  list: ['cluster', 'nodes'],
  fields: [
    { label: 'Name', path: ['name'], takes: 'words', placeholder: 'node-a' },
    { label: 'How many', path: ['count'], takes: 'amount', placeholder: '1' },
    { label: 'CPU', path: ['allocatable', 'cpu'], takes: 'amount', placeholder: '0' },
    { label: 'Memory', path: ['allocatable', 'memory'], takes: 'amount', placeholder: '0' },
    { label: 'GPUs', path: ['allocatable', gpu], takes: 'amount', placeholder: '0' }
  ],
  first: { allocatable: { [gpu]: 1 } }
};

export const jobForm: EntryForm = {
  what: 'job',
  list: ['jobs'],
  fields: [
    { label: 'Name', path: ['name'], takes: 'words', placeholder: 'train' },
    { label: 'How many', path: ['count'], takes: 'amount', placeholder: '1' },
    { label: 'Arrival', path: ['arrival'], takes: 'amount', placeholder: '0s' },
    { label: 'Service time', path: ['service'], takes: 'amount', placeholder: '10m' },
    { label: 'CPU', path: ['resources', 'requests', 'cpu'], takes: 'amount', placeholder: '0' },
    { label: 'Memory', path: ['resources', 'requests', 'memory'], takes: 'amount', placeholder: '0' },
    { label: 'GPUs', path: ['resources', 'limits', gpu], takes: 'amount', placeholder: '0' },
    { label: 'Priority', path: ['priority'], takes: 'amount', placeholder: '0' },
    { label: 'Pods in its gang', path: ['gang'], takes: 'amount', placeholder: '1' }
  ],
  first: { arrival: '0s', service: '10s', resources: { limits: { [gpu]: 1 } } }
};

/** The value at a path of plain data; undefined where there is none. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    data
  );

/** What was typed as a value of YAML; undefined for nothing. `1.` and `1.0` stay words until more is typed. */
export function typedValue(typed: string, takes: Field['takes']): string | number | undefined {
  if (typed.trim() === '') return undefined;
  return takes === 'amount' && String(Number(typed)) === typed ? Number(typed) : typed;
}

/** One more entry: like the last, under a name that none of them has. */
export function nextEntry({ what, first }: EntryForm, entries: readonly unknown[]): Record<string, unknown> {
  const last = entries.at(-1);
  const names = new Set(entries.map((entry) => valueAt(entry, ['name'])));
  let n = entries.length + 1;
  while (names.has(`${what}-${n}`)) n++;
  return { name: `${what}-${n}`, ...(typeof last === 'object' ? without(last, 'name') : first) };
}

const without = (data: object | null, field: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data ?? {}).filter(([key]) => key !== field));
