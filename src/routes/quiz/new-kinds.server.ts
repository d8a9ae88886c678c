/** The kinds of questions that pages can make new, so that they know them before they load the engine. */
import { templates } from '#lib/teaching/predict/index.ts';
import type { NewKind } from '#lib/ui/quiz/quiz-data.ts';

export const newKinds: readonly NewKind[] = Object.entries(templates).map(([id, { title, objective, revision }]) => ({
  id,
  title,
  objective,
  revision
}));
