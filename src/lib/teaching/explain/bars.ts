import type { Bar, Bars, BarState } from './view.ts';

const states: readonly BarState[] = ['waiting', 'allocated', 'running', 'stopping'];

/** Makes a bar from its columns. */
export type MakeBar = (job: number, state: BarState, step: number, until: number) => Bar;

/** Bars of many lanes while they are drawn, in the order in which they begin. */
export class BarColumns {
  #length = 0;
  #lane = new Uint32Array(64);
  #job = new Uint32Array(64);
  #state = new Uint8Array(64);
  #step = new Uint32Array(64);
  #until = new Uint32Array(64);

  /** @param end what a bar that is never closed ends with */
  constructor(readonly end: number) {}

  /** Begins a bar at a step and gives its number. */
  open(lane: number, job: number, state: BarState, step: number): number {
    if (this.#length === this.#lane.length) this.#grow();
    const bar = this.#length++;
    this.#lane[bar] = lane;
    this.#job[bar] = job;
    this.#state[bar] = states.indexOf(state);
    this.#step[bar] = step;
    this.#until[bar] = this.end;
    return bar;
  }

  close(bar: number, step: number): void {
    this.#until[bar] = step;
  }

  laneOf(bar: number): number {
    return this.#lane[bar] as number;
  }

  /** The bars of each of so many lanes: 13 bytes a bar, which is made only when it is asked for. */
  byLane(lanes: number, make: MakeBar): Bars[] {
    const ends = new Uint32Array(lanes);
    for (let bar = 0; bar < this.#length; bar++) add(ends, this.#lane[bar] as number, 1);
    for (let lane = 1; lane < lanes; lane++) add(ends, lane, ends[lane - 1] as number);
    const starts = ends.map((_, lane) => ends[lane - 1] ?? 0);
    const order = new Uint32Array(this.#length);
    const next = starts.slice();
    for (let bar = 0; bar < this.#length; bar++) order[add(next, this.#lane[bar] as number, 1)] = bar;
    const job = order.map((bar) => this.#job[bar] as number);
    const state = Uint8Array.from(order, (bar) => this.#state[bar] as number);
    const step = order.map((bar) => this.#step[bar] as number);
    const until = order.map((bar) => this.#until[bar] as number);
    return Array.from(starts, (start, lane): Bars => {
      const length = (ends[lane] as number) - start;
      return {
        length,
        at(index) {
          const i = start + index;
          const name = states[state[i] as number] as BarState;
          return index < 0 || index >= length
            ? undefined
            : make(job[i] as number, name, step[i] as number, until[i] as number);
        }
      };
    });
  }

  #grow(): void {
    this.#lane = longer(this.#lane);
    this.#job = longer(this.#job);
    this.#state = longer(this.#state);
    this.#step = longer(this.#step);
    this.#until = longer(this.#until);
  }
}

/** Adds to one of some numbers and gives what it was. */
function add(numbers: Uint32Array, at: number, more: number): number {
  const before = numbers[at] as number;
  numbers[at] = before + more;
  return before;
}

/** The same column with twice the places. */
function longer<C extends Uint8Array | Uint32Array>(column: C): C {
  const twice = new (column.constructor as new (length: number) => C)(2 * column.length);
  twice.set(column);
  return twice;
}

/** The place of the first bar of which something holds; it must hold of all behind that too. By binary search. */
export function firstBar(bars: Bars, holds: (bar: Bar) => boolean): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(bars.at(middle) as Bar)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The bar of a lane that holds at a step. */
export function barAt(bars: Bars, step: number): Bar | undefined {
  const next = firstBar(bars, (bar) => bar.step > step);
  const bar = next === 0 ? undefined : bars.at(next - 1);
  return bar !== undefined && step < bar.until ? bar : undefined;
}
