import type { Report } from '../problem.ts';
import type { Shelf } from '../shelf.ts';
import { readPlans } from './read-plans.ts';
import { readPrompt } from './read-prompts.ts';
import { readTradeOffs } from './read-trade-offs.ts';
import type { Interview, Prompt } from './types.ts';

/** A prompt of the drill by the path of its file; the name is its id. */
export const promptFile = /^content\/interview\/prompts\/([a-z0-9-]+)\.yaml$/;

/** Reads everything below `content/interview/`; files that are no prompt there are problems. */
export function readInterview(
  files: ReadonlyMap<string, string>,
  shelf: Shelf,
  reportOn: (file: string) => Report
): Interview {
  const folder = [...files].filter(([file]) => file.startsWith('content/interview/prompts/')).sort(byName);
  const prompts = folder.flatMap(([file, text]) => {
    const [, id] = promptFile.exec(file) ?? [];
    const report = reportOn(file);
    if (id !== undefined) return readPrompt(text, id, shelf, report) ?? [];
    report.add(undefined, 'a prompt is interview/prompts/<name>.yaml, with small letters, digits and hyphens');
    return [];
  });
  const listOf = (name: string): readonly [string, Report] => {
    const file = `content/interview/${name}.yaml`;
    return [files.get(file) ?? '[]', reportOn(file)];
  };
  const [cardsText, cardsReport] = listOf('trade-offs');
  const tradeOffs = readTradeOffs(cardsText, shelf, cardsReport);
  const [plansText, plansReport] = listOf('plans');
  const known = { prompts: prompts.map(({ id }) => id), cards: tradeOffs.map(({ id }) => id) };
  return { prompts: prompts.sort(byLevel), tradeOffs, plans: readPlans(plansText, known, plansReport) };
}

const levels: readonly Prompt['level'][] = ['easy', 'medium', 'hard'];

const byLevel = (a: Prompt, b: Prompt): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) || (a.id < b.id ? -1 : 1);

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);
