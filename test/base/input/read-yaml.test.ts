import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { formatProblem, readWith, readYaml } from '#lib/base/input/index.ts';
import { DurationError, parseDuration } from '#lib/base/units/index.ts';

const duration = v.pipe(v.union([v.string(), v.number()]), readWith(parseDuration, DurationError));
const requests = v.strictObject({ cpu: v.number(), memory: v.optional(v.string()) });
const schema = v.strictObject({
  rank: v.optional(v.picklist(['first-fit', 'best-fit'])),
  grace: v.optional(duration),
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  jobs: v.optional(v.array(v.strictObject({ name: v.string(), requests }))),
  usage: v.optional(v.union([v.string(), v.array(v.strictObject({ at: v.number() }))])),
  labels: v.optional(v.record(v.string(), requests))
});

function problems(...lines: string[]) {
  const read = readYaml(lines.join('\n'), schema);
  return 'problems' in read ? read.problems.map((p) => formatProblem('f.yaml', p)) : [];
}

describe('readYaml()', () => {
  it('gives what the schema makes of the text, and its places', () => {
    const read = readYaml('grace: 30s\ncount: 2', schema);
    if ('problems' in read) throw new Error('unexpected problems');
    expect(read.value).toEqual({ grace: 30_000, count: 2 });
    expect(read.at(['count'])).toEqual({ line: 2, col: 8 });
  });

  it('reports an unknown field at its name, with the nearest known one', () => {
    expect(problems('jobs:', '  - name: a', '    requests: { cpu: 1, memry: 2Gi }')).toEqual([
      'f.yaml:3:25 unknown field "memry"; did you mean "memory"?'
    ]);
  });

  it('knows the fields of what stands in a record and in a union', () => {
    expect(problems('labels: { x: { cpu: 1, memor: a } }', 'usage: [ { at: 1, att: 2 } ]')).toEqual([
      'f.yaml:1:24 unknown field "memor"; did you mean "memory"?',
      'f.yaml:2:19 unknown field "att"; did you mean "at"?'
    ]);
  });

  it('reports a missing field where the object that lacks it begins', () => {
    expect(problems('jobs:', '  - name: a')).toEqual(['f.yaml:2:5 field "requests" is missing']);
  });

  it('says what was expected and what was found', () => {
    expect(problems('jobs: 3', 'usage: 7', 'labels:')).toEqual([
      'f.yaml:1:7 expected a list, got 3',
      'f.yaml:2:8 expected text or a list, got 7',
      'f.yaml:3:8 expected fields, got nothing'
    ]);
  });

  it('lists the words that are allowed', () => {
    expect(problems('rank: firstfit')).toEqual([
      'f.yaml:1:7 expected "first-fit" or "best-fit", got "firstfit"; did you mean "first-fit"?'
    ]);
  });

  it('says the limit that a number breaks', () => {
    expect(problems('count: 0')).toEqual(['f.yaml:1:8 must be at least 1, got 0']);
    expect(problems('count: 1.5')).toEqual(['f.yaml:1:8 must be a whole number, got 1.5']);
  });

  it('passes on what a reader of ours says', () => {
    expect(problems('grace: 5 min')).toEqual([
      'f.yaml:1:8 "5 min" is not a duration; write one such as 90s, 1h30m, 1.5h or 250ms'
    ]);
  });

  it('collects all problems, from the top down', () => {
    expect(problems('zz: 1', 'count: x', 'jobs: [ { requests: { cpu: 1 } } ]')).toEqual([
      'f.yaml:1:1 unknown field "zz"',
      'f.yaml:2:8 expected a number, got "x"',
      'f.yaml:3:9 field "name" is missing'
    ]);
  });

  it('gives the path of a problem', () => {
    const read = readYaml('jobs: [ { name: a, requests: { cpu: x } } ]', schema);
    expect('problems' in read && read.problems[0]!.path).toBe('jobs[0].requests.cpu');
  });

  it('refuses a second document', () => {
    expect(problems('count: 1', '---', 'count: 2')).toEqual(['f.yaml:3:1 one document is read, not several']);
  });
});

describe('readWith()', () => {
  it('lets a fault of the program through', () => {
    const faulty = v.pipe(
      v.number(),
      readWith(() => {
        throw new TypeError('a fault');
      }, DurationError)
    );
    expect(() => v.safeParse(faulty, 1)).toThrow(new TypeError('a fault'));
  });
});
