import {
  eventId,
  guardId,
  next,
  stateId,
  stateName,
  statusOf,
  type EventName,
  type GuardName
} from '#lib/allocator/lifecycle/index.ts';
import type { JobKind, Policy, Scenario } from '#lib/allocator/scenario/index.ts';
import {
  change,
  World,
  type CheckEvidence,
  type Recorder,
  type PressureEvidence,
  type ScalingEvidence
} from '#lib/allocator/trace/index.ts';
import { Autoscaler } from './autoscaler.ts';
import type { Choices } from './choices.ts';
import { Cohorts } from './cohorts.ts';
import { JobColumns } from './columns.ts';
import { noCounts, type Counts } from './counts.ts';
import type { ReplicaSet } from './deployments.ts';
import { due } from './due.ts';
import { EventQueue } from './event-queue.ts';
import { ExpectedEnds } from './expected-ends.ts';
import { Ledger } from './ledger.ts';
import { limitsOf, workOf, type Limits } from './limits.ts';
import { Placement } from './placement.ts';
import { ResourceQuotas } from './resource-quotas.ts';
import { Waiting } from './waiting.ts';

/** Thrown when a rule asks for a transition that the chart does not have: a defect of the simulator, never of a scenario. */
export class ChartViolation extends Error {}

/** Ends the run before its next step: what the scenario waits for has happened, or a limit is reached. Caught by the engine. */
export class RunEnded extends Error {
  constructor(readonly end: 'until' | 'limit') {
    super(`the run ended: ${end}`);
  }
}

/** Who is told what each check and each turn of an autoscaler compared, and for which steps it is worth gathering. */
export interface EvidenceSink {
  wants(step: number): boolean;
  take(step: number, evidence: CheckEvidence): void;
  takeScaling(step: number, evidence: ScalingEvidence): void;
  takePressure(step: number, evidence: PressureEvidence): void;
}

/**
 * Everything one run is made of: the world, the clock, what falls due, who waits, and what was counted.
 * The rules of the engine are functions over it; it changes the world by emitting records only.
 */
export class Sim {
  readonly world: World;
  readonly jobs = new JobColumns();
  readonly ends = new ExpectedEnds(this.jobs);
  readonly events = new EventQueue();
  /** Ends of quanta, which alone fall due again and again while nothing changes. */
  readonly turns = new EventQueue();
  readonly counts: Counts = noCounts();
  readonly ledger: Ledger;
  readonly placement: Placement;
  /** Replaced with the policy: see `follow`. */
  waiting: Waiting;
  /** Absent where nodes neither come nor go by themselves. */
  readonly autoscaler: Autoscaler | undefined;
  readonly resourceQuotas: ResourceQuotas;
  readonly cohorts: Cohorts;
  readonly replicaSets: readonly ReplicaSet[];
  /** Jobs that joined since the last pass, or came back to the queue. */
  readonly fresh = new Set<number>();
  /** Nodes whose room grew since the last pass: what a hinted wake-up looks at. */
  readonly roomier = new Set<number>();
  /** Waiting jobs that the next pass checks whatever hints it goes by. */
  readonly woken = new Set<number>();
  /** Jobs that hold room, in the order they got it. */
  readonly holding = new Set<number>();
  /** Whether anyone says what memory is used, so that nodes can come under pressure. */
  readonly watchesMemory: boolean;
  tick = 0;
  /** Number of the step begun last. */
  step = 0;
  /** Whether something happened that may change a verdict. */
  dirty = false;
  /** Tick of the first arrival that has yet to join; Infinity when all have. */
  nextArrival = Infinity;
  /** Tick of the last step. */
  changedAt = 0;
  readonly #replicaKinds: number[] = [];
  #podsHeld = 0;
  #sequence = 0;
  #over = false;

  constructor(
    /** As it was read, but for a policy that took over since. */
    public scenario: Scenario,
    readonly recorder: Recorder,
    readonly sink: EvidenceSink | undefined,
    readonly choices?: Choices,
    readonly limits: Limits = limitsOf(scenario),
    indexedFrom?: number
  ) {
    this.world = new World(scenario);
    const { service, count } = scenario.jobs;
    for (let job = 0; job < count; job++) this.jobs.add(service[job] as number);
    this.watchesMemory =
      scenario.resources.includes('memory') && scenario.kinds.some(({ usage }) => usage.memory.length > 0);
    this.ledger = new Ledger(scenario);
    this.placement = new Placement(this, indexedFrom);
    this.waiting = new Waiting(this);
    this.resourceQuotas = new ResourceQuotas(this);
    this.cohorts = new Cohorts(this);
    this.replicaSets = scenario.deployments.map(() => ({ jobs: [], memory: undefined, turnAt: 0, due: true }));
    this.autoscaler = scenario.autoscaler && new Autoscaler(this, scenario.autoscaler);
  }

  kindOf(job: number): JobKind {
    return this.scenario.kinds[this.kindIndexOf(job)] as JobKind;
  }

  /** Index of a job's chart state, -1 before it joins. */
  stateOf(job: number): number {
    return (this.world.state[job] ?? 0) - 1;
  }

  isIn(job: number, ...states: (keyof typeof stateId)[]): boolean {
    return states.some((name) => this.stateOf(job) === stateId[name]);
  }

