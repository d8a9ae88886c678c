/** The games of /play/, each with its beginning. */
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import { beginGame, tableOf } from '#lib/teaching/predict/index.ts';
import { contentOf } from '../content.server.ts';
import { shelfRunOf, textOf } from '../runs.server.ts';

/** What the list says of each game, in the order to try them. */
export const gamesOf = async () =>
  (await contentOf()).games.map(({ id, brief }) => {
    const { title, level } = shelfRunOf(id);
    return { id, brief, title, level };
  });

/** One game before its first move. Throws for an id that is none. */
export async function gameOf(id: string) {
  const { games } = await contentOf();
  const at = games.findIndex((game) => game.id === id);
  const brief = games[at]?.brief;
  const source = textOf(id);
  const read = readScenario(source);
  if (brief === undefined || !read.ok) throw new Error(`There is no game "${id}" in content/play.yaml`);
  const { title } = read.scenario;
  return {
    id,
    title,
    brief,
    source,
    opening: tableOf(beginGame(read.scenario)),
    lines: viewRun(run({ ...read.scenario, until: undefined })).boardLines,
    varied: read.file.workload !== undefined,
    next: games[at + 1]?.id
  };
}
