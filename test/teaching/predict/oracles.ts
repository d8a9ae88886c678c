import { statusOf, type StateName } from '#lib/allocator/lifecycle/index.ts';
import { words } from '#lib/allocator/trace/index.ts';
import type { FinishedRun } from '#lib/allocator/sim/index.ts';
import type { GeneratedItem, TemplateId } from '#lib/teaching/predict/index.ts';
import { booksAt, freeGpus, queueOf, type Entry } from './books.ts';
import { passesBehind } from './backfill-oracle.ts';
import { victimsOf } from './victim-oracle.ts';

/** All answers that are true of an item, worked out by another path than the template's. */
type Oracle = (item: GeneratedItem, run: FinishedRun) => string[];

const clock = (ticks: number): string => `${Math.floor(ticks / 60)}:${String(ticks % 60).padStart(2, '0')}`;
const seconds = (n: number): string => `${n >= 60 ? `${Math.floor(n / 60)}m` : ''}${n % 60 > 0 ? `${n % 60}s` : ''}`;
const subjectAt = (run: FinishedRun, step: number): number => run.trace.recordsOf(step)[0]!.subject;
const nameIn = (stem: string, pattern: RegExp): string => pattern.exec(stem)![1]!;

/** Room that a job sees: nobody takes what is kept for a nominated job of at least its priority. */
function roomFor(run: FinishedRun, books: readonly Entry[], me: Entry): number[] {
  const free = freeGpus(run, books);
  for (const e of books) if (e.nominated >= 0 && e !== me && e.priority >= me.priority) free[e.nominated]! -= e.gpus;
  return free;
}

const fits: Oracle = ({ step }, run) => {
  const { nodes } = run.trace.scenario;
  const books = booksAt(run, step);
  const me = books.find((e) => e.job === subjectAt(run, step))!;
  const before = (e: Entry): boolean =>
    e.priority > me.priority ||
    (e.priority === me.priority && (e.queuedAt < me.queuedAt || (e.queuedAt === me.queuedAt && e.job < me.job)));
  const behind = books.some((e) => e !== me && e.state.startsWith('waiting') && before(e));
  const gpu = run.trace.scenario.resources.indexOf('nvidia.com/gpu');
  if (nodes.every((n) => n.allocatable[gpu]! < me.gpus)) return ['It is rejected'];
  if (behind) return ['It waits in the queue'];
  const room = roomFor(run, books, me);
  if (room.some((free) => free >= me.gpus)) return ['It gets what it asks for at once'];
  if (victimsOf(run, step).length > 0) return ['Others are told to stop, and it gets their place'];
  return ['It waits in the queue'];
};

/** The template reads the verdicts of the check; the record says where the job went. */
const node: Oracle = ({ step }, run) => {
  const taken = run.trace.recordsOf(step + 1).find((r) => words(r).to === 'allocated');
  return taken === undefined ? ['None: it waits'] : [run.trace.scenario.nodes[taken.node]!.name];
};

const next: Oracle = ({ step }, run) => {
  const books = booksAt(run, step);
  const free = freeGpus(run, books)[0]!;
  const queue = queueOf(run, books);
  const reached = run.trace.scenario.policy.blocked === 'block' ? queue.slice(0, 1) : queue;
  return [reached.find((e) => e.gpus <= free)?.name ?? 'Nobody yet'];
};

