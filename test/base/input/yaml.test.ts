import { describe, expect, it } from 'vitest';
import { parseYaml } from '#lib/base/input/index.ts';

function only(text: string) {
  const parsed = parseYaml(text);
  if ('problems' in parsed) throw new Error(parsed.problems.map((p) => p.message).join('; '));
  return parsed.documents[0]!;
}

function problems(text: string, maxLength?: number) {
  const parsed = parseYaml(text, maxLength);
  return 'problems' in parsed ? parsed.problems.map((p) => `${p.line}:${p.col} ${p.message}`) : [];
}

describe('parseYaml()', () => {
  const text = ['jobs:', '  - name: a', '    resources: { requests: { cpu: 4 } }', '  - name: b'].join('\n');

  it('gives plain data', () => {
    expect(only(text).value).toEqual({
      jobs: [{ name: 'a', resources: { requests: { cpu: 4 } } }, { name: 'b' }]
    });
  });

  it('knows where a value and where its name begin', () => {
    const path = ['jobs', 0, 'resources', 'requests', 'cpu'];
    expect(only(text).at(path)).toEqual({ line: 3, col: 35 });
    expect(only(text).keyAt(path)).toEqual({ line: 3, col: 30 });
    expect(only(text).at(['jobs', 1])).toEqual({ line: 4, col: 5 });
  });

  it('places what is not there at the nearest parent that is', () => {
    expect(only(text).at(['jobs', 1, 'resources', 'limits'])).toEqual({ line: 4, col: 5 });
  });

  it('follows an alias to where its value is written', () => {
    expect(only('a: &x { cpu: 1 }\nb: *x').at(['b', 'cpu'])).toEqual({ line: 1, col: 14 });
  });

  it('reads several documents, each with lines of the whole text', () => {
    const parsed = parseYaml('a: 1\n---\nb: 2\n');
    if ('problems' in parsed) throw new Error('unexpected problems');
    expect(parsed.documents.map((d) => d.value)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(parsed.documents[1]!.at(['b'])).toEqual({ line: 3, col: 4 });
  });

  it('reads an empty text as one document of nothing', () => {
    expect(only('').value).toBeNull();
  });

  it('reports a field given twice, at the second', () => {
    expect(problems('cpu: 1\ncpu: 2')).toEqual(['2:1 field "cpu" is given twice']);
  });

  it('reports bad syntax in every document', () => {
    expect(problems('a: [1\n---\n\tb: 1').map((p) => p.replace(/bad YAML: .*/, 'bad'))).toEqual(['2:1 bad', '3:1 bad']);
  });

  it('reports an unknown tag', () => {
    expect(problems('a: !gpu 3')).toEqual(['1:4 bad YAML: Unresolved tag: !gpu']);
  });

  it('reports an alias without an anchor', () => {
    expect(problems('a: &x 1\nb: *x\nc: *y')).toEqual(['3:4 this alias names no anchor above it']);
  });

  it('stops aliases that multiply', () => {
    const levels = ['a0: &a0 [1,1,1,1,1,1,1,1,1,1]'];
    for (let i = 1; i < 10; i++)
      levels.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(',')}]`
      );
    expect(problems(levels.join('\n'))).toEqual(['2:10 aliases repeat too much of the document']);
  });

  it('stops at a depth that it cannot hold', () => {
    expect(problems('['.repeat(20_000))).toEqual([expect.stringMatching(/this is nested too deeply to be read$/)]);
  });

  it('refuses a text that is too long', () => {
    expect(problems('a: 12345', 4)).toEqual(['1:1 8 characters are too many; at most 4 are read']);
  });
});