  /** Index of a job's kind, whether it has joined or not. */
  kindIndexOf(job: number): number {
    const { count } = this.scenario.jobs;
    return (job < count ? this.world.kind[job] : this.#replicaKinds[job - count]) as number;
  }

  /** Creates a replica of a deployment, which runs until it is told to stop. It joins in the next pass. */
  addReplica(kind: number): number {
    const job = this.scenario.jobs.count + this.#replicaKinds.push(kind) - 1;
    this.jobs.add(Infinity);
    this.enqueue(job);
    return job;
  }

  /** Whether what the scenario waits for has happened. */
  get over(): boolean {
    return this.#over;
  }

  /** Begins the next step of the process table at the present tick. Throws RunEnded when the run was to stop before it. */
  beginStep(): void {
    if (this.#over) throw new RunEnded('until');
    if (this.step >= this.limits.steps || workOf(this.counts) >= this.limits.work) throw new RunEnded('limit');
    this.step++;
    this.changedAt = this.tick;
    this.recorder.step(this.tick);
  }

  /** Emits a record and applies it. */
  emit(kind: number, subject: number, node = -1, pods = 0): void {
    this.world.apply(kind, subject, node, pods);
    this.recorder.record(kind, subject, node, pods);
    // The node of a request is the job's kind.
    if (node >= 0 && kind !== change.request) this.placement.changed(node);
    const { until } = this.scenario;
    if (until !== undefined && 'job' in until && until.job === subject && this.stateOf(subject) >= 0) {
      const now = stateName(this.stateOf(subject));
      if (now === until.state || statusOf[now] === until.state) this.#over = true;
    }
  }

  /** Sends an event to a job's chart. Throws ChartViolation where the chart refuses it. */
  fire(job: number, event: EventName, guard?: GuardName, node = -1, pods = 0): void {
    const truths = guard === undefined ? 0 : 1 << guardId[guard];
    const from = this.stateOf(job);
    const transition = next(from, eventId[event], truths);
    if (transition < 0) throw new ChartViolation(`${event} is refused in ${from < 0 ? 'none' : stateName(from)}`);
    this.emit(transition, job, node, pods);
  }

  /** Schedules something for a job that stops counting when its life takes another turn. */
  schedule(ticks: number, kind: number, job: number): void {
    const queue = kind === due.turn ? this.turns : this.events;
    queue.push(this.tick + ticks, kind, job, this.jobs.stamp[job] as number);
  }

  /** Makes everything scheduled for a job so far void. */
  turn(job: number): void {
    this.jobs.stamp[job] = (this.jobs.stamp[job] as number) + 1;
  }

  /** Puts a job that joins, or comes back, among those the next pass checks. */
  enqueue(job: number): void {
    this.jobs.queuedAt[job] = this.tick;
    this.jobs.returned[job] = (this.jobs.attempt[job] as number) > 0 ? 1 : 0;
    this.jobs.sequence[job] = this.#sequence++;
    this.fresh.add(job);
    this.dirty = true;
  }

  /** Sees to it that the next pass checks some waiting jobs. */
  wake(jobs: readonly number[]): void {
    for (const job of jobs) {
      this.woken.add(job);
      this.waiting.changed(job);
    }
    this.dirty = true;
  }

  /** From now on another policy decides. Who waits is put in its order and checked again. */
  follow(policy: Policy): void {
    const waiting = this.waiting.inOrder();
    this.scenario = { ...this.scenario, policy };
    this.waiting = new Waiting(this, this.waiting.indexedFrom);
    for (const job of waiting) this.waiting.add(job);
    this.wake(waiting);
  }

  /** Books the pods of a job: one on one node, or a gang on several. `places` is not empty. */
  take(job: number, places: readonly Place[]): void {
    const [only] = places;
    const single = places.length === 1 && only?.pods === 1;
    this.fire(job, 'decide', 'fits', single ? only.node : -1);
    if (!single) for (const { node, pods } of places) this.emit(change.book, job, node, pods);
    for (const { node } of places) this.autoscaler?.unneededSince.delete(node);
    const pods = places.reduce((sum, place) => sum + place.pods, 0);
    const { tenant, requests } = this.kindOf(job);
    this.ledger.add(tenant, requests, pods, this.tick);
    this.holding.add(job);
    this.counts.allocations++;
    this.#podsHeld += pods;
    this.counts.peakHeld = Math.max(this.counts.peakHeld, this.#podsHeld);
  }

  /** Gives everything back that a job holds and takes it to where `guard` leads: see the chart's `release`. */
  giveBack(job: number, guard: GuardName | undefined): void {
    const places = this.world.holdings(job);
    const single = !this.world.gangs.has(job);
    this.fire(job, 'release', guard, single ? (places[0]?.node ?? -1) : -1);
    if (!single) for (const { node, pods } of places) this.emit(change.free, job, node, pods);
    const { tenant, requests } = this.kindOf(job);
    for (const { node, pods } of places) {
      this.roomier.add(node);
      this.ledger.add(tenant, requests, -pods, this.tick);
      this.#podsHeld -= pods;
      if (node >= this.scenario.nodes.length) this.autoscaler?.requestScan();
    }
    this.holding.delete(job);
    this.counts.releases++;
    this.dirty = true;
  }

  /** Counts a job against its tenant's quotas, once. */
  charge(job: number): void {
    if (this.jobs.admitted[job] !== true) this.#setCharge(job, true);
  }

  /** No longer counts a job against its tenant's quotas. */
  uncharge(job: number): void {
    if (this.jobs.admitted[job] === true) this.#setCharge(job, false);
  }

  #setCharge(job: number, charged: boolean): void {
    const sign = charged ? 1 : -1;
    this.jobs.admitted[job] = charged;
    this.resourceQuotas.charge(job, sign);
    this.cohorts.charge(job, sign);
  }
}

/** Pods of one job that are to be placed on one node. */
export interface Place {
  readonly node: number;
  readonly pods: number;
}
