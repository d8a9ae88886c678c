import { scaleLinear, scaleLog } from 'd3-scale';
import { drawable, type Axis, type Plot } from './plot.ts';

/** Where a number stands on an axis, in px, and the numbers at which the axis is marked. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** The room of a plot in px, inside which its marks lie. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Both scales of a plot, wide enough for every series. `undefined` if there is nothing that can be drawn. */
export function scalesOf(plot: Plot, frame: Frame): { readonly x: Scale; readonly y: Scale } | undefined {
  const points = plot.series.flatMap(({ points }) => drawable(plot, points));
  if (points.length === 0) return undefined;
  return {
    x: scaleOf(plot.x, spanOf(points.map(({ x }) => x)), [frame.left, frame.right]),
    y: scaleOf(plot.y, spanOf(points.map(({ y }) => y)), [frame.bottom, frame.top])
  };
}

type Span = readonly [least: number, most: number];

const spanOf = (values: readonly number[]): Span => [
  values.reduce((a, b) => Math.min(a, b)),
  values.reduce((a, b) => Math.max(a, b))
];

function scaleOf({ scale: kind }: Axis, [least, most]: Span, range: Span): Scale {
  const room = Math.abs(range[1] - range[0]);
  if (kind === 'log') {
    const scale = scaleLog([least, Math.max(most, least * 10)], range).nice();
    return { at: scale, ticks: logTicks(scale.ticks(), Math.floor(room / 48)) };
  }
  const scale = scaleLinear([Math.min(0, least), most === 0 ? 1 : most], range).nice();
  return { at: scale, ticks: scale.ticks(Math.max(2, Math.floor(room / 64))) };
}

/** Powers of ten alone, and of these every second, third … where there are more than fit. */
function logTicks(all: readonly number[], most: number): readonly number[] {
  const powers = all.filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
  const every = Math.ceil(powers.length / Math.max(2, most));
  return powers.filter((_, i) => i % every === 0);
}
