/**
 * A second allocator, written to be read: it looks at every tick, keeps plain lists, and shares no code with the
 * simulator. It knows nodes, first fit, four orders and what happens behind a job that does not fit; nothing else.
 */

export interface PlainJob {
  readonly tenant: number;
  readonly priority: number;
  readonly arrival: number;
  readonly service: number;
  readonly estimate: number;
  readonly demand: readonly number[];
}

export interface Problem {
  /** Amounts that each node offers. */
  readonly nodes: readonly (readonly number[])[];
  /** In the order of the file. */
  readonly jobs: readonly PlainJob[];
  readonly tenants: number;
  readonly order: 'fifo' | 'priority' | 'drf';
  readonly blocked: 'block' | 'skip' | 'easy';
}

/** Start and end of a job; undefined for one that no node could ever hold. */
export type Span = { readonly start: number; readonly end: number } | undefined;

interface Running {
  readonly job: PlainJob;
  readonly node: number;
  readonly start: number;
}

/** Runs a problem tick by tick: ends, then arrivals, then one walk along the queue. */
export function plain(problem: Problem): Span[] {
  const { jobs, nodes } = problem;
  const spans = new Map<PlainJob, Span>();
  const served = Array<number>(problem.tenants).fill(0);
  let running: Running[] = [];
  let queue: PlainJob[] = [];
  for (let tick = 0; spans.size < jobs.length; tick++) {
    running = running.filter(({ job, start }) => start + job.service > tick);
    for (const job of jobs.filter(({ arrival }) => arrival === tick))
      if (nodes.some((node) => within(job.demand, node))) queue.push(job);
      else spans.set(job, undefined);

    let head: PlainJob | undefined;
    let left = queue;
    while (left.length > 0) {
      const job = first(left, problem, running, served);
      left = left.filter((other) => other !== job);
      const node = placeFor(job, nodes, running);
      if (node === undefined) {
        if (problem.blocked === 'block') break;
        if (problem.blocked === 'easy') head ??= job;
      } else if (head === undefined || mayPass(job, node, head, nodes, running, tick)) {
        running.push({ job, node, start: tick });
        queue = queue.filter((other) => other !== job);
        served[job.tenant]!++;
        spans.set(job, { start: tick, end: tick + job.service });
      }
    }
  }
  return jobs.map((job) => spans.get(job));
}

const within = (demand: readonly number[], room: readonly number[]): boolean =>
  demand.every((amount, r) => amount <= room[r]!);

/** What is left of a node beside those that run on it. */
const roomOn = (node: number, nodes: Problem['nodes'], running: readonly Running[]): number[] =>
  nodes[node]!.map((amount, r) =>
    running.filter((on) => on.node === node).reduce((left, { job }) => left - job.demand[r]!, amount)
  );

/** The first node with room. */
const placeFor = (job: PlainJob, nodes: Problem['nodes'], running: readonly Running[]): number | undefined => {
  const node = nodes.findIndex((_, n) => within(job.demand, roomOn(n, nodes, running)));
  return node < 0 ? undefined : node;
};

/** Who is next: the list is in order of arrival, and an earlier one wins a tie. */
function first(jobs: readonly PlainJob[], { order, nodes }: Problem, running: readonly Running[], served: number[]) {
  const before = (a: PlainJob, b: PlainJob): boolean => {
    if (order === 'priority') return a.priority > b.priority;
    if (order === 'fifo' || a.tenant === b.tenant) return false;
    const [shareA, shareB] = [share(a.tenant, nodes, running), share(b.tenant, nodes, running)];
    if (shareA !== shareB) return shareA < shareB;
    return served[a.tenant] === served[b.tenant] ? a.tenant < b.tenant : served[a.tenant]! < served[b.tenant]!;
  };
  return jobs.reduce((best, job) => (before(job, best) ? job : best));
}

/** The dominant share of a tenant. */
function share(tenant: number, nodes: Problem['nodes'], running: readonly Running[]): number {
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  const mine = running.filter(({ job }) => job.tenant === tenant);
  return Math.max(
    ...nodes[0]!.map((_, r) => sum(mine.map(({ job }) => job.demand[r]!)) / sum(nodes.map((n) => n[r]!)))
  );
}

/** Whether a job may pass the head: it is over when the head can start by the estimates, or the head fits beside it. */
function mayPass(
  job: PlainJob,
  node: number,
  head: PlainJob,
  nodes: Problem['nodes'],
  running: readonly Running[],
  tick: number
): boolean {
  const expected = ({ job: other, start }: Running): number => Math.max(tick + 1, start + other.estimate);
  const still = (at: number): Running[] => running.filter((one) => expected(one) > at);
  let shadow = tick;
  while (placeFor(head, nodes, still(shadow)) === undefined) shadow++;
  if (tick + job.estimate <= shadow) return true;
  return placeFor(head, nodes, [...still(shadow), { job, node, start: tick }]) !== undefined;
}
