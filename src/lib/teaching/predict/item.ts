import { stream } from '#lib/base/random/index.ts';
import type { Scenario, ScenarioInput } from '#lib/allocator/scenario/index.ts';
import type { OneOfMany } from '#lib/teaching/quiz/index.ts';
import { misconceptions, type MisconceptionId } from './misconceptions/table.ts';
import type { Question } from './question.ts';
import type { Template } from './template.ts';
import type { TemplateId } from './templates/index.ts';

/** An option of an item made from a run; the misconception that leads to it, unless it is the key. */
export type RunOption = OneOfMany['options'][number] & { readonly misconception?: MisconceptionId };

/** An item made from a run that stands at a step: the key is what the run does next. */
export interface RunItem extends OneOfMany {
  options: RunOption[];
  readonly template: TemplateId;
  readonly seed: number;
  /** The step the run stands at; what comes next settles the question. */
  readonly step: number;
}

/** An item with the scenario that was drawn for it, so that its run can be opened. */
export interface GeneratedItem extends RunItem {
  readonly scenario: ScenarioInput;
}

/** Options beside the key, so that A to D are enough. */
const MOST_WRONG = 3;
const LEAST_WRONG = 2;

/** Eight hexadecimal digits that stand for everything a scenario says. Costs its size. */
export const scenarioHash = (scenario: Scenario): string =>
  stream(0, JSON.stringify(scenario)).uint32().toString(16).padStart(8, '0');

/**
 * The item of a question. Wrong answers that equal the key or one before them are dropped; undefined where fewer than
 * three options are left.
 */
export function itemOf(
  id: TemplateId,
  template: Template,
  question: Question,
  at: { readonly scenario: Scenario; readonly seed: number; readonly step: number }
): RunItem | undefined {
  const wrong = distinctWrong(question).slice(0, MOST_WRONG);
  const [typical] = wrong;
  if (typical?.misconception === undefined || wrong.length < LEAST_WRONG) return undefined;
  const itemId = `${id}@${template.revision}/${scenarioHash(at.scenario)}/${at.seed}/${at.step}`;
  const { answer, because } = question.key;
  return {
    type: 'one',
    id: itemId,
    revision: template.revision,
    objective: template.objective,
    difficulty: template.difficulty,
    stem: question.stem,
    hint: question.hint,
    solution: [...question.solution],
    mistake: misconceptions[typical.misconception],
    check: [],
    source: [],
    options: stream(at.seed, itemId).shuffle([{ text: answer, key: true, rationale: because }, ...wrong]),
    template: id,
    seed: at.seed,
    step: at.step
  };
}

function distinctWrong({ key, wrong }: Question): RunOption[] {
  const seen = new Set([key.answer]);
  return wrong.flatMap(({ misconception, answer, numbers }) => {
    if (seen.has(answer)) return [];
    seen.add(answer);
    return [{ text: answer, key: false, rationale: `${misconceptions[misconception]} ${numbers}`, misconception }];
  });
}
