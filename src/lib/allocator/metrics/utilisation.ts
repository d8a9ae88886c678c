import type { Cursor } from '#lib/allocator/trace/index.ts';

/** Steps from one kept sum to the next, and so the most that are gone over again for the sums up to any step. */
const APART = 512;

/** Amounts held and offered, each summed over the ticks since the first arrival. */
class Sums {
  readonly held: Float64Array;
  readonly offered: Float64Array;

  constructor(
    width: number,
    /** Up to where is summed. */
    public tick: number
  ) {
    this.held = new Float64Array(width);
    this.offered = new Float64Array(width);
  }

  copy(): Sums {
    const copy = new Sums(this.held.length, this.tick);
    copy.held.set(this.held);
    copy.offered.set(this.offered);
    return copy;
  }
}

/** Amounts held over amounts offered by the nodes that were up, up to any step of a run. */
export class Utilisation {
  /** What is summed up to the tick of every step that is a multiple of `APART`. */
  readonly #kept: Sums[] = [];

  /** Reads every record of the run once. */
  constructor(
    readonly cursor: Cursor,
    from: number
  ) {
    const sums = new Sums(cursor.trace.scenario.resources.length, from);
    for (let step = 0; step <= cursor.trace.last; step += APART) {
      this.#add(sums, step - APART + 1, step);
      this.#kept.push(sums.copy());
    }
  }

  /** By resource, 0 to 1, up to the tick of a step; a resource that nobody has offered yet is left out. */
  upTo(step: number): Record<string, number> {
    const kept = Math.floor(step / APART);
    const sums = (this.#kept[kept] as Sums).copy();
    this.#add(sums, kept * APART + 1, step);
    return Object.fromEntries(
      this.cursor.trace.scenario.resources.flatMap((name, r) => {
        const offered = sums.offered[r] as number;
        return offered > 0 ? [[name, (sums.held[r] as number) / offered]] : [];
      })
    );
  }

  /** Goes on over some steps: what is held in a step lasts from its tick to that of the next. */
  #add(sums: Sums, from: number, to: number): void {
    const { cursor } = this;
    for (let step = Math.max(1, from); step <= to; step++) {
      const tick = cursor.trace.tickOf(step);
      const span = tick - sums.tick;
      if (span <= 0) continue;
      const { held, offered } = cursor.seek(step - 1);
      for (let r = 0; r < held.length; r++) {
        sums.held[r] = (sums.held[r] as number) + span * (held[r] as number);
        sums.offered[r] = (sums.offered[r] as number) + span * (offered[r] as number);
      }
      sums.tick = tick;
    }
  }
}
