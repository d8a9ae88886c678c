import { describe, expect, it } from 'vitest';
import { check, MOST_CHARACTERS } from '#lib/ui/editor/check.ts';
import { example } from '#lib/ui/editor/example.ts';

const messages = (text: string) => check(text).problems.map(({ message }) => message);

describe('check()', () => {
  it('has nothing against the example, which is shown step by step', () => {
    expect(check(example)).toEqual({ problems: [], size: 'small' });
  });

  it('finds what one field says of another', () => {
    expect(messages(example.replace('name: b', 'name: a'))).toEqual([expect.stringContaining('a')]);
  });

  it.each([
    ['pods', 'name: a,', 'name: a, count: 1000000,'],
    ['nodes', 'name: node-a,', 'name: node-a, count: 100000,']
  ])('leaves a scenario of very many %s to the worker, unexpanded', (_, few, many) => {
    expect(check(example.replace(few, many))).toMatchObject({ problems: [], size: { file: { id: 'my-run' } } });
  });

  it('shows a scenario of many pods step by step, and leaves its expansion to the worker', () => {
    expect(check(example.replace('name: a,', 'name: a, count: 100000,'))).toEqual({ problems: [], size: 'large' });
  });

  it('has one thing against a manifest, which is no scenario yet', () => {
    expect(messages('apiVersion: v1\nkind: Pod\n')).toEqual([expect.stringContaining('turn it into a scenario')]);
  });

  it('does not read a text that nobody has written by hand', () => {
    expect(messages(`${example}${'#'.repeat(MOST_CHARACTERS)}`)).toEqual([
      expect.stringContaining('characters are too many')
    ]);
  });
});
