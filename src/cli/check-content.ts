import { makeHighlight } from '../build/content/highlight.ts';
import { readContentFiles } from '../build/content/files.ts';
import { formatProblems, readBank, readContent, unusedScenarios, type Lesson } from '#lib/teaching/content/index.ts';

/**
 * `npm run check:content`: reads all content, runs every scenario in it, and prints each problem as
 * `file:line:col message`; exit 1 if there is one. Ends with figures for the authors, which are no gate.
 */
export async function main(args: readonly string[]): Promise<number> {
  const [root = '.'] = args;
  const files = readContentFiles(root);
  const { content, problems: wrong } = readContent(files, await makeHighlight());
  const bank = readBank({
    items: new Map([...files].filter(([file]) => file.endsWith('/items.yaml'))),
    objectives: files.get('content/objectives.yaml') ?? '',
    sources: new Set(content.sources.map(({ id }) => id)),
    runs: content.runs
  });
  const problems = [...wrong, ...bank.problems, ...unusedScenarios(files)];
  if (problems.length > 0) console.error(formatProblems(problems));
  for (const line of table(content.lessons)) console.log(line);
  const { lessons, terms, sources, corrections, interview, runs } = content;
  console.log(
    `${lessons.length} lessons, ${bank.items.length} items, ${runs.ids.length} scenarios, ${terms.length} terms, ${sources.length} sources, ` +
      `${corrections.length} corrections, ${interview.prompts.length} prompts, ${interview.tradeOffs.length} trade-offs: ${problems.length} problems`
  );
  return problems.length > 0 ? 1 : 0;
}

/** A line a lesson: how long it is, how hard to read, how much it asks the reader to do. */
function table(lessons: readonly Lesson[]): string[] {
  const rows = lessons.map(({ slug, prose, sections, quiz, runs, terms, sources }) => [
    slug,
    prose.words,
    prose.grade,
    sections.length,
    quiz.length,
    runs.length,
    terms.length,
    sources.length
  ]);
  const head = ['lesson', 'words', 'grade', 'sections', 'quiz', 'runs', 'terms', 'sources'];
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
