import { fromBase64url, toBase64url } from './base64url.ts';
import { checksum } from './checksum.ts';
import { partsOf, withPart } from './hash.ts';

/** Turns text into few bytes and back. `inflate` rejects bytes that are none of `deflate`'s, or stand for too much. */
export interface Codec {
  deflate(text: string): Promise<Uint8Array>;
  inflate(bytes: Uint8Array): Promise<string>;
}

/** What came out of a link: the text that was packed, or why there is none. */
export type Unpacked =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: 'damaged' | 'newer' };

/** Characters that a link may have: some programs cut longer ones without a word. */
export const LONGEST_LINK = 2000;

const VERSION = 1;

/** A text as it may stand in an address, `1.<payload>.<checksum>`. */
export async function pack(text: string, codec: Codec): Promise<string> {
  const payload = toBase64url(await codec.deflate(text));
  return `${VERSION}.${payload}.${checksum(payload)}`;
}

/** The text behind what `pack` gave. Never throws. */
export async function unpack(packed: string, codec: Codec): Promise<Unpacked> {
  const [version = '', payload = '', sum, ...more] = packed.split('.');
  if (/^[1-9]\d{0,3}$/.test(version) && Number(version) > VERSION) return { ok: false, why: 'newer' };
  const bytes = fromBase64url(payload);
  if (version !== `${VERSION}` || more.length > 0 || bytes === undefined || sum !== checksum(payload))
    return { ok: false, why: 'damaged' };
  try {
    return { ok: true, text: await codec.inflate(bytes) };
  } catch {
    return { ok: false, why: 'damaged' };
  }
}

/** The text of a scenario as the hash of an address, `#s=1.<payload>.<checksum>`. */
export const packScenario = async (text: string, codec: Codec): Promise<string> =>
  withPart('', 's', await pack(text, codec));

/** The text of the scenario in the hash of an address; undefined where the hash holds none. Never throws. */
export async function unpackScenario(hash: string, codec: Codec): Promise<Unpacked | undefined> {
  const [packed] = partsOf(hash, 's');
  return packed === undefined ? undefined : unpack(packed, codec);
}
