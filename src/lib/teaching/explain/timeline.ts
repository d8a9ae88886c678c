import { stateId } from '#lib/allocator/lifecycle/index.ts';
import { change, isTransition, jobName, World, type Trace } from '#lib/allocator/trace/index.ts';
import { clockOf, kindOf, nodeName } from './names.ts';
import { Places } from './places.ts';
import type { Bar, BarState, Timeline } from './view.ts';

type Open = { -readonly [K in keyof Bar]: Bar[K] };

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
export function timelineOf(trace: Trace): Timeline {
  const drawing = new Drawing(trace);
  for (let step = 1; step <= trace.last; step++) drawing.draw(step);
  return drawing.finish();
}

class Drawing {
  readonly #world: World;
  readonly #places: Places;
  readonly #lanes: Bar[][] = [];
  readonly #queue: Bar[][] = [];
  readonly #freeInQueue: number[] = [];
  /** What each job holds at present: its places, and the bars that are still open. */
  readonly #held = new Map<number, { readonly places: number[]; readonly pods: Map<number, number> }>();
  readonly #open = new Map<number, Open[]>();
  readonly #waiting = new Map<number, { readonly lane: number; readonly bar: Open }>();

  constructor(readonly trace: Trace) {
    this.#world = new World(trace.scenario);
    this.#places = new Places(trace.scenario);
    for (let node = 0; node < trace.scenario.nodes.length; node++) this.#places.see(node);
  }

  draw(step: number): void {
    const { trace } = this;
    trace.replay(this.#world, trace.firstOf(step), trace.firstOf(step + 1));
    const touched = new Set<number>();
    for (const { kind, subject } of trace.recordsOf(step))
      if (isTransition(kind) || kind === change.book || kind === change.free) touched.add(subject);
    // Whoever gives a place back does so before another takes it.
    for (const job of touched) if (this.#world.holdings(job).length === 0) this.#leave(job, step);
    for (const job of touched) this.#hold(job, step);
    for (const job of touched) this.#queueUp(job, step);
  }

  /** Closes what is open at the end of the run and gives every lane its name. */
  finish(): Timeline {
    const { scenario, last } = this.trace;
    const end = this.trace.tickOf(last);
    const lanes = this.#places.list.map(({ node, label, device }, i) => ({
      node,
      lane: { node: nodeName(scenario, node), label, device, bars: this.#lanes[i] ?? [] }
    }));
    return {
      end,
      clock: clockOf(scenario, end),
      lanes: lanes.sort((a, b) => a.node - b.node).map(({ lane }) => lane),
      queue: this.#queue.map((bars, i) => ({ node: 'Queue', label: `${i + 1}`, device: false, bars }))
    };
  }

  #leave(job: number, step: number): void {
    this.#close(job, step);
    this.#places.give(this.#held.get(job)?.places ?? []);
    this.#held.delete(job);
  }

  #hold(job: number, step: number): void {
    const holdings = this.#world.holdings(job);
    if (holdings.length === 0) return;
    const state = stateOfBar[(this.#world.state[job] as number) - 1];
    const held = this.#held.get(job) ?? { places: [], pods: new Map<number, number>() };
    this.#held.set(job, held);
    const before = held.places.length;
    for (const { node, pods } of holdings) {
      const more = pods - (held.pods.get(node) ?? 0);
      if (more > 0) held.places.push(...this.#places.take(node, kindOf(this.#world, job).requests, more));
      held.pods.set(node, pods);
    }
    if (state === undefined || (this.#open.get(job)?.[0]?.state === state && held.places.length === before)) return;
    this.#close(job, step);
    this.#open.set(
      job,
      held.places.map((place) => {
        const bar = this.#bar(job, state, step);
        (this.#lanes[place] ??= []).push(bar);
        return bar;
      })
    );
  }

  /** A job that is checked again keeps its place in the queue until the check has an outcome. */
  #queueUp(job: number, step: number): void {
    const state = (this.#world.state[job] as number) - 1;
    const waits = stateOfBar[state] === 'waiting';
    const waiting = this.#waiting.get(job);
    if (waits && waiting === undefined) {
      const lane = this.#freeInQueue.pop() ?? this.#queue.length;
      const bar = this.#bar(job, 'waiting', step);
      (this.#queue[lane] ??= []).push(bar);
      this.#waiting.set(job, { lane, bar });
    } else if (!waits && state !== stateId.checking && waiting !== undefined) {
      this.#end(waiting.bar, step);
      this.#freeInQueue.push(waiting.lane);
      this.#freeInQueue.sort((a, b) => b - a);
      this.#waiting.delete(job);
    }
  }

  #bar(job: number, state: BarState, step: number): Open {
    const { trace } = this;
    return {
      job: jobName(this.#world, job),
      state,
      from: trace.tickOf(step),
      to: trace.tickOf(trace.last),
      step,
      until: trace.last + 1
    };
  }

  #close(job: number, step: number): void {
    for (const bar of this.#open.get(job) ?? []) this.#end(bar, step);
    this.#open.delete(job);
  }

  #end(bar: Open, step: number): void {
    bar.to = this.trace.tickOf(step);
    bar.until = step;
  }
}
