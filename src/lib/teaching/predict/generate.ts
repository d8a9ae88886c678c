import { stream, type Stream } from '#lib/base/random/index.ts';
import { readScenarioData, type Scenario, type ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';
import { itemOf, type GeneratedItem, type RunItem } from './item.ts';
import { openForQuestions, type OpenRun } from './question.ts';
import { templates, type TemplateId } from './templates/index.ts';

/** Scenarios drawn before a template is given up; a template that needs more is a defect. */
const ATTEMPTS = 200;

/**
 * The item of a template and a seed: a scenario is drawn and run, and one of its steps is asked about. The same seed
 * gives the same item on every machine.
 *
 * @param seed a whole number within ±2^53
 * @throws {Error} if no scenario offers a step to ask at
 */
export function generate(id: TemplateId, seed: number): GeneratedItem {
  const template = templates[id];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const s = stream(seed, `${id} ${attempt}`);
    const input: ScenarioInput = { schema: 1, id: `drawn-${id}`, title: template.title, ...template.draw(s) };
    const open = openForQuestions(run(scenarioOf(input)));
    for (const step of stepsToAskAt(open, s)) {
      const question = template.ask(open, step);
      const item = question && itemOf(id, template, question, { scenario: open.scenario, seed, step });
      if (item !== undefined) return { ...item, scenario: input };
    }
  }
  throw new Error(`template ${id} finds nothing to ask with seed ${seed}`);
}

/** Every step but the last in a drawn order, those at tick 0 behind: there is little to weigh while jobs just come in. */
function stepsToAskAt({ trace }: OpenRun, s: Stream): number[] {
  const steps = s.shuffle(Array.from({ length: trace.last }, (_, step) => step));
  const later = (step: number): boolean => trace.tickOf(step) > 0;
  return [...steps.filter(later), ...steps.filter((step) => !later(step))];
}

function scenarioOf(input: ScenarioInput): Scenario {
  const read = readScenarioData(input);
  if (!read.ok)
    throw new Error(`drew a scenario that does not read: ${read.problems.map((p) => p.message).join('; ')}`);
  return read.scenario;
}

/** An item of the same template that asks something else: the next seed whose stem differs. */
export function anotherLike(item: RunItem): GeneratedItem {
  let seed = item.seed;
  for (;;) {
    const other = generate(item.template, ++seed);
    if (other.stem !== item.stem) return other;
  }
}

const written = /^([a-z-]+)@(\d+)\/([0-9a-f]{8})\/(\d+)\/(\d+)$/;

/**
 * The generated item that goes by an id; undefined for an id of another form, of a template or revision that is not
 * there any more, and of an item that was asked about a run that was not drawn.
 */
export function generatedItem(id: string): GeneratedItem | undefined {
  const [, template = '', , , seed] = written.exec(id) ?? [];
  // Ids come from progress files as well, which may hold anything.
  if (!Object.hasOwn(templates, template) || !Number.isSafeInteger(Number(seed))) return undefined;
  const item = generate(template as TemplateId, Number(seed));
  return item.id === id ? item : undefined;
}
