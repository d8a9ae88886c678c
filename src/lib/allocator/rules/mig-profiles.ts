/**
 * The MIG profiles of NVIDIA's cards: which instances a card can be cut into, how large they are and where they may be.
 *
 * A card has 8 memory slices side by side and 7 compute slices; an A30 has 4 of each. An instance occupies neighbouring
 * memory slices from one of few permitted starts. A `3g` takes 4 memory slices for its 3 compute slices: two of them
 * fill the card, and a compute slice is left over.
 *
 * Source: `nvidia-smi mig -lgip` and `-lgipp`; NVIDIA's MIG User Guide. The tables in mig-parted and in the test mocks
 * of go-nvml give a `3g` 3 slices and would accept a `1g` beside two of them, which a card refuses.
 *
 * @module
 */

/** One kind of GPU instance. */
export interface MigProfile {
  /** As `nvidia-smi` writes it: compute slices, nominal memory, `+me` for the media extensions. */
  readonly name: string;
  /** What `nvidia-smi mig -cgi` takes in place of the name. */
  readonly id: number;
  readonly computeSlices: number;
  /** Memory slices. */
  readonly size: number;
  /** Memory slices at which it may begin. */
  readonly starts: readonly number[];
  /** Has the media extensions, which exist once a card. */
  readonly media: boolean;
  /** On an otherwise empty card. */
  readonly maxInstances: number;
  /** Measured on a card; undefined where no listing was at hand. */
  readonly measured: MigMeasures | undefined;
}

/** What `nvidia-smi` reports of one instance. */
export interface MigMeasures {
  readonly memoryGiB: number;
  readonly multiprocessors: number;
  readonly copyEngines: number;
}

/** A card that can be cut up. */
export interface MigCard {
  readonly model: string;
  readonly memorySlices: number;
  readonly profiles: readonly MigProfile[];
}

type Shape = Pick<MigProfile, 'id' | 'computeSlices' | 'size' | 'starts' | 'media'>;

const shape = (id: number, computeSlices: number, size: number, starts: readonly number[], media = false): Shape => ({
  id,
  computeSlices,
  size,
  starts,
  media
});

const sevenSlices: readonly Shape[] = [
  shape(19, 1, 1, [0, 1, 2, 3, 4, 5, 6]),
  shape(20, 1, 1, [0, 1, 2, 3, 4, 5, 6], true),
  shape(15, 1, 2, [0, 2, 4, 6]),
  shape(14, 2, 2, [0, 2, 4]),
  shape(9, 3, 4, [0, 4]),
  shape(5, 4, 4, [0]),
  shape(0, 7, 8, [0])
];

const fourSlices: readonly Shape[] = [
  shape(14, 1, 1, [0, 1, 2, 3]),
  shape(21, 1, 1, [0, 1, 2, 3], true),
  shape(5, 2, 2, [0, 2]),
  shape(6, 2, 2, [0, 2], true),
  shape(0, 4, 4, [0])
];

/** What is measured in an instance, by memory slices, and by position among the shapes. */
interface Listing {
  readonly memoryGiB: Readonly<Record<number, number>>;
  readonly multiprocessors: readonly number[];
  readonly copyEngines: readonly number[];
}

/** @param gigabytes nominal memory by memory slices, which is part of the names */
function card(
  model: string,
  shapes: readonly Shape[],
  gigabytes: Readonly<Record<number, number>>,
  listing?: Listing
): MigCard {
  const profiles = shapes.map((s, i) => ({
    ...s,
    name: `${s.computeSlices}g.${gigabytes[s.size]}gb${s.media ? '+me' : ''}`,
    // The starts of one profile are so far apart that instances at all of them go together.
    maxInstances: s.media ? 1 : s.starts.length,
    measured: listing && {
      memoryGiB: listing.memoryGiB[s.size]!,
      multiprocessors: listing.multiprocessors[i]!,
      copyEngines: listing.copyEngines[i]!
    }
  }));
  return { model, memorySlices: Math.max(...shapes.map((s) => s.size)), profiles };
}

const a100 = { multiprocessors: [14, 14, 14, 28, 42, 56, 98], copyEngines: [1, 1, 1, 2, 3, 4, 7] };

/** Cards by model. */
export const migCards: ReadonlyMap<string, MigCard> = new Map(
  [
    card(
      'A30-24GB',
      fourSlices,
      { 1: 6, 2: 12, 4: 24 },
      {
        memoryGiB: { 1: 5.81, 2: 11.69, 4: 23.44 },
        multiprocessors: [14, 14, 28, 28, 56],
        copyEngines: [1, 1, 2, 2, 4]
      }
    ),
    card(
      'A100-40GB',
      sevenSlices,
      { 1: 5, 2: 10, 4: 20, 8: 40 },
      { memoryGiB: { 1: 4.75, 2: 9.75, 4: 19.62, 8: 39.5 }, ...a100 }
    ),
    card(
      'A100-80GB',
      sevenSlices,
      { 1: 10, 2: 20, 4: 40, 8: 80 },
      { memoryGiB: { 1: 9.5, 2: 19.5, 4: 39.25, 8: 79 }, ...a100 }
    ),
    card(
      'H100-80GB',
      sevenSlices,
      { 1: 10, 2: 20, 4: 40, 8: 80 },
      {
        memoryGiB: { 1: 9.75, 2: 19.62, 4: 39.5, 8: 79.25 },
        multiprocessors: [16, 16, 26, 32, 60, 64, 132],
        copyEngines: [1, 1, 1, 2, 3, 4, 8]
      }
    ),
    card('H200-141GB', sevenSlices, { 1: 18, 2: 35, 4: 71, 8: 141 }),
    card('B200-180GB', sevenSlices, { 1: 23, 2: 45, 4: 90, 8: 180 })
  ].map((c) => [c.model, c])
);

/**
 * The card of a model.
 *
 * @throws {RangeError} if MIG does not know it
 */
export function migCard(model: string): MigCard {
  const found = migCards.get(model);
  if (found === undefined)
    throw new RangeError(`Cannot cut up GPU "${model}": it must be one of ${[...migCards.keys()].join(', ')}`);
  return found;
}

/** The profile of a name, as `nvidia-smi` writes it; undefined where the card does not have it. */
export const migProfile = (of: MigCard, name: string): MigProfile | undefined =>
  of.profiles.find((profile) => profile.name === name);
