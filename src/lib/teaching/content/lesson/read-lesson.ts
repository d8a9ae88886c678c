import type { ContainerDirective } from 'mdast-util-directive';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { checkKnown } from '../lists/entries.ts';
import type { Report } from '../problem.ts';
import type { Shelf } from '../shelf.ts';
import { acts, readBlock, type Gathered } from './blocks/blocks.ts';
import { readHead } from './head.ts';
import { parseMarkdown } from './markdown.ts';
import { proseOf } from './prose.ts';
import { placeOf, Reading } from './reading.ts';
import { checkText } from './text-checks.ts';
import type { Block, Lesson, Section } from './types.ts';

/** Where a lesson stands among the others. */
export interface LessonPlace {
  readonly slug: string;
  readonly order: number;
  /** All lessons of the course. */
  readonly lessons: readonly string[];
}

/** Reads one lesson; `undefined` if its head has problems. Everything that is wrong goes to the report. */
export function readLesson(text: string, place: LessonPlace, shelf: Shelf, report: Report): Lesson | undefined {
  const tree = parseMarkdown(text);
  const head = readHead(tree, { lessons: place.lessons, runs: shelf.runs }, report);
  const paragraphs = checkText(tree, report);
  if (head === undefined) return undefined;
  const reading = new Reading(shelf, report, place.slug, head.runs[0]);
  const gathered: Gathered = { quiz: [], snapshots: [], cheats: [], deep: [] };
  const { opening, sections } = readBody(tree, reading, gathered);
  checkShape(tree, opening, sections, gathered, report);
  checkAnchors(tree, sections, report);
  checkRunsUsed(head.runs, reading, report);
  return {
    ...head,
    slug: place.slug,
    order: place.order,
    opening,
    sections: sections.map(({ id, title, blocks }) => ({ id, title, blocks })),
    quiz: gathered.quiz,
    snapshot: gathered.snapshots[0] ?? '',
    cheat: gathered.cheats[0],
    deep: gathered.deep,
    terms: [...reading.terms],
    sources: [...reading.sources],
    prose: proseOf(paragraphs)
  };
}

interface ReadSection extends Section {
  readonly blocks: Block[];
  readonly heading: Heading;
}

interface Body {
  readonly opening: Block[];
  readonly sections: ReadSection[];
}

function readBody(tree: Root, reading: Reading, gathered: Gathered): Body {
  const opening: Block[] = [];
  const sections: ReadSection[] = [];
  let blocks = opening;
  let text: RootContent[] = [];
  const flush = (): void => {
    const html = text.length === 0 ? '' : reading.html(text);
    if (html !== '') blocks.push({ kind: 'text', html });
    text = [];
  };
  for (const node of tree.children.filter(({ type }) => type !== 'yaml')) {
    if (node.type === 'heading' && node.depth < 3) {
      flush();
      blocks = [];
      sections.push({ ...headingOf(node, reading), blocks, heading: node });
    } else if (node.type === 'containerDirective') {
      flush();
      const block = readBlock(node, reading, gathered);
      if (block !== undefined) blocks.push(block);
    } else text.push(node);
  }
  flush();
  return { opening, sections };
}

function headingOf(node: Heading, reading: Reading): { id: string; title: string } {
  if (node.depth === 1) reading.problem(node, 'the title stands in the head; sections begin with ##');
  const title = toString(node as Nodes);
  return { id: anchorOf(title), title };
}

/** `Who holds the GPU?` → `who-holds-the-gpu`. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A prediction comes before any explanation, every section asks for an act, and the lesson ends in a snapshot. */
function checkShape(tree: Root, opening: Block[], sections: ReadSection[], gathered: Gathered, report: Report): void {
  const start = placeOf(tree.children[1] ?? tree);
  if (opening[0]?.kind !== 'predict')
    report.add(start, 'a lesson opens with a :::predict, before anything is explained');
  for (const { title, blocks, heading } of sections)
    if (!blocks.some(({ kind }) => acts.has(kind)))
      report.add(placeOf(heading), `section "${title}" asks for no act: it needs a :::predict, a :::run or a :::myth`);
  if (sections.length === 0) report.add(start, 'a lesson has sections, each with a heading that begins with ##');
  if (gathered.snapshots.length === 0) report.add(start, 'a lesson has a :::snapshot');
  const names = questions(tree).map((node) => ({ node, name: node.attributes?.['id'] }));
  for (const { node, name } of names)
    if (name && names.find((other) => other.name === name)?.node !== node)
      report.add(placeOf(node), `a question of this lesson is already called "${name}"`);
}

const questions = (tree: Root): ContainerDirective[] =>
  tree.children.filter(
    (node): node is ContainerDirective =>
      node.type === 'containerDirective' && (node.name === 'predict' || node.name === 'look')
  );

/** Anchors are unique, and links to them lead somewhere. */
function checkAnchors(tree: Root, sections: readonly ReadSection[], report: Report): void {
  const ids = sections.map(({ id }) => id);
  for (const [i, { id, heading, title }] of sections.entries())
    if (ids.indexOf(id) < i) report.add(placeOf(heading), `a section "${title}" is already there`);
  visit(tree, 'link', (node) => {
    if (node.url.startsWith('#')) checkKnown('section', node.url.slice(1), ids, placeOf(node), report);
  });
}

/** A run that the head names and the text never shows would be missing from the lesson. */
function checkRunsUsed(runs: readonly string[], { runs: used }: Reading, report: Report): void {
  for (const run of runs) if (!used.has(run)) report.add(undefined, `run "${run}" stands in the head and nowhere else`);
}
