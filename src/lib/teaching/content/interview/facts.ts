import { formatClock } from '#lib/base/units/index.ts';
import { runValue, type RunValue } from '../runs/run-value.ts';
import type { ShelvedRun } from '../runs/run-shelf.ts';
import type { Fact } from './schema.ts';

/** What a run gives, ready to show, or what is wrong with the question. */
export type ToldFact = { readonly text: string } | { readonly problem: string };

/** Figures that are times of the run, and those that are means of such, which seldom fall on a tick. */
const times = /^(arrival|start|end|wait|turnaround) of |^(makespan|max wait)$/;
const means = /^mean (wait|turnaround)$/;

/** A figure of a run as a reader sees it: times on the run's clock, means in seconds, shares in per cent. */
export function figureOf(shelved: ShelvedRun, name: string): ToldFact {
  const asked = runValue(shelved, name);
  return 'problem' in asked ? asked : { text: shown(shelved, name, asked.value) };
}

function shown({ run }: ShelvedRun, name: string, value: RunValue): string {
  if (typeof value === 'string') return value === 'nothing' ? 'never' : value;
  const { tickMillis } = run.trace.scenario;
  if (times.test(name)) return formatClock(value, tickMillis);
  if (means.test(name)) return `${Math.round((value * tickMillis) / 10) / 100} s`;
  if (name.startsWith('utilisation')) return `${Math.round(value * 100)} %`;
  return String(Math.round(value * 100) / 100);
}

/** `Wait of b`: the name of a figure at the start of a line. */
export const figureName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A fact of a rubric as one line: the clock and the sentence of a step, or a figure with its name. */
export function factOf(shelved: ShelvedRun, fact: Fact): ToldFact {
  if ('gives' in fact) {
    const figure = figureOf(shelved, fact.gives);
    return 'problem' in figure ? figure : { text: `${figureName(fact.gives)}: ${figure.text}.` };
  }
  const step = stepOf(shelved, fact.step);
  if (typeof step === 'string') return { problem: step };
  const { clock, sentence } = shelved.view.at(step);
  return { text: `${clock} · ${sentence}` };
}

/** A step by its number, or the first with an action; one sentence that says why there is none. */
export function stepOf(shelved: ShelvedRun, step: number | string): number | string {
  const { id, view } = shelved;
  if (typeof step === 'number')
    return step <= view.last ? step : `run "${id}" has steps 0 to ${view.last}, not ${step}`;
  const asked = runValue(shelved, `step of ${step}`);
  return 'problem' in asked ? asked.problem : Number(asked.value);
}
