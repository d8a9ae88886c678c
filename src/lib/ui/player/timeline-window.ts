import { firstBar, type Bar, type Bars, type Lane } from '#lib/teaching/explain/index.ts';

/** Ticks `from` to `to` of a run, as far as they are drawn. */
export interface TickWindow {
  readonly from: number;
  readonly to: number;
}

/** The bars of a lane that reach into a window and last at least a tick, in order. */
export function barsIn({ bars }: Lane<Bars>, { from, to }: TickWindow): Bar[] {
  const shown: Bar[] = [];
  for (let i = firstEndingAfter(bars, from); i < bars.length; i++) {
    const bar = bars.at(i) as Bar;
    if (bar.from > to) break;
    if (bar.to > bar.from) shown.push(bar);
  }
  return shown;
}

/** The widest window around a tick in which the lanes have at most `most` bars: the whole run, its half, a quarter … */
export function ticksAround(lanes: readonly Lane<Bars>[], tick: number, end: number, most: number): TickWindow {
  for (let width = Math.max(end, 1); ; width /= 2) {
    const from = Math.max(0, Math.min(tick - width / 2, end - width));
    const shown = { from, to: from + width };
    if (width <= 1 || count(lanes, shown) <= most) return shown;
  }
}

const count = (lanes: readonly Lane<Bars>[], { from, to }: TickWindow): number =>
  lanes.reduce((sum, { bars }) => sum + firstStartingAfter(bars, to) - firstEndingAfter(bars, from), 0);

const firstEndingAfter = (bars: Bars, tick: number): number => firstBar(bars, (bar) => bar.to > tick);
const firstStartingAfter = (bars: Bars, tick: number): number => firstBar(bars, (bar) => bar.from > tick);
