import type { RunData, StepView, WhyGuard } from '#lib/teaching/explain/index.ts';

/** One answer to the first question, with what the run says of it. */
export interface FirstAnswer {
  readonly id: 'waits' | 'takes' | 'refused';
  readonly text: string;
  readonly right: boolean;
  readonly explanation: string;
}

/** The question of the home page: asked at step `before`, settled by step `before + 1` of its run. */
export interface FirstQuestion {
  readonly stem: string;
  readonly before: number;
  readonly answers: readonly FirstAnswer[];
}

const answers: readonly { readonly id: FirstAnswer['id']; readonly guard: WhyGuard['guard'] }[] = [
  { id: 'waits', guard: 'mustQueue' },
  { id: 'takes', guard: 'canPreempt' },
  { id: 'refused', guard: 'neverFits' }
];

/**
 * The first question, from the first step of a run at which a job has to wait while another runs.
 * Throws Error if the run has no such step.
 */
export function firstQuestion(run: RunData): FirstQuestion {
  const settled = run.steps.find(({ step, state, board }) => step > 0 && state === 'waiting.queued' && holder(board));
  const holding = settled && holder(settled.board);
  if (settled?.row === undefined || holding === undefined)
    throw new Error(`Cannot ask the first question of run "${run.id}": no job waits while another runs`);
  const asking = settled.row.job;
  const texts = {
    waits: 'It waits until there is room',
    takes: `It takes the GPU from ${holding}`,
    refused: 'It is refused'
  };
  return {
    stem:
      `Job ${holding} holds the only GPU. Job ${asking}, of equal priority, asks for one. ` +
      `What happens to ${asking}?`,
    before: settled.step - 1,
    answers: answers.map(({ id, guard }) => ({ id, text: texts[id], ...judge(settled, guard) }))
  };
}

const holder = (board: StepView['board']): string | undefined =>
  board.find(({ status }) => status === 'running' || status === 'allocated')?.job;

/** What the run's own check says of the branch behind a guard. */
function judge({ why, sentence }: StepView, name: WhyGuard['guard']): Pick<FirstAnswer, 'right' | 'explanation'> {
  const guard = why?.guards.find((asked) => asked.guard === name);
  if (guard?.holds === true) return { right: true, explanation: sentence };
  const reason = guard?.numbers ? `${guard.numbers.charAt(0).toUpperCase()}${guard.numbers.slice(1)}. ` : '';
  return { right: false, explanation: reason + sentence };
}
