/** The branches of trees that share no thing, by the number of the thing: columns that grow as far as they are used. */
export class Branches {
  left = new Int32Array(64);
  right = new Int32Array(64);
  /** The least value at a thing and below it. */
  least = new Float64Array(64);

  /** Sees to it that there is a place for a thing. */
  reach(item: number): void {
    if (item < this.left.length) return;
    const size = Math.max(item + 1, 2 * this.left.length);
    const { left, right, least } = this;
    this.left = new Int32Array(size);
    this.right = new Int32Array(size);
    this.least = new Float64Array(size);
    this.left.set(left);
    this.right.set(right);
    this.least.set(least);
  }
}

/**
 * Numbered things kept in an order, with the least of a value below each, so that the next one whose value is small enough
 * is found in logarithmic steps. A treap: a search tree by the order and a heap by a weight that looks random, which keeps
 * it shallow whatever comes and goes. The weight is made of the number, so the shape is the same in every run.
 *
 * Source: Seidel and Aragon, "Randomized search trees", Algorithmica 16, 1996.
 */
export class Treap {
  #root = NONE;
  #size = 0;
  /** Things looked at by `first` so far. */
  visits = 0;

  /**
   * @param compare the order, total, and the same for as long as a thing is kept
   * @param valueOf a value that stays the same for as long as a thing is kept
   * @param branches may be shared by trees that never keep the same thing
   */
  constructor(
    readonly compare: (a: number, b: number) => number,
    readonly valueOf: (item: number) => number,
    readonly branches = new Branches()
  ) {}

  get size(): number {
    return this.#size;
  }

  /** Any one that is kept. Only while `size` is not 0. */
  get some(): number {
    return this.#root;
  }

  /** Keeps a thing that is not kept yet. */
  add(item: number): void {
    this.#size++;
    this.branches.reach(item);
    this.branches.left[item] = NONE;
    this.branches.right[item] = NONE;
    this.#root = this.#with(this.#root, item);
  }

  /** No longer keeps a thing that is kept. */
  remove(item: number): void {
    this.#size--;
    this.#root = this.#without(this.#root, item);
  }

  /** The first behind another in the order, or of all where that is -1, with a value of at most `most`; -1 for none. */
  first(behind: number, most: number): number {
    return this.#first(this.#root, behind, most);
  }

  #first(at: number, behind: number, most: number): number {
    const { left, right, least } = this.branches;
    if (at === NONE || least[at]! > most) return NONE;
    this.visits++;
    if (behind !== NONE && this.compare(at, behind) <= 0) return this.#first(right[at]!, behind, most);
    const earlier = this.#first(left[at]!, behind, most);
    if (earlier !== NONE) return earlier;
    return this.valueOf(at) <= most ? at : this.#first(right[at]!, NONE, most);
  }

  #with(at: number, item: number): number {
    if (at === NONE) return this.#refreshed(item);
    const { left, right } = this.branches;
    if (this.compare(item, at) < 0) {
      const child = (left[at] = this.#with(left[at]!, item));
      return weight(child) > weight(at) ? this.#raised(child, right, left, at) : this.#refreshed(at);
    }
    const child = (right[at] = this.#with(right[at]!, item));
    return weight(child) > weight(at) ? this.#raised(child, left, right, at) : this.#refreshed(at);
  }

  /** Rotates a child above its parent: what lies between the two changes hands. */
  #raised(child: number, inner: Int32Array, outer: Int32Array, parent: number): number {
    outer[parent] = inner[child]!;
    inner[child] = this.#refreshed(parent);
    return this.#refreshed(child);
  }

  #without(at: number, item: number): number {
    const { left, right } = this.branches;
    if (at === item) return this.#joined(left[at]!, right[at]!);
    const side = this.compare(item, at) < 0 ? left : right;
    side[at] = this.#without(side[at]!, item);
    return this.#refreshed(at);
  }

  /** One tree of two, everything in the first before everything in the second. */
  #joined(before: number, after: number): number {
    const { left, right } = this.branches;
    if (before === NONE) return after;
    if (after === NONE) return before;
    if (weight(before) > weight(after)) {
      right[before] = this.#joined(right[before]!, after);
      return this.#refreshed(before);
    }
    left[after] = this.#joined(before, left[after]!);
    return this.#refreshed(after);
  }

  #refreshed(at: number): number {
    const { left, right, least } = this.branches;
    const before = left[at]!;
    const after = right[at]!;
    let lowest = this.valueOf(at);
    if (before !== NONE && least[before]! < lowest) lowest = least[before]!;
    if (after !== NONE && least[after]! < lowest) lowest = least[after]!;
    least[at] = lowest;
    return at;
  }
}

const NONE = -1;

/** Spreads numbers over 32 bits without a pattern and without giving two the same: the finaliser of MurmurHash3. */
function weight(item: number): number {
  let bits = Math.imul(item ^ (item >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
