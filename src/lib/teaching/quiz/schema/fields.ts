import * as v from 'valibot';

/** Text with at least one character that is not a space. */
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

/** An id: lower-case words joined by hyphens. */
export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, joined by "-"')
);

const whole = (least: number) =>
  v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(least, `must be at least ${least}`));

/** One value or a list of them; read as a list. No union, since that would hide what is wrong inside of either. */
const listOf = <S extends v.GenericSchema>(schema: S) => {
  const list = v.array(schema);
  const single = v.pipe(
    schema,
    v.transform((one) => [one])
  );
  return v.lazy((given): v.GenericSchema<unknown, v.InferOutput<S>[]> => (Array.isArray(given) ? list : single));
};

/**
 * A fact that the simulator must confirm: run a scenario (of the content, or written here), stand at a step (the last
 * one unless said), and look up what `gives` names. It must be `is`, or where that is left out what the item's key says.
 */
const fact = v.pipe(
  v.strictObject({
    run: v.optional(slug),
    scenario: v.optional(v.record(v.string(), v.unknown())),
    set: v.optional(v.string(), ''),
    at: v.optional(whole(0)),
    gives: text,
    is: v.optional(v.union([v.string(), v.number(), v.array(v.string())]))
  }),
  v.check((f) => (f.run === undefined) !== (f.scenario === undefined), 'needs either "run" or "scenario"')
);

/** The fields that items of every type have. */
export const common = {
  id: slug,
  revision: v.optional(whole(1), 1),
  objective: slug,
  difficulty: v.picklist(['easy', 'medium', 'hard']),
  stem: text,
  /** What the stem speaks of, shown as written: a manifest, the output of a command. */
  code: v.optional(text),
  hint: text,
  /** The worked solution, one step an entry. */
  solution: v.pipe(v.array(text), v.minLength(1, 'must have at least 1 step')),
  mistake: text,
  check: v.optional(listOf(fact), []),
  source: v.optional(listOf(slug), [])
};

/** One thing to check by running it, as an item file says it. */
export type Fact = v.InferOutput<typeof fact>;
