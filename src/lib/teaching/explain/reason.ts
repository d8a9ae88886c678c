import { plainAmount, shortName } from '#lib/base/units/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import type { BackfillVerdict, CheckEvidence, NodeVerdict, QuotaVerdict } from '#lib/allocator/trace/index.ts';
import { clockOf, list } from './names.ts';

/** What a check's evidence says, in a learner's words and with its numbers. Each is a clause, to end a sentence. */

/** `it asks for 1 GPU`. */
const asks = (e: CheckEvidence): string => {
  const each = list(e.asks.map(({ resource, amount }) => plainAmount(resource, amount)));
  return e.pods === 1 ? `it asks for ${each}` : `it asks for ${e.pods} pods of ${each} at once`;
};

/** Why nothing fits: the nearest miss first. `it asks for 2 GPUs; 2 are free in all, but at most 1 on one node`. */
export function noRoom(e: CheckEvidence): string {
  if (e.behind !== undefined) return `job ${e.behind} is ahead of it, and nobody passes`;
  if (e.pods > 1) return `${asks(e)}, and there is room for ${gangRoom(e)} of them`;
  const [only] = e.nodes;
  if (e.nodes.length === 1 && only !== undefined) return `${asks(e)}, ${nodeReason(only)}`;
  if (e.nodes.some(({ verdict }) => verdict !== 'short') && e.nodes.length <= NODES_NAMED)
    return `${asks(e)}; ${list(e.nodes.map(nodeReason))}`;
  const short = e.asks.find(({ resource }) => e.nodes.some((n) => n.short?.some((s) => s.resource === resource)));
  if (short === undefined) return `${asks(e)}, and no node lets it in`;
  const free = e.nodes.map((n) => n.short?.find((s) => s.resource === short.resource)?.free ?? 0);
  const total = free.reduce((a, b) => a + b, 0);
  const most = Math.max(...free);
  const allShort = e.nodes.every((n) => n.short?.some((s) => s.resource === short.resource));
  return allShort && total >= short.amount
    ? `${asks(e)}; ${plainAmount(short.resource, total)} free in all, but at most ${plainAmount(short.resource, most)} on one node`
    : `${asks(e)}, and no node has that free`;
}

/** As many nodes as a sentence names one by one. */
const NODES_NAMED = 3;

/** How many pods of a gang would find room. */
const gangRoom = (e: CheckEvidence): number | 'none' =>
  e.nodes.reduce((pods, { roomFor = 0 }) => pods + roomFor, 0) || 'none';

/** What keeps a job off one node: `node-a has 0 free`, `node-b has the taint gpu=yes:NoSchedule`. */
export function nodeReason(n: NodeVerdict): string {
  switch (n.verdict) {
    case 'fits':
      return `${n.node} has room`;
    case 'down':
      return `${n.node} is not there`;
    case 'unschedulable':
      return `${n.node} takes no new pods`;
    case 'taint':
      return `${n.node} has the taint ${n.taint ?? ''}`;
    case 'selector':
      return `${n.node} lacks the label ${(n.unmet ?? []).join(', ')}`;
    case 'short': {
      const kept = n.keptFor === undefined ? '' : `, and what comes free there is kept for job ${list(n.keptFor)}`;
      const short = n.short ?? [];
      const [only] = short;
      if (short.length === 1 && only !== undefined)
        return `${n.node} has ${bare(only.resource, only.free)} free${kept}`;
      return `${n.node} has ${list(short.map((s) => plainAmount(s.resource, s.free)))} free${kept}`;
    }
  }
}

/** `0` rather than `0 GPUs`, where the sentence has just named the resource. */
function bare(resource: string, amount: number): string {
  const plain = plainAmount(resource, amount);
  const name = shortName(resource);
  return name.endsWith('GPU') || resource === 'cpu' ? (plain.split(' ')[0] as string) : plain;
}

/** The figures of one node: `asks 1 GPU, 0 of 1 free`. */
export function nodeNumbers(n: NodeVerdict): string {
  if (n.verdict !== 'short') return n.verdict === 'fits' && n.score !== undefined ? `scores ${n.score}` : nodeReason(n);
  return (n.short ?? [])
    .map(
      (s) =>
        `asks ${plainAmount(s.resource, s.asked)}, ${bare(s.resource, s.free)} of ${bare(s.resource, s.allocatable)} free`
    )
    .join('; ');
}

/** `team-a holds 4 with a quota of 4 GPUs and asks for 1 more`. */
export const quotaReason = (q: QuotaVerdict, tenant: string): string =>
  `${tenant} holds ${bare(q.resource, q.used)} with a quota of ${plainAmount(q.resource, q.hard)} and asks for ${bare(q.resource, q.asked)} more` +
  (q.borrowable === undefined ? '' : `; beyond its quota it may borrow ${bare(q.resource, q.borrowable)} at most`);

/** Why a job may or may not pass the one ahead. */
export function backfillReason(scenario: Scenario, b: BackfillVerdict): string {
  const head = `job ${b.head} is to start at ${clockOf(scenario, b.shadow)}`;
  const ends = b.ends === Infinity ? 'this one has no end' : `this one would end at ${clockOf(scenario, b.ends)}`;
  if (b.because === 'ends-in-time') return `${head} and ${ends}, which delays nobody`;
  if (b.because === 'leaves-room') return `${head} and still finds its room beside this one`;
  return `${head}; ${ends} and take the room it needs`;
}
