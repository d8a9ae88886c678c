import { describe, expect, it } from 'vitest';
import { partsOf, scenarioPart, withoutPart, withPart } from '#lib/teaching/share/index.ts';

describe('the parts of a hash', () => {
  it('come in order, by their name', () => {
    expect(partsOf('#s=1.A.b&b=1.C.d&b=1.E.f', 'b')).toEqual(['1.C.d', '1.E.f']);
    expect(partsOf('#s=1.A.b&b=1.C.d', 's')).toEqual(['1.A.b']);
  });

  it('are none in the anchor of a heading, which gives way to the first part', () => {
    expect(partsOf('#main', 'b')).toEqual([]);
    expect(withPart('#main', 'b', '1.C.d')).toBe('#b=1.C.d');
  });

  it('are taken away one at a time, also where two are equal', () => {
    expect(withoutPart('#b=x&b=x', 'b', 'x')).toBe('#b=x');
    expect(withoutPart('#b=x', 'b', 'x')).toBe('');
  });

  it('leave the scenario behind when the others go', () => {
    expect(scenarioPart('#s=1.A.b&b=1.C.d')).toBe('#s=1.A.b');
  });
});
