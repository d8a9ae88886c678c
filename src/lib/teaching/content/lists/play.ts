import { strictObject, type InferOutput } from 'valibot';
import type { Report } from '../problem.ts';
import { checkKnown, idSchema, readEntries, textSchema } from './entries.ts';

const gameSchema = strictObject({
  /** A scenario. */
  id: idSchema,
  brief: textSchema
});

/** A scenario in which the learner plays the allocator, and what to attend to. */
export type GameEntry = Readonly<InferOutput<typeof gameSchema>>;

/** Reads the list of games, in the order to try them. */
export function readGames(text: string, scenarios: readonly string[], report: Report): readonly GameEntry[] {
  const { list, at } = readEntries(text, gameSchema, report);
  return list.filter(({ id }, i) => checkKnown('scenario', id, scenarios, at([i, 'id']), report));
}
