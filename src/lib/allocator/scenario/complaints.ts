import { toTicks, parseAmount, parseDuration } from '#lib/base/units/index.ts';

/** Where in a scenario file something stands: keys and list positions from the top. */
export type Path = readonly (string | number)[];

/** Something wrong with a scenario that reads well but cannot be run. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
}

/** Collects what is wrong, so that all of it is told at once, and reads figures that depend on the tick. */
export class Complaints {
  readonly list: Complaint[] = [];

  constructor(readonly tickMillis: number) {}

  add(path: Path, message: string): void {
    this.list.push({ path, message });
  }

  /** A span in whole ticks; one that is off the tick is complained about. */
  ticks(path: Path, span: string | number): number {
    return this.#read(path, () => toTicks(parseDuration(span), this.tickMillis));
  }

  /** A span in whole ticks, at least one. */
  someTicks(path: Path, span: string | number): number {
    const ticks = this.ticks(path, span);
    if (ticks < 1) this.add(path, `must be at least one tick, it is ${span}`);
    return Math.max(1, ticks);
  }

  /** An amount of a resource as a whole number. */
  amount(path: Path, resource: string, quantity: string | number): number {
    return this.#read(path, () => parseAmount(resource, quantity));
  }

  /** Complains about every name that was there before. */
  unique(what: string, names: readonly { readonly name: string; readonly path: Path }[]): void {
    const seen = new Set<string>();
    for (const { name, path } of names) {
      if (seen.has(name)) this.add(path, `duplicate name: there is another ${what} called "${name}"`);
      seen.add(name);
    }
  }

  #read(path: Path, read: () => number): number {
    try {
      return read();
    } catch (e) {
      this.add(path, (e as Error).message);
      return 0;
    }
  }
}
