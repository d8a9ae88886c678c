import type { RunView } from '#lib/teaching/explain/index.ts';
import type { Branch } from '#lib/teaching/fork/index.ts';
import { scenarioPart, withoutPart, withPart } from '#lib/teaching/share/index.ts';
import { linkBranch, readBranches, type LinkedBranch } from './linked-branches.ts';

/** The branches beside a run, in step with the hash of its address. */
export class BranchList {
  entries = $state.raw<readonly LinkedBranch[]>([]);
  /** What could not be opened of the address, a sentence each. */
  troubles = $state.raw<readonly string[]>([]);
  /** The branch that was made last on this page. */
  made = $state.raw<Branch>();
  #read = '';

  /** @param source the text of the scenario that `run` came from */
  constructor(
    readonly source: string,
    readonly run: RunView
  ) {}

  /** Shows the branches that a hash asks for, and no others. A hash that is overtaken by another is dropped. */
  async read(hash: string): Promise<void> {
    if (hash === this.#read) return;
    this.#read = hash;
    const { branches, troubles } = await readBranches(hash, this.source, this.run, this.entries);
    if (hash !== this.#read) return;
    this.entries = branches;
    this.troubles = troubles;
  }

  /** Adds a branch; gives the hash that stands for it too. */
  async add(branch: Branch, hash: string): Promise<string> {
    const linked = await linkBranch(branch);
    this.made = branch;
    this.entries = [...this.entries, linked];
    this.#read = linked.packed === undefined ? hash : withPart(hash, 'b', linked.packed);
    return this.#read;
  }

  /** Takes a branch away; gives the hash without it. What could not be opened stays in it. */
  remove(entry: LinkedBranch, hash: string): string {
    this.entries = this.entries.filter((other) => other !== entry);
    this.#read = entry.packed === undefined ? hash : withoutPart(hash, 'b', entry.packed);
    return this.#read;
  }

  /** The hash that stands for one branch alone; undefined where this browser cannot pack. */
  hashOf = ({ packed }: LinkedBranch, hash: string): string | undefined =>
    packed === undefined ? undefined : withPart(scenarioPart(hash), 'b', packed);
}
