import { chart, guardWords, type GuardName, type StateName } from '#lib/allocator/lifecycle/index.ts';
import type { Scenario } from '#lib/allocator/scenario/index.ts';
import { list } from './names.ts';
import { plainAmount } from '#lib/base/units/index.ts';
import type { CheckEvidence } from '#lib/allocator/trace/index.ts';
import { backfillReason, nodeNumbers, noRoom, quotaReason } from './reason.ts';
import type { Why, WhyGuard } from './view.ts';

const targets: Readonly<Record<string, StateName>> = Object.fromEntries(
  chart.states.checking.on.decide.map((edge) => ['guard' in edge ? edge.guard : 'mustQueue', edge.target])
);

/** Why a check came out as it did: its guards in order with their numbers, every node, and the real systems' words. */
export function whyOf(scenario: Scenario, e: CheckEvidence, answer: string): Why {
  const ask = list(e.asks.map(({ resource, amount }) => plainAmount(resource, amount)));
  return {
    question: `Is there room for job ${e.job}${ask === 'nothing' ? '' : ` (${e.pods === 1 ? ask : `${e.pods} × ${ask}`})`}?`,
    answer,
    guards: e.guards.map(({ guard, asked, holds }): WhyGuard => ({
      guard,
      words: guardWords[guard],
      asked,
      holds,
      numbers: asked ? numbers(scenario, e, guard) : '',
      to: targets[guard] as StateName
    })),
    nodes: e.nodes.map((n) => ({
      node: n.node,
      fits: n.verdict === 'fits',
      chosen: n.chosen === true,
      reason: nodeNumbers(n)
    })),
    real: realWords(e)
  };
}

function numbers(scenario: Scenario, e: CheckEvidence, guard: GuardName | 'mustQueue'): string {
  switch (guard) {
    case 'invalid':
      return e.complaint ?? '';
    case 'overQuota':
    case 'heldByQuota':
      return e.outcome === guard ? (e.quotas ?? []).map((q) => quotaReason(q, q.quota)).join('; ') : '';
    case 'neverFits':
      return e.neverFits === true ? 'not even on an empty node' : 'an empty node would hold it';
    case 'fits':
      if (e.behind !== undefined) return `not asked of the nodes: job ${e.behind} is ahead`;
      if (e.backfill !== undefined) return backfillReason(scenario, e.backfill);
      return e.outcome === 'fits'
        ? `${list(e.nodes.filter((n) => n.chosen === true).map((n) => n.node))} has room`
        : noRoom(e);
    case 'canPreempt':
      return preemption(e);
    case 'canScaleUp':
      return e.scaleUp === undefined
        ? 'there is no autoscaler'
        : `${e.scaleUp.nodes} nodes and ${e.scaleUp.coming} coming, of at most ${e.scaleUp.max}`;
    default:
      return '';
  }
}

function preemption(e: CheckEvidence): string {
  if (e.noPreemption === 'policy') return 'this policy stops nobody';
  if (e.noPreemption === 'own-policy') return 'it declares that it stops nobody';
  if (e.noPreemption === 'victims-stopping') return 'those it displaced are still stopping';
  return (e.preemption ?? [])
    .map((v) =>
      v.outcome === 'victims'
        ? `on ${v.node}: ${list(v.victims ?? [])}${v.chosen === true ? ' (chosen)' : ''}`
        : v.outcome === 'nobody-lower'
          ? `on ${v.node}: nobody of lower priority`
          : `on ${v.node}: too little even without them`
    )
    .join('; ');
}

/** What the real systems print for such a job. The squeue reasons are those of Slurm's job_reason_codes page. */
function realWords(e: CheckEvidence): Why['real'] {
  const words: { system: 'kubectl describe' | 'squeue'; text: string }[] = [];
  if (e.failedScheduling !== undefined)
    words.push({ system: 'kubectl describe', text: `Warning  FailedScheduling  ${e.failedScheduling}` });
  if (e.outcome === 'mustQueue')
    words.push({
      system: 'squeue',
      text: e.behind !== undefined || e.backfill !== undefined ? '(Priority)' : '(Resources)'
    });
  return words;
}
