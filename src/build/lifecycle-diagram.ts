/** The diagram of a request's life, drawn from the live chart in a learner's words. */
import { eventWords, guardWords, stateWords, type EventName, type GuardName } from '#lib/allocator/lifecycle/index.ts';
import { lifecycleMachine } from '#lib/allocator/lifecycle/machine.ts';
import { chartSvg } from './chart-svg.ts';
import { readLayout } from './layout.ts';
import { mermaidChart, type Branch, type DrawnEdge, type MermaidChart } from './mermaid-text.ts';
import { renderMermaid } from './mermaid.ts';
import { attachTails } from './tails.ts';

/** Ids in the picture begin with this. */
const prefix = 'lifecycle';

/** What a page needs: the picture, the element of each state, the arrows with their elements and branches. */
export interface Diagram {
  readonly svg: string;
  readonly nodeOf: Readonly<Record<string, string>>;
  readonly edges: readonly DrawnEdge[];
}

function branchWords({ event, guard }: Branch): string {
  if (guard !== undefined) return guardWords[guard as GuardName];
  if (event === 'decide') return guardWords.mustQueue;
  return event === 'release' ? 'otherwise' : eventWords[event as EventName];
}

/** The chart as Mermaid text. A state that only groups others is named by its own id. */
export const lifecycleChart = (): MermaidChart =>
  mermaidChart(lifecycleMachine, {
    state: (path) => (stateWords as Readonly<Record<string, string>>)[path] ?? path,
    branch: branchWords
  });

/** Draws the chart; `nodeOf` and `id` of the edges are ids of elements of the picture. */
export async function drawLifecycle({ text, nodeOf, edges }: MermaidChart): Promise<Diagram> {
  const sourceOf = new Map(edges.map(({ id, source }) => [id, nodeOf[source] ?? source]));
  const layout = attachTails(readLayout(await renderMermaid(prefix, text)), sourceOf);
  return {
    svg: chartSvg(prefix, layout),
    nodeOf: Object.fromEntries(Object.entries(nodeOf).map(([state, id]) => [state, `${prefix}-${id}`])),
    edges: edges.map((edge) => ({ ...edge, id: `${prefix}-${edge.id}` }))
  };
}
