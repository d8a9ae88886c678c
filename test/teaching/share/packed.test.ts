import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINK, packScenario, unpackScenario } from '#lib/teaching/share/index.ts';
import { checksum } from '../../../src/lib/teaching/share/checksum.ts';
import { fromBase64url, toBase64url } from '../../../src/lib/teaching/share/base64url.ts';
import { browserCodec } from '../../../src/lib/ui/fork/codec.ts';
import { readFileSync } from 'node:fs';

const text = readFileSync('content/scenarios/fragmentation.yaml', 'utf8');

describe('a scenario in a link', () => {
  it('comes back as it was, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (said) => {
        const hash = await packScenario(said, browserCodec);
        expect(await unpackScenario(hash, browserCodec)).toEqual({ ok: true, text: said });
      }),
      { numRuns: 50 }
    );
  });

  it('takes a short one in far fewer characters than a link may have', async () => {
    expect((await packScenario(text, browserCodec)).length).toBeLessThan(LONGEST_LINK);
  });

  it('is never read as another one when a character is changed, lost or added', async () => {
    const hash = await packScenario(text, browserCodec);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(hash.length - 1),
        fc.constantFrom('', 'x', '.', '%', 'AB', 'é'),
        fc.boolean(),
        async (at, put, keep) => {
          const mangled = hash.slice(0, at) + put + hash.slice(keep ? at : at + 1);
          fc.pre(mangled !== hash);
          const read = await unpackScenario(mangled, browserCodec);
          expect(read?.ok ?? false).toBe(false);
        }
      ),
      { numRuns: 200 }
    );
  });

  it('says that it is newer where its version is', async () => {
    const hash = await packScenario(text, browserCodec);
    expect(await unpackScenario(hash.replace('#s=1.', '#s=2.'), browserCodec)).toEqual({ ok: false, why: 'newer' });
  });

  it.each(['#s=', '#s=1', '#s=1..', '#s=1.AAAA', '#s=0.AA.00', '#s=1.AA.AA.AA'])('is damaged in %s', async (hash) => {
    expect(await unpackScenario(hash, browserCodec)).toEqual({ ok: false, why: 'damaged' });
  });

  it('is not there in another hash', async () => {
    expect(await unpackScenario('#main', browserCodec)).toBeUndefined();
  });

  it('refuses to blow up', async () => {
    const hash = await packScenario('a'.repeat(1_000_000), browserCodec);
    expect(hash.length).toBeLessThan(LONGEST_LINK);
    expect(await unpackScenario(hash, browserCodec)).toEqual({ ok: false, why: 'damaged' });
  });
});

describe('checksum()', () => {
  it('is the CRC-32 of its check value', () => {
    expect(checksum('123456789')).toBe('cbf43926');
  });
});

describe('base64url', () => {
  it('gives what RFC 4648 gives, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const written = toBase64url(bytes);
        expect(written).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(written)).toEqual(bytes);
      })
    );
  });
});
