import type { RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { didYouMean } from '#lib/base/input/index.ts';
import { clipOf, type Clip } from '../../runs/clip.ts';
import { labelOf, type Reading } from '../reading.ts';
import type { Block, Question, Titled } from '../types.ts';
import { readLoops } from './loops.ts';
import { readQuestion } from './question.ts';

/** What the directives of a lesson gather beside the blocks that stand where they were written. */
export interface Gathered {
  readonly quiz: Question[];
  readonly snapshots: string[];
  readonly cheats: string[];
  readonly deep: Titled[];
}

type Read = (node: ContainerDirective, reading: Reading, gathered: Gathered) => Block | undefined;

/** Every `:::block` of a lesson. */
const readers: Readonly<Record<string, Read>> = {
  predict(node, reading) {
    const question = readQuestion(node, reading, -1);
    return question && { kind: 'predict', question };
  },
  look(node, reading, { quiz }) {
    const question = readQuestion(node, reading, 0);
    if (question !== undefined) quiz.push(question);
    return undefined;
  },
  run,
  myth,
  example(node, reading) {
    const { title, body } = titled(node, reading);
    return { kind: 'example', title, html: reading.html(body) };
  },
  pair,
  loops: readLoops,
  snapshot(node, reading, { snapshots }) {
    const [list] = node.children;
    if (list?.type !== 'list') reading.problem(node, 'a snapshot is a list');
    else if (list.children.length > 10)
      reading.problem(list, `a snapshot has at most ten lines, this has ${list.children.length}`);
    if (snapshots.length > 0) reading.problem(node, 'a lesson has one snapshot');
    snapshots.push(reading.html(node.children));
    return undefined;
  },
  cheat(node, reading, { cheats }) {
    if (cheats.length > 0) reading.problem(node, 'a lesson has one cheat sheet');
    cheats.push(reading.html(node.children));
    return undefined;
  },
  deep(node, reading, { deep }) {
    const { title, body } = titled(node, reading);
    deep.push({ title, html: reading.html(body) });
    return undefined;
  }
};

/** Blocks that ask for an act. */
export const acts: ReadonlySet<Block['kind']> = new Set(['predict', 'run', 'myth']);

/** Reads one `:::block`; what it gathers elsewhere gives no block here. */
export function readBlock(node: ContainerDirective, reading: Reading, gathered: Gathered): Block | undefined {
  const read = readers[node.name];
  if (read !== undefined) return read(node, reading, gathered);
  reading.problem(node, `there is no block ":::${node.name}"${didYouMean(node.name, Object.keys(readers))}`);
  return undefined;
}

function titled(node: ContainerDirective, reading: Reading): { title: string; body: RootContent[] } {
  reading.attributes(node, []);
  const { label, body } = labelOf(node);
  if (label === undefined) reading.problem(node, `this has a title, as in :::${node.name}[Title]`);
  return { title: label ?? '', body };
}

function run(node: ContainerDirective, reading: Reading): Block | undefined {
  const { run: id, set, from, to } = reading.attributes(node, ['run', 'set', 'from', 'to']);
  const shelved = reading.run(node, id, set);
  if (shelved === undefined) return undefined;
  const first = reading.step(node, shelved, from ?? '0');
  const last = reading.step(node, shelved, to ?? String(shelved.view.last));
  if (first === undefined || last === undefined) return undefined;
  if (last <= first) {
    reading.problem(node, `a run goes forward: from=${first} to=${last} has no step to take`);
    return undefined;
  }
  return { kind: 'run', html: reading.html(node.children), clip: clipOf(shelved, first, last) };
}

function myth(node: ContainerDirective, reading: Reading): Block | undefined {
  const { run: id, set, at, source } = reading.attributes(node, ['run', 'set', 'at', 'source']);
  const [claim, ...truth] = node.children;
  if (claim === undefined || truth.length === 0) {
    reading.problem(node, 'a myth is a paragraph, and after it the paragraphs that refute it');
    return undefined;
  }
  if (source !== undefined) reading.cite(node, source);
  const clip = source !== undefined && id === undefined ? undefined : evidence(node, reading, { id, set, at });
  return { kind: 'myth', claim: reading.html([claim]), html: reading.html(truth), clip };
}

/** The run behind a refutation: up to the step that shows it, with the step before it. */
function evidence(
  node: ContainerDirective,
  reading: Reading,
  { id, set, at }: Readonly<Record<'id' | 'set' | 'at', string | undefined>>
): Clip | undefined {
  const shelved = reading.run(node, id, set);
  const step = shelved && reading.step(node, shelved, at ?? String(shelved.view.last));
  return shelved === undefined || step === undefined ? undefined : clipOf(shelved, Math.max(0, step - 1), step);
}

function pair(node: ContainerDirective, reading: Reading): Block | undefined {
  const { title, body } = titled(node, reading);
  const [wrong, right, more] = body;
  if (wrong === undefined || right === undefined || more !== undefined) {
    reading.problem(node, 'a pair is two blocks, the wrong one and the right one');
    return undefined;
  }
  return { kind: 'pair', title, wrong: reading.html([wrong]), right: reading.html([right]) };
}
