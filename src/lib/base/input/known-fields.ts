import type { GenericSchema } from 'valibot';
import type { Path } from './problem.ts';

/** The parts of valibot's schemas that hold other schemas; which of them a schema has depends on its type. */
interface Holder {
  readonly entries?: Readonly<Record<string, GenericSchema>>;
  readonly item?: GenericSchema;
  readonly items?: readonly GenericSchema[];
  readonly value?: unknown;
  readonly wrapped?: GenericSchema;
  readonly options?: readonly unknown[];
  readonly getter?: (input: unknown) => GenericSchema;
  readonly type: string;
}

const isSchema = (x: unknown): x is GenericSchema =>
  typeof x === 'object' && x !== null && 'kind' in x && x.kind === 'schema';

/** The schemas that a value of this schema may take the form of: itself, or what it wraps, or each of a union. */
function forms(schema: GenericSchema): Holder[] {
  const holder = schema as unknown as Holder;
  if (holder.wrapped !== undefined) return forms(holder.wrapped);
  if (holder.getter !== undefined) return forms(holder.getter(undefined));
  const options = (holder.options ?? []).filter(isSchema);
  return options.length > 0 ? options.flatMap(forms) : [holder];
}

function below(holder: Holder, step: string | number): GenericSchema[] {
  const schema =
    holder.entries?.[step] ??
    holder.item ??
    holder.items?.[Number(step)] ??
    (holder.type === 'record' && isSchema(holder.value) ? holder.value : undefined);
  return schema === undefined ? [] : [schema];
}

/** The names of all fields that a schema allows in the object at a path; none where it holds no object. */
export function knownFields(schema: GenericSchema, path: Path): string[] {
  let holders = forms(schema);
  for (const step of path) holders = holders.flatMap((h) => below(h, step)).flatMap(forms);
  return [...new Set(holders.flatMap((h) => Object.keys(h.entries ?? {})))];
}
