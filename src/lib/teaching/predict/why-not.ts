import { plainAmount } from '#lib/base/units/index.ts';
import type { StateName } from '#lib/allocator/lifecycle/index.ts';
import type { NodeVerdict, Short } from '#lib/allocator/trace/index.ts';
import type { CheckScene } from './check-scene.ts';
import { capital, holders, joined, priorityOf, rankWords } from './words.ts';

/** Why a check did not lead somewhere, with the numbers it compared. */
export function whyNot(scene: CheckScene, state: StateName): string {
  const { evidence, open, step } = scene;
  const guards = open.view.at(step).why?.guards ?? [];
  const asked = (guard: string): string => guards.find((g) => g.guard === guard && g.numbers !== '')?.numbers ?? '';
  switch (state) {
    case 'allocated':
      return sentence(asked('fits'), `The check came to “${open.view.at(step + 1).sentence}”`);
    case 'waiting.preempting':
      return sentence(asked('canPreempt'), nobodyToStop(scene));
    case 'waiting.scaling':
      return sentence(asked('canScaleUp'), 'It need not come to that.');
    case 'waiting.held':
      return evidence.quotas === undefined ? 'No quota stands in its way.' : 'Its quota leaves room for it.';
    case 'rejected':
      return evidence.neverFits === true
        ? 'This preset leaves such a job pending.'
        : `${evidence.pods > 1 ? 'Empty nodes' : 'An empty node'} would hold ${scene.ask}.`;
    default:
      return `The check came to “${open.view.at(step + 1).sentence}”`;
  }
}

function nobodyToStop({ world, job, open }: CheckScene): string {
  if (open.scenario.policy.preemption === 'never') return 'This policy stops nobody.';
  const mine = priorityOf(world, job);
  const lower = holders(world).filter((other) => priorityOf(world, other) < mine).length;
  return `Its priority is ${mine}; ${lower === 0 ? 'nobody who holds anything has a lower one' : 'it finds room without stopping anybody'}.`;
}

const sentence = (clause: string, otherwise: string): string => (clause === '' ? otherwise : `${capital(clause)}.`);

/** Why a node is not the one, with its numbers. */
export function whyNotThere({ evidence, world }: CheckScene, node: string): string {
  const verdict = evidence.nodes.find((n) => n.node === node);
  const chosen = evidence.nodes.find((n) => n.chosen === true);
  if (verdict === undefined) return chosen === undefined ? '' : `${chosen.node} has room for it.`;
  if (verdict.verdict === 'taint') return `${node} has the taint ${verdict.taint ?? ''}, which it does not tolerate.`;
  if (verdict.verdict === 'selector') return `${node} lacks the label ${(verdict.unmet ?? []).join(', ')}.`;
  if (verdict.short !== undefined) return shortWords(node, verdict.short);
  if (chosen === undefined) return '';
  return `${node} fits${scored(verdict)}, but the policy takes ${rankWords[world.scenario.policy.rank]}: ${chosen.node}${scored(chosen)}.`;
}

/** `Free on node-b: 4 CPU; it asks for 8 CPU.` */
const shortWords = (node: string, short: readonly Short[]): string =>
  `Free on ${node}: ${joined(short.map((s) => plainAmount(s.resource, s.free)))}; it asks for ${joined(short.map((s) => plainAmount(s.resource, s.asked)))}.`;

/** ` with a score of 60`, where the policy scores nodes. */
export const scored = ({ score }: NodeVerdict): string => (score === undefined ? '' : ` with a score of ${score}`);