const victim: Oracle = ({ step }, run) => {
  const names = victimsOf(run, step).map((e) => e.name);
  return [
    names.length === 0
      ? 'Nobody'
      : names.length === 1
        ? names[0]!
        : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`
  ];
};

const pending: Oracle = ({ step }, run) => {
  const { scenario } = run.trace;
  const books = booksAt(run, step);
  const me = books.find((e) => e.job === subjectAt(run, step))!;
  const gpu = scenario.resources.indexOf('nvidia.com/gpu');
  const free = freeGpus(run, books);
  const total = free.reduce((a, b) => a + b, 0);
  const tainted = scenario.nodes.map((n) => n.taints.length > 0);
  const hard = scenario.quotas[0]?.hard[gpu] ?? Infinity;
  const counted = books.reduce((sum, e) => sum + (e.node >= 0 || e.state === 'waiting.queued' ? e.gpus : 0), 0);
  const blocks = scenario.policy.blocked === 'block';
  const ahead = books.some((e) => e !== me && e.state === 'waiting.queued' && e.job < me.job);
  const held =
    me.state !== 'waiting.queued' && counted - (me.state === 'waiting.queued' ? me.gpus : 0) + me.gpus > hard;
  return [
    ...(held ? ['Its tenant’s quota is used up'] : []),
    ...(blocks && ahead ? ['A job ahead of it is blocked, and nobody may pass'] : []),
    ...(scenario.nodes.every((n, i) => tainted[i]! || n.allocatable[gpu]! < me.gpus)
      ? ['No node could hold it, even empty']
      : []),
    ...(free.some((f, i) => tainted[i]! && f >= me.gpus) ? ['The node with room has a taint or lacks a label'] : []),
    ...(total >= me.gpus && free.every((f, i) => tainted[i]! || f < me.gpus)
      ? ['Enough is free in all, but not on one node']
      : []),
    ...(total < me.gpus ? ['Less is free in the whole cluster than it asks for'] : [])
  ];
};

/** Plays on from the books: who runs ends after its service, the queue goes first come first served. */
const start: Oracle = ({ step }, run) => {
  const books = booksAt(run, step);
  const me = books.find((e) => e.job === subjectAt(run, step))!;
  const blocks = run.trace.scenario.policy.blocked === 'block';
  let free = freeGpus(run, books)[0]!;
  const running = books.filter((e) => e.node >= 0).map((e) => ({ gpus: e.gpus, end: e.startedAt + e.service }));
  let queue = books.filter((e) => e.state.startsWith('waiting') || e === me).sort((a, b) => a.job - b.job);
  let now = run.trace.tickOf(step);
  // The pass that has just turned me down goes on behind me.
  let candidates = blocks ? [] : queue.slice(queue.indexOf(me) + 1);
  while (queue.includes(me)) {
    for (const e of candidates) {
      if (e.gpus <= free) {
        free -= e.gpus;
        queue = queue.filter((other) => other !== e);
        running.push({ gpus: e.gpus, end: now + e.service });
        if (e === me) return [`At ${clock(now)}`];
      } else if (blocks) break;
    }
    now = Math.min(...running.map((r) => r.end));
    for (const r of running.filter(({ end }) => end === now)) free += r.gpus;
    running.splice(0, running.length, ...running.filter(({ end }) => end > now));
    candidates = [...queue];
  }
  return [];
};

const status: Oracle = ({ stem, step }, run) => {
  const name = nameIn(stem, /does it say of (\S+) after/);
  return [statusOf[booksAt(run, step + 1).find((e) => e.name === name)!.state as StateName]];
};

const free: Oracle = ({ stem, step }, run) => {
  const at = run.trace.scenario.nodes.findIndex((n) => n.name === nameIn(stem, /free on (\S+) after/));
  return [String(freeGpus(run, booksAt(run, step + 1))[at])];
};

const backfill: Oracle = ({ step }, run) => [passesBehind(run, step)?.name ?? 'Nobody: all wait behind the head'];

/** Turn by turn: desired = ⌈current × utilisation / target⌉ beyond a tenth, at most max(4, 2 × current) and max. */
const hpa: Oracle = ({ scenario, step }, run) => {
  const [deployment] = scenario.deployments!;
  const { replicas = 1, load = [], hpa: limits } = deployment!;
  const target = parseInt(limits!.target, 10);
  let current = replicas;
  for (let turn = 1; turn <= run.trace.tickOf(step + 1) / 15; turn++) {
    const utilisation = Math.floor((100 * parseInt(String(load[0]!.cpu), 10)) / (1000 * current));
    const near = 10 * Math.abs(utilisation - target) <= target;
    const wanted = near ? current : Math.ceil((current * utilisation) / target);
    current = Math.min(wanted, Math.max(4, 2 * current), limits!.max);
  }
  return [`${current} ${current === 1 ? 'replica' : 'replicas'}`];
};

const retry: Oracle = ({ stem }) => {
  const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
  const failures = 1 + ordinals.indexOf(nameIn(stem, /fails for the (\w+) time/));
  return [seconds(Math.min(600, 10 * 2 ** (failures - 1)))];
};

/** The integral of what the books hold, step by step. */
const utilisation: Oracle = (_, run) => {
  const { trace } = run;
  const offer = trace.scenario.nodes[0]!.allocatable[trace.scenario.resources.indexOf('nvidia.com/gpu')]!;
  let held = 0;
  for (let s = 1; s < trace.last; s++) {
    const now = booksAt(run, s).reduce((sum, e) => sum + (e.node >= 0 ? e.gpus : 0), 0);
    held += now * (trace.tickOf(s + 1) - trace.tickOf(s));
  }
  return [`${Math.round((100 * held) / (offer * (trace.tickOf(trace.last) - trace.tickOf(1))))} %`];
};

export const oracles: Readonly<Record<TemplateId, Oracle>> = {
  fits,
  node,
  next,
  victim,
  pending,
  start,
  status,
  free,
  backfill,
  hpa,
  retry,
  utilisation
};
