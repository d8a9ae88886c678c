/**
 * The hash of an address as named parts, `#s=…&b=…&b=…`: `s` is a packed scenario, each `b` one packed change. Anything
 * without a name, such as the anchor of a heading, is no part.
 */
export type PartName = 's' | 'b';

const parts = (hash: string): string[] =>
  hash.startsWith('#')
    ? hash
        .slice(1)
        .split('&')
        .filter((part) => /^[a-z]=/.test(part))
    : [];
const asHash = (some: readonly string[]): string => (some.length === 0 ? '' : `#${some.join('&')}`);

/** The values of one name, in order. */
export const partsOf = (hash: string, name: PartName): string[] =>
  parts(hash).flatMap((part) => (part.startsWith(`${name}=`) ? [part.slice(name.length + 1)] : []));

/** The hash with one part more, at its end. */
export const withPart = (hash: string, name: PartName, value: string): string =>
  asHash([...parts(hash), `${name}=${value}`]);

/** The hash without the first part that has this name and value. */
export function withoutPart(hash: string, name: PartName, value: string): string {
  const all = parts(hash);
  const at = all.indexOf(`${name}=${value}`);
  return asHash(all.filter((_, i) => i !== at));
}

/** The hash with its scenario alone. */
export const scenarioPart = (hash: string): string => asHash(parts(hash).filter((part) => part.startsWith('s=')));

/** An address with another hash. */
export const withHash = (address: string, hash: string): string => `${address.replace(/#.*/s, '')}${hash}`;
