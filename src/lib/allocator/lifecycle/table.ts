/** What the compiler reads of a chart: the part of an XState configuration that a table can represent. */
export interface ChartNode {
  readonly initial?: string;
  readonly type?: string;
  readonly states?: Readonly<Record<string, ChartNode>>;
  readonly on?: Readonly<Record<string, ChartEdge | readonly ChartEdge[]>>;
}

/** One edge of a chart: where it leads, and the name of the guard that must hold. */
export interface ChartEdge {
  readonly target?: string;
  readonly guard?: string;
}

/** One row of the table. `guard` is an index into `guards`, or -1 where nothing has to hold. */
export interface Transition {
  readonly id: number;
  readonly from: number;
  readonly event: number;
  readonly guard: number;
  readonly to: number;
}

/** A chart as arrays: leaf states, events and guards by index, and for each (state, event) its first transition. */
export interface Table {
  /** Leaf states by path, `waiting.queued`; the initial one first. */
  readonly states: readonly string[];
  readonly events: readonly string[];
  readonly guards: readonly string[];
  readonly final: readonly boolean[];
  readonly transitions: readonly Transition[];
  /** `first[state * events.length + event]` is the first transition to try, or -1. */
  readonly first: Int16Array;
  /** `alternative[transition]` is the one to try when its guard does not hold, or -1. */
  readonly alternative: Int16Array;
}

/** Thrown for a chart that uses what a table cannot represent; the message names the place. */
export class ChartError extends Error {}

const nodeKeys = new Set(['id', 'initial', 'type', 'states', 'on']);
const edgeKeys = new Set(['target', 'guard']);

const refuse = (place: string, what: string): never => {
  throw new ChartError(`${place}: ${what}`);
};

function checkNode(path: string, node: ChartNode): void {
  for (const key of Object.keys(node))
    if (!nodeKeys.has(key)) refuse(path || 'chart', `"${key}" cannot be compiled to a table`);
  if (node.type !== undefined && node.type !== 'final')
    refuse(path, `type "${node.type}" cannot be compiled to a table`);
  if (node.states !== undefined && (node.initial === undefined || !(node.initial in node.states)))
    refuse(path || 'chart', 'a state with substates needs an initial one among them');
  if (node.type === 'final' && (node.on !== undefined || node.states !== undefined))
    refuse(path, 'a final state has neither events nor substates');
}

/** A node of the chart with its path and the node it stands in. */
interface Place {
  readonly path: string;
  readonly node: ChartNode;
  readonly parent: Place | undefined;
}

function leaves(place: Place): Place[] {
  checkNode(place.path, place.node);
  if (place.node.states === undefined) return [place];
  return Object.entries(place.node.states).flatMap(([name, node]) =>
    leaves({ path: place.path === '' ? name : `${place.path}.${name}`, node, parent: place })
  );
}

function initialLeaf(root: ChartNode, path: string): string {
  let node: ChartNode | undefined = root;
  for (const name of path === '' ? [] : path.split('.')) node = node?.states?.[name];
  if (node === undefined) return refuse(path, 'no such state');
  return node.initial === undefined ? path : initialLeaf(root, path === '' ? node.initial : `${path}.${node.initial}`);
}

const edgesOf = (edges: ChartEdge | readonly ChartEdge[]): readonly ChartEdge[] =>
  Array.isArray(edges) ? edges : [edges as ChartEdge];

/** The edges that a leaf takes on an event, its own before those of the states around it, as XState tries them. */
function candidates(leaf: Place, event: string): { edge: ChartEdge; from: Place }[] {
  const own = leaf.node.on?.[event];
  const outer = leaf.parent === undefined ? [] : candidates(leaf.parent, event);
  return [...(own === undefined ? [] : edgesOf(own).map((edge) => ({ edge, from: leaf }))), ...outer];
}

/**
 * Compiles a chart to a table: same states, same events, same first-guard-that-holds rule.
 * Throws ChartError for anything beyond nested states with guarded targets (actions, history, parallel states, timers,
 * `always`, wildcards, targetless edges), and for alternatives that can never be reached.
 */
export function compile(root: ChartNode): Table {
  const places = leaves({ path: '', node: root, parent: undefined });
  const start = initialLeaf(root, '');
  const states = [start, ...places.map((p) => p.path).filter((p) => p !== start)];
  const leafOf = new Map(places.map((p) => [p.path, p]));
  const events: string[] = [];
  const guards: string[] = [];
  const index = (list: string[], name: string): number => {
    if (!list.includes(name)) list.push(name);
    return list.indexOf(name);
  };
  const eventsAround = (place: Place | undefined): string[] =>
    place === undefined ? [] : [...Object.keys(place.node.on ?? {}), ...eventsAround(place.parent)];
  for (const path of states) for (const event of eventsAround(leafOf.get(path))) index(events, event);

  const transitions: Transition[] = [];
  const first = new Int16Array(states.length * events.length).fill(-1);
  const alternative: number[] = [];
  states.forEach((path, from) => {
    events.forEach((event, e) => {
      const place = leafOf.get(path) as Place;
      let before = -1;
      for (const { edge, from: owner } of candidates(place, event)) {
        const where = `${path} on ${event}`;
        for (const key of Object.keys(edge))
          if (!edgeKeys.has(key)) refuse(where, `"${key}" cannot be compiled to a table`);
        if (event === '' || event.includes('*')) refuse(where, 'wildcards cannot be compiled to a table');
        if (edge.target === undefined) return refuse(where, 'an edge without a target cannot be compiled to a table');
        if (edge.guard !== undefined && typeof edge.guard !== 'string') refuse(where, 'a guard must be a name');
        if (before >= 0 && transitions[before]?.guard === -1)
          refuse(where, 'an alternative after an unguarded one is never reached');
        const scope = owner.parent?.path ?? '';
        const to = initialLeaf(root, scope === '' ? edge.target : `${scope}.${edge.target}`);
        const id = transitions.length;
        transitions.push({
          id,
          from,
          event: e,
          guard: edge.guard === undefined ? -1 : index(guards, edge.guard),
          to: states.indexOf(to)
        });
        alternative.push(-1);
        if (before < 0) first[from * events.length + e] = id;
        else alternative[before] = id;
        before = id;
      }
    });
  });
  if (transitions.length > 127 || guards.length > 30) refuse('chart', 'too large for the table');
  return {
    states,
    events,
    guards,
    final: states.map((path) => leafOf.get(path)?.node.type === 'final'),
    transitions,
    first,
    alternative: Int16Array.from(alternative)
  };
}

/**
 * The transition that `event` takes in `state`, or -1 if it is refused there.
 * `truths` has bit g set where guard g holds.
 */
export function next(table: Table, state: number, event: number, truths: number): number {
  let id = table.first[state * table.events.length + event] as number;
  while (id >= 0) {
    const guard = (table.transitions[id] as Transition).guard;
    if (guard < 0 || ((truths >> guard) & 1) === 1) return id;
    id = table.alternative[id] as number;
  }
  return -1;
}
