import { stateId } from '#lib/allocator/lifecycle/index.ts';
import { change, isTransition, jobName, World, type Trace } from '#lib/allocator/trace/index.ts';
import { BarColumns, type MakeBar } from './bars.ts';
import { clockOf, kindOf, nodeName } from './names.ts';
import { Lowest } from './lowest.ts';
import { Places } from './places.ts';
import type { Bar, Bars, BarState, Lane, Timeline } from './view.ts';

const stateOfBar: Readonly<Partial<Record<number, BarState>>> = {
  [stateId['waiting.queued']]: 'waiting',
  [stateId['waiting.held']]: 'waiting',
  [stateId['waiting.scaling']]: 'waiting',
  [stateId['waiting.preempting']]: 'waiting',
  [stateId.backoff]: 'waiting',
  [stateId.allocated]: 'allocated',
  [stateId.running]: 'running',
  [stateId.stopping]: 'stopping'
};

/** Every place of the cluster and of the queue with the bars of those who held it. Reads every record once. */
export function timelineOf(trace: Trace): Timeline<Bars> {
  const drawing = new Drawing(trace);
  for (let step = 1; step <= trace.last; step++) drawing.draw(step);
  return drawing.finish();
}

/** A timeline with every bar made. */
export function wholeOf({ end, clock, lanes, queue }: Timeline<Bars>): Timeline {
  const whole = ({ node, label, device, bars }: Lane<Bars>): Lane => ({
    node,
    label,
    device,
    bars: Array.from({ length: bars.length }, (_, i) => bars.at(i) as Bar)
  });
  return { end, clock, lanes: lanes.map(whole), queue: queue.map(whole) };
}

/** What a job holds at present: its places, how many pods it has on each node, and its bars, which are open. */
interface Held {
  readonly places: number[];
  readonly pods: Map<number, number>;
  state: BarState | undefined;
  bars: readonly number[];
}

class Drawing {
  readonly #world: World;
  readonly #places: Places;
  readonly #lanes: BarColumns;
  readonly #queue: BarColumns;
  readonly #freeInQueue = new Lowest();
  #queueLanes = 0;
  readonly #held = new Map<number, Held>();
  /** The bar of each job that waits. */
  readonly #waiting = new Map<number, number>();
  readonly #touched = new Set<number>();

  constructor(readonly trace: Trace) {
    this.#world = new World(trace.scenario);
    this.#places = new Places(trace.scenario);
    this.#lanes = new BarColumns(trace.last + 1);
    this.#queue = new BarColumns(trace.last + 1);
    for (let node = 0; node < trace.scenario.nodes.length; node++) this.#places.see(node);
  }

  draw(step: number): void {
    this.#replay(step);
    // Whoever gives a place back does so before another takes it.
    for (const job of this.#touched) if (!this.#world.holds(job)) this.#leave(job, step);
    for (const job of this.#touched) if (this.#world.holds(job)) this.#hold(job, step);
    for (const job of this.#touched) this.#queueUp(job, step);
  }

  /** Closes what is open at the end of the run and gives every lane its name. */
  finish(): Timeline<Bars> {
    const { trace } = this;
    const { scenario } = trace;
    const end = trace.tickOf(trace.last);
    const { list } = this.#places;
    const bars = this.#lanes.byLane(list.length, this.#bar);
    const lanes = list.map(({ node, label, device }, i) => ({
      node,
      lane: { node: nodeName(scenario, node), label, device, bars: bars[i] as Bars }
    }));
    return {
      end,
      clock: clockOf(scenario, end),
      lanes: lanes.sort((a, b) => a.node - b.node).map(({ lane }) => lane),
      queue: this.#queue
        .byLane(this.#queueLanes, this.#bar)
        .map((bars, i) => ({ node: 'Queue', label: `${i + 1}`, device: false, bars }))
    };
  }

  /** Brings the world to a step, and notes the jobs that the step changes. */
  #replay(step: number): void {
    const { trace } = this;
    const from = trace.firstOf(step);
    const to = trace.firstOf(step + 1);
    trace.replay(this.#world, from, to);
    this.#touched.clear();
    for (let i = from; i < to; i++) {
      const kind = trace.kindOf(i);
      if (isTransition(kind) || kind === change.book || kind === change.free) this.#touched.add(trace.subjectOf(i));
    }
  }

  #leave(job: number, step: number): void {
    const held = this.#held.get(job);
    if (held === undefined) return;
    this.#close(held, step);
    this.#places.give(held.places);
    this.#held.delete(job);
  }

  #hold(job: number, step: number): void {
    const state = this.#stateOf(job);
    const held = this.#held.get(job) ?? { places: [], pods: new Map<number, number>(), state: undefined, bars: [] };
    this.#held.set(job, held);
    const before = held.places.length;
    for (const { node, pods } of this.#world.holdings(job)) {
      const more = pods - (held.pods.get(node) ?? 0);
      if (more > 0) held.places.push(...this.#places.take(node, kindOf(this.#world, job).requests, more));
      held.pods.set(node, pods);
    }
    if (state === undefined || (held.state === state && held.places.length === before)) return;
    this.#close(held, step);
    held.state = state;
    held.bars = held.places.map((place) => this.#lanes.open(place, job, state, step));
  }

  /** A job that is checked again keeps its place in the queue until the check has an outcome. */
  #queueUp(job: number, step: number): void {
    const waits = this.#stateOf(job) === 'waiting';
    const bar = this.#waiting.get(job);
    if (waits && bar === undefined) {
      const lane = this.#freeInQueue.pop() ?? this.#queueLanes++;
      this.#waiting.set(job, this.#queue.open(lane, job, 'waiting', step));
    } else if (!waits && bar !== undefined && this.#world.state[job] !== stateId.checking + 1) {
      this.#queue.close(bar, step);
      this.#freeInQueue.push(this.#queue.laneOf(bar));
      this.#waiting.delete(job);
    }
  }

  #stateOf(job: number): BarState | undefined {
    return stateOfBar[(this.#world.state[job] as number) - 1];
  }

  #close({ bars }: Held, step: number): void {
    for (const bar of bars) this.#lanes.close(bar, step);
  }

  readonly #bar: MakeBar = (job, state, step, until) => ({
    job: jobName(this.#world, job),
    state,
    from: this.trace.tickOf(step),
    to: this.trace.tickOf(Math.min(until, this.trace.last)),
    step,
    until
  });
}
