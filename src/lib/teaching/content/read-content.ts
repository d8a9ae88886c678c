import { readCorrections, type Correction } from './lists/corrections.ts';
import { readGlossary, type Term } from './lists/glossary.ts';
import { readGames, type GameEntry } from './lists/play.ts';
import { readSources, type Source } from './lists/sources.ts';
import { promptFile, readInterview } from './interview/read-interview.ts';
import type { Interview } from './interview/types.ts';
import { readLesson } from './lesson/read-lesson.ts';
import type { Lesson } from './lesson/types.ts';
import { addressesOf } from './addresses.ts';
import { Report, type FileProblem } from './problem.ts';
import { RunShelf } from './runs/run-shelf.ts';
import type { Highlight, Shelf } from './shelf.ts';

/** The texts of the content by path, as `content/glossary.yaml`. */
export type ContentFiles = ReadonlyMap<string, string>;

/** Everything that learners read. Lists are in the order of their files, lessons in the order of the path. */
export interface Content {
  readonly lessons: readonly Lesson[];
  readonly terms: readonly Term[];
  readonly sources: readonly Source[];
  readonly corrections: readonly Correction[];
  readonly games: readonly GameEntry[];
  readonly interview: Interview;
  readonly runs: RunShelf;
}

/** All content that could be read, and everything that is wrong with it. */
export interface ReadContent {
  readonly content: Content;
  readonly problems: readonly FileProblem[];
}

const lessonFile = /^content\/lessons\/(\d\d)-([a-z0-9-]+)\/index\.md$/;
const itemsFile = /^content\/lessons\/\d\d-[a-z0-9-]+\/items\.yaml$/;
const scenarioFile = /^content\/scenarios\/([^/]+)\.yaml$/;

/** Reads and checks the whole content, running every scenario that it names. */
export function readContent(files: ContentFiles, highlight: Highlight): ReadContent {
  const reports: Report[] = [];
  const reportOn = (file: string): Report => {
    const report = new Report(file);
    reports.push(report);
    return report;
  };
  const list = <T>(name: string, read: (text: string, report: Report) => T): T =>
    read(files.get(`content/${name}.yaml`) ?? '[]', reportOn(`content/${name}.yaml`));

  const runs = new RunShelf(byName(files, scenarioFile));
  for (const id of runs.ids) {
    const report = reportOn(`content/scenarios/${id}.yaml`);
    for (const { message, ...place } of runs.problemsOf(id)) report.add(place, message);
  }
  const sources = list('sources', readSources);
  const terms = list('glossary', (text, report) => readGlossary(text, idsOf(sources), report));
  const places = lessonPlaces(files);
  for (const file of strayFiles(files))
    reportOn(file).add(undefined, 'a lesson is lessons/<nn>-<name>/index.md, as lessons/10-my-lesson/index.md');
  const lessonSlugs = places.map(({ slug }) => slug);
  const corrections = list('corrections', (text, report) =>
    readCorrections(text, { runs, sources: byId(sources) }, report)
  );
  const games = list('play', (text, report) => readGames(text, runs.ids, report));
  const shelf: Shelf = {
    runs,
    terms: byId(terms),
    sources: byId(sources),
    addresses: addressesOf({
      lessons: lessonSlugs,
      runs: runs.ids,
      terms: idsOf(terms),
      sources: idsOf(sources),
      corrections: idsOf(corrections),
      games: idsOf(games),
      prompts: [...byName(files, promptFile).keys()]
    }),
    highlight
  };
  const lessons = places.flatMap(({ file, slug, order }) => {
    const report = reportOn(file);
    if (lessonSlugs.filter((other) => other === slug).length > 1)
      report.add(undefined, `two lessons are called "${slug}"`);
    return readLesson(files.get(file) ?? '', { slug, order, lessons: lessonSlugs }, shelf, report) ?? [];
  });
  const content: Content = {
    lessons,
    terms,
    sources,
    corrections,
    games,
    interview: readInterview(files, shelf, reportOn),
    runs
  };
  return { content, problems: reports.flatMap(({ problems }) => problems) };
}

const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** Texts of the files whose paths have a form, by the name that the form captures. */
function byName(files: ContentFiles, form: RegExp): ReadonlyMap<string, string> {
  const named = [...files].map(([file, text]) => [form.exec(file)?.[1], text] as const);
  return new Map(named.filter((entry): entry is [string, string] => entry[0] !== undefined));
}

interface FoundLesson {
  readonly file: string;
  readonly slug: string;
  readonly order: number;
}

/** All lessons in the order of the path. */
function lessonPlaces(files: ContentFiles): FoundLesson[] {
  const found = [...files.keys()].flatMap((file) => {
    const [, order, slug] = lessonFile.exec(file) ?? [];
    return order === undefined || slug === undefined ? [] : [{ file, slug, order: Number(order) }];
  });
  return found.sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1));
}

/** Files among the lessons that are no part of one: a folder without a number, a text with another name. */
const strayFiles = (files: ContentFiles): string[] =>
  [...files.keys()].filter(
    (file) => file.startsWith('content/lessons/') && !lessonFile.test(file) && !itemsFile.test(file)
  );

/** Scenarios that nothing names: they would stand on the shelf of runs and be taught nowhere. */
export function unusedScenarios(files: ContentFiles): FileProblem[] {
  const scenarios = byName(files, scenarioFile);
  const texts = [...files].filter(([file]) => !scenarioFile.test(file)).map(([, text]) => text);
  return [...scenarios.keys()].flatMap((id) => {
    const name = new RegExp(`(?<![\\w-])${id}(?![\\w-])`);
    if (texts.some((text) => name.test(text))) return [];
    const report = new Report(`content/scenarios/${id}.yaml`);
    report.add(undefined, `no lesson, item or correction uses scenario "${id}"`);
    return report.problems;
  });
}
