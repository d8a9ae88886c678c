import { describe, expect, it } from 'vitest';
import { didYouMean, suggest } from '#lib/base/input/index.ts';

const fields = ['memory', 'cpu', 'nodeSelector', 'tolerations'];

describe('suggest()', () => {
  it.each([
    ['memry', 'memory'],
    ['CPU', 'cpu'],
    ['nodeselector', 'nodeSelector'],
    ['toleration', 'tolerations']
  ])('takes %s for %s', (word, meant) => {
    expect(suggest(word, fields)).toBe(meant);
  });

  it('stays silent when more than a third of the letters differ', () => {
    expect(suggest('gpus', fields)).toBeUndefined();
    expect(suggest('seconds', fields)).toBeUndefined();
  });

  it('prefers the nearest, then the first', () => {
    expect(suggest('taint', ['taints', 'taint2', 'saint'])).toBe('taints');
    expect(suggest('most-alocated', ['least-allocated', 'most-allocated'])).toBe('most-allocated');
  });
});

describe('didYouMean()', () => {
  it('asks, or says nothing', () => {
    expect(didYouMean('memry', fields)).toBe('; did you mean "memory"?');
    expect(didYouMean('x', fields)).toBe('');
  });
});
