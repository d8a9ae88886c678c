import { describe, expect, it } from 'vitest';
import { check, MOST_CHARACTERS } from '#lib/ui/editor/check.ts';
import { example } from '#lib/ui/editor/example.ts';

const messages = (text: string) => check(text).map(({ message }) => message);

describe('check()', () => {
  it('has nothing against the example', () => {
    expect(check(example)).toEqual([]);
  });

  it('finds what one field says of another', () => {
    expect(messages(example.replace('name: b', 'name: a'))).toEqual([expect.stringContaining('a')]);
  });

  it.each([
    ['pods', example.replace('name: a,', 'name: a, count: 1000000,'), '1000001 pods are too many'],
    ['nodes', example.replace('name: node-a,', 'name: node-a, count: 100000,'), '100000 nodes are too many'],
    ['characters', `${example}${'#'.repeat(MOST_CHARACTERS)}`, 'characters are too many']
  ])('does not expand a scenario of very many %s', (_, text, words) => {
    expect(messages(text)).toEqual([expect.stringContaining(words)]);
  });
});
