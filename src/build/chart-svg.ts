/** A laid-out chart as SVG that carries classes and ids and no colour: `chart.css` gives it the colours of the theme. */
import type { Layout, PlacedEdge, PlacedState, Rect } from './layout.ts';

const lineHeight = 17.6;
const fontSize = 16;
/** From the middle of a line to its baseline, in parts of the font size. */
const baseline = 0.35;
const titleHeight = 20;

const round = (value: number): string => String(Math.round(value * 10) / 10);
const roundAll = (path: string): string => path.replace(/-?\d+\.\d+/g, (value) => round(Number(value)));
const escape = (words: string): string => words.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const rectangle = ({ x, y, width, height }: Rect, radius = 0): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"${radius > 0 ? ` rx="${radius}"` : ''}/>`;

/** Centred text: right whatever the reader's font measures. */
function words(lines: readonly string[], { x, y, width, height }: Rect): string {
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + fontSize * baseline;
  const rows = lines.map(
    (line, i) => `<tspan x="${round(x + width / 2)}" y="${round(first + i * lineHeight)}">${escape(line)}</tspan>`
  );
  return `<text>${rows.join('')}</text>`;
}

function stateGroup(prefix: string, { id, rect, lines, outer }: PlacedState): string {
  const title = outer ? { ...rect, height: titleHeight } : rect;
  return `<g id="${prefix}-${id}" class="state${outer ? ' outer' : ''}">${rectangle(rect, 5)}${words(lines, title)}</g>`;
}

const arrow = (prefix: string, { id, path }: PlacedEdge): string =>
  `<path id="${prefix}-${id}" class="edge" d="${roundAll(path)}" marker-end="url(#${prefix}-arrow)"/>`;

const label = (prefix: string, { id, label }: PlacedEdge): string =>
  label === undefined
    ? ''
    : `<g id="${prefix}-${id}-label" class="edge-label">${rectangle(label.rect)}${words(label.lines, label.rect)}</g>`;

/**
 * The picture: states `<prefix>-<node id>`, arrows `<prefix>-<edge id>`, their labels `<prefix>-<edge id>-label`.
 * Labels lie over arrows, arrows over the states that hold others.
 */
export function chartSvg(prefix: string, { frame, states, edges, starts }: Layout): string {
  const { x, y, width, height } = frame;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="${[x, y, width, height].map(round).join(' ')}">`,
    `<defs><marker id="${prefix}-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10" markerHeight="10" ` +
      `markerUnits="userSpaceOnUse" orient="auto"><path class="arrow" d="M0 0 10 5 0 10 3 5Z"/></marker></defs>`,
    ...states.filter(({ outer }) => outer).map((state) => stateGroup(prefix, state)),
    ...edges.map((edge) => arrow(prefix, edge)),
    ...states.filter(({ outer }) => !outer).map((state) => stateGroup(prefix, state)),
    ...edges.map((edge) => label(prefix, edge)),
    ...starts.map((start) => `<circle class="start" cx="${round(start.x)}" cy="${round(start.y)}" r="7"/>`),
    '</svg>'
  ].join('');
}
