import { stateId, stateName, table, type StateName } from '#lib/allocator/lifecycle/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import type { Engine, FinishedRun } from '#lib/allocator/sim/index.ts';
import { change, Cursor, isTransition, jobName, nodeOf, World } from '#lib/allocator/trace/index.ts';

/** Thrown with the step at which a law was broken. */
export class Broken extends Error {}

const holding: ReadonlySet<StateName> = new Set(['allocated', 'running', 'stopping', 'releasing']);
const waiting: ReadonlySet<StateName> = new Set([
  'waiting.queued',
  'waiting.held',
  'waiting.scaling',
  'waiting.preempting'
]);

const stateIn = (world: World, job: number): StateName | undefined => {
  const state = world.state[job] ?? 0;
  return state === 0 ? undefined : stateName(state - 1);
};

/** Replays a run record by record and holds every invariant of design against the world after each step. */
export function checkEveryStep({ trace }: FinishedRun): void {
  const { scenario } = trace;
  const world = new World(scenario);
  let tick = 0;
  for (let step = 1; step <= trace.last; step++) {
    const refuse = (what: string): never => {
      throw new Broken(`step ${step}, tick ${trace.tickOf(step)}: ${what}`);
    };
    if (trace.tickOf(step) < tick) refuse(`the tick goes back from ${tick}`);
    tick = trace.tickOf(step);
    const records = trace.recordsOf(step);
    if (records.length === 0) refuse('the step has no record');
    for (const { kind, subject, node, pods } of records) {
      if (isTransition(kind) && stateIn(world, subject) !== stateName(table.transitions[kind]!.from))
        refuse(`${jobName(world, subject)} takes a transition from where it is not`);
      if (kind === change.request && stateIn(world, subject) !== undefined)
        refuse(`${jobName(world, subject)} joins twice`);
      world.apply(kind, subject, node, pods);
    }
    checkBooks(world, scenario, refuse);
  }
}

/** booked + free = allocatable and nothing below 0, everywhere; who holds something is in a state that may. */
function checkBooks(world: World, scenario: Scenario, refuse: (what: string) => never): void {
  const width = scenario.resources.length;
  const booked = new Float64Array(world.free.length);
  for (let job = 0; job < world.state.length; job++) {
    const state = stateIn(world, job);
    const places = world.holdings(job);
    const pods = places.reduce((sum, place) => sum + place.pods, 0);
    const may = state !== undefined && holding.has(state);
    if (!may && pods > 0) refuse(`${jobName(world, job)} is ${state ?? 'not there'} and holds ${pods} pods`);
    if (may && pods === 0) refuse(`${jobName(world, job)} is ${state} and holds nothing`);
    for (const place of places)
      for (let r = 0; r < width; r++) booked[place.node * width + r]! += place.pods * world.asks(job, r);
  }
  world.free.forEach((free, i) => {
    const where = () => `${nodeOf(scenario, Math.floor(i / width)).name} ${scenario.resources[i % width]}`;
    if (free < 0) refuse(`${where()} has ${free} free`);
    if (free + booked[i]! !== world.allocatable[i]!)
      refuse(`${where()}: ${booked[i]} booked and ${free} free of ${world.allocatable[i]}`);
  });
}

/** At the end of a run that was not cut short nobody is lost: a job is over, waits, or waits for its image or gang. */
export function checkNobodyLost({ trace, end }: FinishedRun): void {
  if (end === 'limit') throw new Broken('the run was given up');
  if (end !== 'nothing left') return;
  const world = new Cursor(trace).seek(trace.last);
  const { jobs, kinds, policy } = trace.scenario;
  for (let job = 0; job < jobs.count; job++) {
    const state = stateIn(world, job);
    if (state === undefined) throw new Broken(`${jobs.name(job)} never joined`);
    if (table.final[stateId[state]] || waiting.has(state)) continue;
    const { pull, gang } = kinds[jobs.kind[job]!]!;
    const siblings = policy.gangs === 'pod-by-pod' ? gangMembers(trace.scenario, job, gang) : [job];
    const reason =
      state === 'allocated' &&
      (pull === undefined || siblings.some((other) => waiting.has(stateIn(world, other) ?? 'released')));
    if (!reason) throw new Broken(`${jobs.name(job)} is left ${state}`);
  }
}

const gangMembers = ({ jobs }: Scenario, job: number, gang: number): number[] =>
  Array.from({ length: gang }, (_, i) => jobs.gangOf[job]! + i);

/** When nothing is left to happen, nobody who could go on waits: under `block` the first in the queue, else anyone. */
export function checkNobodyForgotten({ sim, end }: Engine): void {
  if (end !== 'nothing left') return;
  const queue = sim.waiting.inOrder();
  for (const job of sim.scenario.policy.blocked === 'block' ? queue.slice(0, 1) : queue)
    if (sim.isIn(job, 'waiting.queued') && sim.placement.place(job) !== undefined)
      throw new Broken(`${jobName(sim.world, job)} waits for ever although it fits`);
}
