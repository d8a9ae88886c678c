import { describe, expect, it } from 'vitest';
import { labelValueErrors, qualifiedNameErrors } from '../../../src/lib/allocator/rules/qualified-name.ts';

const NAME_PART =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric " +
  "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is " +
  "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

describe('qualifiedNameErrors()', () => {
  it.each(['cpu', 'nvidia.com/gpu', 'nvidia.com/mig-1g.5gb', `a.b/${'n'.repeat(63)}`])('accepts %s', (name) => {
    expect(qualifiedNameErrors(name)).toEqual([]);
  });

  it('explains a character that no name may have', () => {
    expect(qualifiedNameErrors('nvidia.com/mig-1g.5gb+me')).toEqual([NAME_PART]);
  });

  it('objects to an empty name twice, as the API server does', () => {
    expect(qualifiedNameErrors('nvidia.com/')).toEqual(['name part must be non-empty', NAME_PART]);
  });

  it('objects to an empty prefix', () => {
    expect(qualifiedNameErrors('/gpu')).toEqual(['prefix part must be non-empty']);
  });

  it('wants the prefix to be a domain in lower case', () => {
    expect(qualifiedNameErrors('Nvidia.com/gpu')[0]).toMatch(
      /^prefix part a lowercase RFC 1123 subdomain must consist/
    );
  });

  it('looks no further at a name with two slashes', () => {
    expect(qualifiedNameErrors('nvidia.com/gpu/a100')).toEqual([
      expect.stringMatching(/^a qualified name must consist .* with an optional DNS subdomain prefix and '\/' \(e\.g\./)
    ]);
  });

  it('allows 253 characters before the slash', () => {
    const named = (length: number) => qualifiedNameErrors(`${'d'.repeat(length)}/gpu`);
    expect([named(253), named(254)]).toEqual([[], ['prefix part must be no more than 253 characters']]);
  });

  it('allows 63 characters after the slash', () => {
    expect(qualifiedNameErrors(`a.b/${'n'.repeat(64)}`)).toEqual(['name part must be no more than 63 characters']);
  });
});

describe('labelValueErrors()', () => {
  it('accepts an empty value', () => {
    expect(labelValueErrors('')).toEqual([]);
  });

  it('explains a value that ends in a dash', () => {
    expect(labelValueErrors('a-')[0]).toMatch(/^a valid label must be an empty string or consist of/);
  });
});
