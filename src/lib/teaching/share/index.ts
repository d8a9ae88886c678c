/** A scenario of one's own as part of a link: packed, with a version and a checksum, so that damage is seen. */
export { LONGEST_LINK, packScenario, unpackScenario, type Codec, type Unpacked } from './packed.ts';
