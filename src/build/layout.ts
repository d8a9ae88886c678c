/** Where Mermaid put things: its SVG read back as plain geometry, so that nothing of its own styling is kept. */

/** A rectangle in the units of the picture. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box with words in it; `id` is the node's id in the Mermaid text. `outer` is true of a state that holds others. */
export interface PlacedState {
  readonly id: string;
  readonly rect: Rect;
  readonly lines: readonly string[];
  readonly outer: boolean;
}

/** An arrow: its path, and its label where it has one. */
export interface PlacedEdge {
  readonly id: string;
  readonly path: string;
  readonly label?: { readonly rect: Rect; readonly lines: readonly string[] };
}

/** The dot that marks the way in. */
export interface PlacedStart {
  readonly x: number;
  readonly y: number;
}

/** A whole picture. */
export interface Layout {
  readonly frame: Rect;
  readonly states: readonly PlacedState[];
  readonly edges: readonly PlacedEdge[];
  readonly starts: readonly PlacedStart[];
}

function one(parent: Element, selector: string): Element {
  const found = parent.querySelector(selector);
  if (found === null) throw new Error(`Cannot read the diagram: no "${selector}" in "${parent.id || parent.tagName}"`);
  return found;
}

/** The sum of the translations from an element up to the picture; Mermaid uses no other transform. */
function offset(element: Element): PlacedStart {
  let [x, y] = [0, 0];
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const found = /translate\(\s*(-?[\d.e-]+)[ ,]+(-?[\d.e-]+)/.exec(at.getAttribute('transform') ?? '');
    x += Number(found?.[1] ?? 0);
    y += Number(found?.[2] ?? 0);
  }
  return { x, y };
}

function rectOf(rect: Element): Rect {
  const { x, y } = offset(rect);
  const value = (name: string): number => Number(rect.getAttribute(name) ?? 0);
  return { x: x + value('x'), y: y + value('y'), width: value('width'), height: value('height') };
}

const linesOf = (parent: Element): string[] =>
  [...parent.querySelectorAll('tspan.row')].map((row) => row.textContent.trim()).filter((line) => line !== '');

function placedStates(svg: Element): PlacedState[] {
  const outer = [...svg.querySelectorAll('g.statediagram-cluster')].map((group) => ({
    id: group.getAttribute('data-id') ?? '',
    rect: rectOf(one(group, 'rect.outer')),
    lines: linesOf(group),
    outer: true
  }));
  const inner = [...svg.querySelectorAll('g.node.statediagram-state')].map((group) => ({
    id: /-state-(.+)-\d+$/.exec(group.id)?.[1] ?? '',
    rect: rectOf(one(group, 'rect.label-container')),
    lines: linesOf(group),
    outer: false
  }));
  return [...outer, ...inner];
}

function placedEdge(svg: Element, path: Element): PlacedEdge {
  const id = path.getAttribute('data-id') ?? '';
  const edge = { id, path: path.getAttribute('d') ?? '' };
  const label = one(svg, `g.label[data-id="${id}"]`);
  const lines = linesOf(label);
  return lines.length === 0 ? edge : { ...edge, label: { rect: rectOf(one(label, 'rect.background')), lines } };
}

/**
 * The geometry of a state diagram that Mermaid drew.
 * @throws {Error} if an element is missing: another version of Mermaid draws differently
 */
export function readLayout(svg: SVGSVGElement): Layout {
  const [x = 0, y = 0, width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return {
    frame: { x, y, width, height },
    states: placedStates(svg),
    edges: [...svg.querySelectorAll('path.transition')].map((path) => placedEdge(svg, path)),
    starts: [...svg.querySelectorAll('.state-start')].map(offset)
  };
}
