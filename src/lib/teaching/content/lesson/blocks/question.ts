import type { List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { stream } from '#lib/base/random/index.ts';
import { clipOf, type Frame } from '../../runs/clip.ts';
import { states } from '../../runs/run-value.ts';
import type { ShelvedRun } from '../../runs/run-shelf.ts';
import { labelOf, type Reading } from '../reading.ts';
import type { Answer, Question } from '../types.ts';

/** What makes an answer right: the value that a run gives, or `yes` where a source decides. */
interface Decider {
  readonly shelved: ShelvedRun | undefined;
  readonly step: number | undefined;
  isRight(value: string): boolean;
}

/**
 * Reads `predict` and `look`: text, then a list of answers. `shift` is the step shown above the question, counted from
 * the one it asks about: the one before, or that one.
 */
export function readQuestion(node: ContainerDirective, reading: Reading, shift: -1 | 0): Question | undefined {
  const { body } = labelOf(node);
  const list = body.findLast((child): child is List => child.type === 'list');
  const { id } = node.attributes ?? {};
  if (!id) reading.problem(node, `a question has a name, as in :::${node.name}{#who-waits}`);
  if (list === undefined || list.children.length < 2) {
    reading.problem(node, 'a question ends with a list of two or more answers');
    return undefined;
  }
  const decider = readDecider(node, reading);
  if (decider === undefined) return undefined;
  const answers = list.children.flatMap((item) => readAnswer(item, decider, reading) ?? []);
  const right = answers.filter((answer) => answer.right).length;
  if (right !== 1 && answers.length === list.children.length)
    reading.problem(list, `exactly one answer must be right, here ${right} are${givenBy(node, decider)}`);
  const { shelved, step } = decider;
  return {
    id: `${reading.name}/${id ?? ''}`,
    html: reading.html(body.slice(0, body.indexOf(list))),
    answers: shuffled(answers, `${reading.name}/${id ?? ''}`),
    shown: frameAt(shelved, step === undefined ? undefined : step + shift),
    next: shift === 0 ? undefined : frameAt(shelved, step),
    run: shelved?.id
  };
}

function frameAt(shelved: ShelvedRun | undefined, step: number | undefined): Frame | undefined {
  return shelved === undefined || step === undefined || step < 0 ? undefined : clipOf(shelved, step, step).frames[0];
}

/** The order in which answers stand says nothing of the right one, and is the same in every build. */
const shuffled = (answers: readonly Answer[], id: string): Answer[] => stream(0, `answers of ${id}`).shuffle(answers);

const givenBy = ({ attributes }: ContainerDirective, { shelved, step }: Decider): string =>
  shelved === undefined ? '' : `; see what run "${shelved.id}" gives for "${attributes?.['gives']}"${atStep(step)}`;
const atStep = (step: number | undefined): string => (step === undefined ? '' : ` at step ${step}`);

function readDecider(node: ContainerDirective, reading: Reading): Decider | undefined {
  const { run, set, gives, at, source } = reading.attributes(node, ['id', 'run', 'set', 'gives', 'at', 'source']);
  if (source !== undefined) {
    reading.cite(node, source);
    return { shelved: undefined, step: undefined, isRight: (value) => value === 'yes' };
  }
  if (gives === undefined) {
    reading.problem(node, 'a question says what decides it: gives="…" of a run, or source=…');
    return undefined;
  }
  const shelved = reading.run(node, run, set);
  if (shelved === undefined) return undefined;
  const step = at === undefined ? undefined : reading.step(node, shelved, at);
  if (at !== undefined && step === undefined) return undefined;
  const value = reading.value(node, shelved, gives, step);
  if (value === undefined) return undefined;
  return { shelved, step, isRight: (text) => states(text, value) };
}

/** `- `value` text`, then a paragraph with the reason. */
function readAnswer(item: ListItem, decider: Decider, reading: Reading): Answer | undefined {
  const [first, ...why] = item.children;
  const [value, ...text] = first?.type === 'paragraph' ? first.children : [];
  if (first === undefined || value?.type !== 'inlineCode') {
    reading.problem(item, 'an answer begins with its value in code, as in `waiting` It waits');
    return undefined;
  }
  if (why.length === 0) reading.problem(item, 'an answer has a reason below it, as a paragraph of its own');
  if (text.some(({ type }) => type === 'textDirective' || type === 'link'))
    reading.problem(first, 'an answer is a button: terms, numbers and links stand in its reason');
  return {
    value: value.value,
    html: answerText(text, reading),
    why: reading.html(why),
    right: decider.isRight(value.value)
  };
}

/** The text of a button: no paragraph, and no blank where the value stood. */
function answerText(text: Paragraph['children'], reading: Reading): string {
  if (text.every(({ type }) => type === 'text')) return escape(toString(text as Nodes[]).trim());
  return reading.html(text as RootContent[]).trim();
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
