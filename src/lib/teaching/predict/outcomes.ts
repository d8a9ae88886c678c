import type { StateName } from '#lib/allocator/lifecycle/index.ts';
import { capital, holders, priorityOf } from './words.ts';
import type { CheckScene } from './check-scene.ts';

/** What a check can lead to, as a learner chooses it. */
export const outcomeWords: Readonly<Partial<Record<StateName, string>>> = {
  allocated: 'It gets what it asks for at once',
  'waiting.queued': 'It waits in the queue',
  'waiting.held': 'It is held back by its tenant’s quota',
  'waiting.scaling': 'It waits for a new node to be added',
  'waiting.preempting': 'Others are told to stop, and it gets their place',
  rejected: 'It is rejected'
};

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
        : `An empty node would hold ${scene.ask}.`;
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
