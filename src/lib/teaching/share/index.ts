/**
 * What travels in the hash of a link: a scenario of one's own (`s`), and changes made to a run (`b`), each packed with a
 * version and a checksum of its own, so that damage to one is seen and leaves the others whole.
 */
export { partsOf, scenarioPart, withHash, withoutPart, withPart } from './hash.ts';
export { LONGEST_LINK, pack, packScenario, unpack, unpackScenario, type Codec, type Unpacked } from './packed.ts';
