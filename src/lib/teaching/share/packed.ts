import { fromBase64url, toBase64url } from './base64url.ts';
import { checksum } from './checksum.ts';

/** Turns text into few bytes and back. `inflate` rejects bytes that are none of `deflate`'s, or stand for too much. */
export interface Codec {
  deflate(text: string): Promise<Uint8Array>;
  inflate(bytes: Uint8Array): Promise<string>;
}

/** What came out of a link: the text of a scenario, or why there is none. */
export type Unpacked =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: 'damaged' | 'newer' };

/** Characters that a link may have: some programs cut longer ones without a word. */
export const LONGEST_LINK = 2000;

const VERSION = 1;

/** The text of a scenario as the hash of an address, `#s=1.<payload>.<checksum>`. */
export async function packScenario(text: string, codec: Codec): Promise<string> {
  const payload = toBase64url(await codec.deflate(text));
  return `#s=${VERSION}.${payload}.${checksum(payload)}`;
}

/** The text of the scenario in the hash of an address; undefined where the hash holds none. Never throws. */
export async function unpackScenario(hash: string, codec: Codec): Promise<Unpacked | undefined> {
  if (!hash.startsWith('#s=')) return undefined;
  const [version = '', payload = '', sum, ...more] = hash.slice('#s='.length).split('.');
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
