/** The class plan, as content/class/plan.yaml has it, with the questions that its runs give. */
import * as v from 'valibot';
import { formatProblem, readYaml, type Problem } from '#lib/base/input/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import { questionAt } from '#lib/teaching/predict/index.ts';
import type { ClassPlan, ClassRound } from '#lib/ui/class/plan.ts';
import { finishedRunOf } from '../runs.server.ts';
import text from '../../../content/class/plan.yaml?raw';

const FILE = 'content/class/plan.yaml';

const minutes = v.pipe(v.number(), v.integer(), v.minValue(1));
const talk = v.strictObject({ minutes, text: v.string() });
const round = v.strictObject({
  run: v.string(),
  job: v.string(),
  minutes,
  lead: v.string(),
  discuss: v.string(),
  after: v.string()
});
const schema = v.strictObject({ opening: talk, rounds: v.array(round), closing: talk });

/** The whole plan. Throws with file and line for a round whose job is never asked about in its run. */
export function readPlan(): ClassPlan {
  const read = readYaml(text, schema);
  if ('problems' in read) throw failure(read.problems);
  const { opening, rounds, closing } = read.value;
  return {
    opening,
    closing,
    rounds: rounds.map(({ job, ...said }, r) => {
      const asked = firstQuestion(said.run, job);
      if (asked !== undefined) return { ...said, ...asked };
      const path = ['rounds', r, 'job'];
      const message = `run "${said.run}" asks nothing about job "${job}"`;
      throw failure([{ ...read.at(path), path: path.join('.'), message }]);
    })
  };
}

function firstQuestion(id: string, job: string): Pick<ClassRound, 'title' | 'step' | 'question'> | undefined {
  const finished = finishedRunOf(id);
  const view = viewRun(finished);
  for (let step = 0; step < view.last; step++) {
    const question = view.at(step).row?.job === job ? questionAt(finished, step) : undefined;
    if (question === undefined) continue;
    return { title: view.title, step, question: { stem: question.stem, options: question.options } };
  }
  return undefined;
}

const failure = (problems: readonly Problem[]): Error =>
  new Error(problems.map((problem) => formatProblem(FILE, problem)).join('\n'));
