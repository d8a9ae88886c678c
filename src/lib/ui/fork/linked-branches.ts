import type { RunView } from '#lib/teaching/explain/index.ts';
import { branchOff, MOST_BRANCHES, type Branch, type Intervention } from '#lib/teaching/fork/index.ts';
import { pack, partsOf, unpack, type Unpacked } from '#lib/teaching/share/index.ts';
import { browserCodec } from './codec.ts';
import { makeRun } from './make-run.ts';

/** A branch and what stands for it in the address; undefined where this browser cannot pack. */
export interface LinkedBranch {
  readonly branch: Branch;
  readonly packed: string | undefined;
}

/** The branches that an address asks for, and one sentence for each that could not be opened. */
export interface LinkedBranches {
  readonly branches: readonly LinkedBranch[];
  readonly troubles: readonly string[];
}

const complaints: Readonly<Record<Extract<Unpacked, { ok: false }>['why'], string>> = {
  damaged: 'A change in this link is incomplete and is left out; everything else is as it was.',
  newer: 'A change in this link was made by a newer version of this site and is left out; everything else is as it was.'
};

/** A branch ready to be put into the address. */
export async function linkBranch(branch: Branch): Promise<LinkedBranch> {
  const packed = await pack(JSON.stringify(branch.intervention), browserCodec).catch(() => undefined);
  return { branch, packed };
}

/**
 * The branches in the hash of an address. Those that are already open are taken from `open`; one that cannot be opened
 * costs none of the others. Never throws.
 *
 * @param source the text of the scenario that `base` came from
 */
export async function readBranches(
  hash: string,
  source: string,
  base: RunView,
  open: readonly LinkedBranch[]
): Promise<LinkedBranches> {
  const asked = partsOf(hash, 'b');
  const branches: LinkedBranch[] = [];
  const troubles: string[] = [];
  for (const packed of asked.slice(0, MOST_BRANCHES)) {
    const known = open.find((one) => one.packed === packed);
    const read = known ?? (await readBranch(packed, source, base));
    if (typeof read === 'string') troubles.push(read);
    else branches.push(read);
  }
  if (asked.length > MOST_BRANCHES)
    troubles.push(`This link has ${asked.length} changes; the first ${MOST_BRANCHES} are shown.`);
  return { branches, troubles };
}

async function readBranch(packed: string, source: string, base: RunView): Promise<LinkedBranch | string> {
  const unpacked = await unpack(packed, browserCodec);
  if (!unpacked.ok) return complaints[unpacked.why];
  try {
    return { packed, branch: await branchOff(source, base, JSON.parse(unpacked.text) as Intervention, makeRun()) };
  } catch (e) {
    return `A change in this link cannot be run and is left out: ${(e as Error).message}.`;
  }
}
