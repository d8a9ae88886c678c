import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, type SymbolType } from 'd3-shape';
import { drawable, type Look, type Plot, type Series } from './plot.ts';
import type { Scale } from './scales.ts';

const shapes: Readonly<Record<Look, SymbolType>> = {
  measured: symbolCircle,
  other: symbolSquare,
  predicted: symbolDiamond,
  law: symbolCircle,
  bound: symbolTriangle
};

/** The outline of a look's mark around the point 0,0, as path data. */
export const markPath = (look: Look): string => symbol(shapes[look], look === 'predicted' ? 90 : 52)() ?? '';

/** One series, placed: its line as path data, empty where it has none, and where its marks stand. */
export interface Placed {
  readonly line: string;
  readonly marks: readonly { readonly x: number; readonly y: number }[];
}

/** Places a series of a plot on its scales. */
export function place(plot: Plot, { points, draws }: Series, scales: { readonly x: Scale; readonly y: Scale }): Placed {
  const placed = drawable(plot, points).map(({ x, y }) => ({ x: scales.x.at(x), y: scales.y.at(y) }));
  const through = line<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y
  );
  return { line: draws === 'marks' ? '' : (through(placed) ?? ''), marks: draws === 'line' ? [] : placed };
}
