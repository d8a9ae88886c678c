import { type BaseIssue, type GenericSchema, type InferOutput, rawTransform, safeParse } from 'valibot';
import { issueMessage } from './issue-words.ts';
import { knownFields } from './known-fields.ts';
import { type Checked, inOrder, type Path, pathText, type Place, type Problem } from './problem.ts';
import { didYouMean } from './suggest.ts';

/** Data with the places where it was written; both YAML documents and rows of CSV are such. */
export interface Placed {
  readonly value: unknown;
  at(path: Path): Place;
  keyAt(path: Path): Place;
}

type Issue = BaseIssue<unknown>;

const pathOf = (issue: Issue): Path => (issue.path ?? []).map(({ key }) => key as string | number);

/** Holds data against a schema; every mismatch becomes a problem at its own place. */
export function checkSchema<S extends GenericSchema>(schema: S, data: Placed): Checked<InferOutput<S>> {
  const result = safeParse(schema, data.value);
  if (result.success) return { value: result.output };
  const problems = result.issues.flatMap((issue) => problemsOf(issue, [], schema, data));
  return { problems: inOrder(problems) };
}

function problemsOf(issue: Issue, parent: Path, schema: GenericSchema, data: Placed): Problem[] {
  const path = [...parent, ...pathOf(issue)];
  // Of a union, the options that took the value's kind have something to say about its parts; the others only repeat
  // that they are of another kind.
  const deeper = (issue.issues ?? []).filter((i) => pathOf(i).length > 0);
  if (issue.type === 'union' && deeper.length > 0) return deeper.flatMap((i) => problemsOf(i, path, schema, data));
  return [fieldProblem(issue, path, schema, data) ?? problem(data.at(path), path, issueMessage(issue))];
}

const problem = (place: Place, path: Path, message: string): Problem => ({ ...place, path: pathText(path), message });

/** A field that is unknown stands at its name; one that is missing, at the object that lacks it. */
function fieldProblem(issue: Issue, path: Path, schema: GenericSchema, data: Placed): Problem | undefined {
  const name = String(path.at(-1));
  const object = path.slice(0, -1);
  if (issue.path?.at(-1)?.origin !== 'key') return undefined;
  if (issue.expected !== 'never') return problem(data.at(object), path, `field "${name}" is missing`);
  const hint = didYouMean(name, knownFields(schema, object));
  return problem(data.keyAt(path), path, `unknown field "${name}"${hint}`);
}

/**
 * A step for a valibot pipe that reads a value with a function of ours, such as `readWith(parseDuration, DurationError)`;
 * an error of the class given becomes an issue with its message, any other is a fault of the program and is thrown on.
 */
export function readWith<In, Out>(read: (value: In) => Out, Refusal: abstract new (...args: never[]) => Error) {
  return rawTransform<In, Out>(({ dataset, addIssue, NEVER }) => {
    try {
      return read(dataset.value);
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      addIssue({ message: e.message });
      return NEVER;
    }
  });
}
