import { describe, expect, it } from 'vitest';
import { americanSpelling, proseOf } from '../../../../src/lib/teaching/content/lesson/prose.ts';

describe('proseOf()', () => {
  it('counts words', () => {
    expect(proseOf(['Job b waits.', 'It asks for 1 GPU.']).words).toBe(8);
  });

  it('finds long words in long sentences harder than short ones', () => {
    const easy = proseOf(['The job waits. It asks for more.']);
    const hard = proseOf([
      'Administrators occasionally underestimate heterogeneous accelerator availability requirements.'
    ]);
    expect(hard.grade).toBeGreaterThan(easy.grade + 10);
  });

  it('gives nothing for nothing', () => {
    expect(proseOf([])).toEqual({ words: 0, grade: 0 });
  });
});

describe('americanSpelling()', () => {
  it.each(['prioritize', 'Behavior', 'canceled', 'center', 'analyzed'])('finds %s', (word) => {
    expect(americanSpelling(`The ${word} of it`)).toBe(word);
  });

  it.each(['prioritise', 'behaviour', 'cancelled', 'centre', 'size', 'analysis', 'throttling', 'parameter'])(
    'leaves %s alone',
    (word) => {
      expect(americanSpelling(`The ${word} of it`)).toBeUndefined();
    }
  );
});
