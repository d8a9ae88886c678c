import { readYaml, type Path, type Place } from '#lib/base/input/index.ts';
import { checkKnown } from '../lists/entries.ts';
import type { Report } from '../problem.ts';
import { clipOf } from '../runs/clip.ts';
import type { ShelvedRun } from '../runs/run-shelf.ts';
import type { Shelf } from '../shelf.ts';
import { factOf, stepOf } from './facts.ts';
import { promptSchema, type FollowUp, type PromptFile } from './schema.ts';
import { setupOf } from './setup.ts';
import { readSpoken, readText } from './spoken.ts';
import type { Prompt, Stage } from './types.ts';

/** What all questions of a prompt are read with. */
interface Reader {
  readonly id: string;
  readonly shelf: Shelf;
  readonly report: Report;
  at(path: Path): Place;
}

/** Reads the prompt of a file; undefined if it does not keep to the schema. All problems go to the report. */
export function readPrompt(text: string, id: string, shelf: Shelf, report: Report): Prompt | undefined {
  const read = readYaml(text, promptSchema);
  if ('problems' in read) {
    for (const { message, ...place } of read.problems) report.add(place, message);
    return undefined;
  }
  const file = read.value;
  if (!checkKnown('scenario', file.run, shelf.runs.ids, read.at(['run']), report)) return undefined;
  const reader: Reader = { id, shelf, report, at: read.at };
  const first = readStage(reader, { ...file, now: '', intervene: [] }, file.run, []);
  const follow = file.follow.map((asked, i) => {
    const set = [file.set, asked.set].filter((part) => part !== '').join('; ');
    return readStage(reader, { ...asked, set }, file.run, ['follow', i]);
  });
  const stages = [first, ...follow].filter((stage) => stage !== undefined);
  const { revision, title, level, run } = file;
  return { id, revision, title, level, run, stages };
}

type Asked = Pick<PromptFile, 'at' | 'ask' | 'answer' | 'rubric'> & Pick<FollowUp, 'now' | 'set' | 'intervene'>;

/** One question with its run; undefined where there is no such run, or no such step in it. */
function readStage(reader: Reader, asked: Asked, run: string, path: Path): Stage | undefined {
  const { shelf, report } = reader;
  const placeOf = (...more: Path): Place => reader.at([...path, ...more]);
  const shelved = shelf.runs.get(run, settingsOf(asked));
  if (typeof shelved === 'string') {
    report.add(placeOf(), shelved);
    return undefined;
  }
  const step = stepOf(shelved, asked.at);
  if (typeof step === 'string') {
    report.add(placeOf('at'), step);
    return undefined;
  }
  const name = [reader.id, ...path].join('-');
  const field = (key: string) => ({ place: placeOf(key), name: `${name}-${key}`, report });
  return {
    now: asked.now,
    ask: readText(asked.ask, field('ask'), shelf, shelved).html,
    setup: setupOf(shelved.run.trace.scenario),
    clip: { ...clipOf(shelved, step, shelved.view.last), set: shelved.set === '' ? '' : 'the change above' },
    answer: readSpoken(asked.answer, field('answer'), shelf, shelved),
    rubric: rubricOf(shelved, asked, (i) => placeOf('rubric', i), report)
  };
}

function rubricOf(shelved: ShelvedRun, { rubric }: Asked, placeOf: (i: number) => Place, report: Report): string[] {
  return rubric.flatMap((fact, i) => {
    const told = factOf(shelved, fact);
    if ('text' in told) return [told.text];
    report.add(placeOf(i), told.problem);
    return [];
  });
}

/** What is changed in the scenario, as a setting; interventions are a field of it like any other. */
const settingsOf = ({ set, intervene }: Asked): string =>
  [set, ...(intervene.length === 0 ? [] : [`interventions=${JSON.stringify(intervene)}`])]
    .filter((part) => part !== '')
    .join('; ');
