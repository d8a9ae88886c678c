import type { Layout, PlacedEdge, Rect } from './layout.ts';

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

function withTail(edge: PlacedEdge, { x, y, width, height }: Rect): PlacedEdge {
  const [, startX, startY] = /^M(-?[\d.]+),(-?[\d.]+)/.exec(edge.path) ?? [];
  if (startX === undefined || startY === undefined) return edge;
  const borderX = clamp(Number(startX), x, x + width);
  const borderY = clamp(Number(startY), y, y + height);
  return { ...edge, path: `M${borderX},${borderY}L${edge.path.slice(1)}` };
}

/**
 * The layout with every arrow that leaves a state holding others led back to that state's border: Mermaid cuts such an
 * arrow off at a larger box than the one it draws, which leaves the arrow hanging in the air.
 * @param sourceOf node id of the state that an edge leaves
 */
export function attachTails(layout: Layout, sourceOf: ReadonlyMap<string, string>): Layout {
  const outer = new Map(layout.states.filter((state) => state.outer).map((state) => [state.id, state.rect]));
  const edges = layout.edges.map((edge) => {
    const rect = outer.get(sourceOf.get(edge.id) ?? '');
    return rect === undefined ? edge : withTail(edge, rect);
  });
  return { ...layout, edges };
}
