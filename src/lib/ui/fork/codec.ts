import type { Codec } from '#lib/teaching/share/index.ts';

/** A link of 2,000 characters can stand for far more; nobody writes a scenario of this size by hand. */
const MOST_CHARACTERS = 200_000;

/** Deflate as the browser has it. */
export const browserCodec: Codec = {
  async deflate(text) {
    const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  },
  async inflate(bytes) {
    const unpacked = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = unpacked.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
    let text = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return text;
      text += value;
      if (text.length <= MOST_CHARACTERS) continue;
      await reader.cancel();
      throw new RangeError(`a link may stand for at most ${MOST_CHARACTERS} characters`);
    }
  }
};
