/** An XState machine as Mermaid text, with a key to what is drawn where. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** One reason to take an edge; `guard` is missing where the transition needs none. */
export interface Branch {
  readonly event: string;
  readonly guard?: string;
}

/** One drawn arrow: all transitions between two states share it, since parallel arrows cover each other's labels. */
export interface DrawnEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly branches: readonly Branch[];
}

/** What a reader sees: a state's name, and why an arrow is taken. States are dotted paths, `waiting.queued`. */
export interface Wording {
  state(path: string): string;
  branch(branch: Branch): string;
}

/** Mermaid text; the node id of each state, and the arrows in the order in which Mermaid numbers them. */
export interface MermaidChart {
  readonly text: string;
  readonly nodeOf: Readonly<Record<string, string>>;
  readonly edges: readonly DrawnEdge[];
}

const pathOf = (node: AnyStateNode): string => node.path.join('.');
const nodeId = (path: string): string => `s_${path.replaceAll('.', '__')}`;
const children = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states);
const descendants = (node: AnyStateNode): AnyStateNode[] =>
  children(node).flatMap((child) => [child, ...descendants(child)]);
/** Mermaid reads these four as syntax; its own notation for a character is its code between `#` and `;`. */
const escape = (words: string): string => words.replace(/[:;#"]/g, (char) => `#${char.charCodeAt(0)};`);

function guardOf({ guard }: AnyTransitionDefinition): string | undefined {
  if (guard === undefined || typeof guard === 'string') return guard;
  if ('type' in guard) return guard.type;
  throw new TypeError('Cannot draw a guard without a name');
}

function branchesFrom(node: AnyStateNode): { source: string; target: string; branch: Branch }[] {
  return [...node.transitions.values()].flat().flatMap((transition) => {
    const guard = guardOf(transition);
    const branch = { event: transition.eventType, ...(guard === undefined ? {} : { guard }) };
    return (transition.target ?? [node]).map((target) => ({ source: pathOf(node), target: pathOf(target), branch }));
  });
}

/** One edge for each pair of states, in chart order, numbered from `first` as Mermaid numbers its arrows. */
function mergedEdges(nodes: readonly AnyStateNode[], first: number): DrawnEdge[] {
  const merged = new Map<string, { source: string; target: string; branches: Branch[] }>();
  for (const { source, target, branch } of nodes.flatMap(branchesFrom)) {
    const key = `${source} ${target}`;
    const edge = merged.get(key) ?? { source, target, branches: [] };
    edge.branches.push(branch);
    merged.set(key, edge);
  }
  return [...merged.values()].map((edge, i) => ({ id: `edge${first + i}`, ...edge }));
}

/**
 * The machine as a Mermaid state diagram: compound states as boxes, the way in as a dot, arrows merged by their two
 * ends with one line for every branch. Final states get no arrow to a second dot: it says nothing and costs a row.
 * @throws {TypeError} if a guard is an anonymous function, or a state is parallel or a history state
 */
export function mermaidChart(machine: AnyStateMachine, wording: Wording): MermaidChart {
  const nodes = descendants(machine.root);
  const odd = nodes.find(({ type }) => type === 'parallel' || type === 'history');
  if (odd !== undefined) throw new TypeError(`Cannot draw "${pathOf(odd)}": it is a ${odd.type} state`);

  const declare = (node: AnyStateNode): string[] => {
    const path = pathOf(node);
    const head = `state "${escape(wording.state(path))}" as ${nodeId(path)}`;
    return children(node).length === 0 ? [head] : [`${head} {`, ...children(node).flatMap(declare), '}'];
  };
  const starts = (machine.root.initial.target ?? []).map((first) => `[*] --> ${nodeId(pathOf(first))}`);
  const edges = mergedEdges(nodes, starts.length);
  const arrows = edges.map(({ source, target, branches }) => {
    const label = branches.map((branch) => escape(wording.branch(branch))).join('<br/>');
    return `${nodeId(source)} --> ${nodeId(target)}: ${label}`;
  });
  return {
    text: ['stateDiagram-v2', ...children(machine.root).flatMap(declare), ...starts, ...arrows].join('\n'),
    nodeOf: Object.fromEntries(nodes.map((node) => [pathOf(node), nodeId(pathOf(node))])),
    edges
  };
}
