import type { Answer } from './sitting.ts';

/** How somebody did on one objective in one sitting. */
export interface ObjectiveVerdict {
  readonly objective: string;
  /** Items answered with full marks. */
  readonly right: number;
  readonly asked: number;
}

/** Whether an answer earned full marks. */
export const isRight = ({ score }: Pick<Answer, 'score'>): boolean => score === 1;

/** The first answer to each item: what somebody knew before it was explained. */
export function firstAnswers(answers: readonly Answer[]): Answer[] {
  const seen = new Set<string>();
  return answers.filter(({ item: { id } }) => !seen.has(id) && seen.add(id));
}

/** A verdict for each objective, those with the larger share of misses first. */
export function verdicts(answers: readonly Answer[]): ObjectiveVerdict[] {
  const objectives = [...new Set(answers.map(({ item }) => item.objective))];
  return objectives
    .map((objective) => {
      const of = answers.filter(({ item }) => item.objective === objective);
      return { objective, right: of.filter(isRight).length, asked: of.length };
    })
    .toSorted((a, b) => a.right / a.asked - b.right / b.asked);
}

/** The answers short of full marks: those given as sure first, since a sure mistake is the one worth mending. */
export function missed(answers: readonly Answer[]): Answer[] {
  const wrong = answers.filter((answer) => !isRight(answer));
  const sure = wrong.filter(({ confidence }) => confidence === 'sure');
  return [...sure, ...wrong.filter((answer) => !sure.includes(answer))];
}
