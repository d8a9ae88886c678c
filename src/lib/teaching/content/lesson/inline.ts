import type { Element, ElementContent, Properties } from 'hast';
import type { Nodes } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { didYouMean } from '#lib/base/input/index.ts';
import type { Term } from '../lists/glossary.ts';
import { states } from '../runs/run-value.ts';
import type { Directive, Reading } from './reading.ts';

const element = (tagName: string, properties: Properties, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children
});
const plain = (value: string): ElementContent => ({ type: 'text', value });

/** Directives that stand in a text, each with what it becomes. */
const inline: Readonly<Record<string, (node: TextDirective, reading: Reading) => ElementContent>> = {
  n: number,
  term,
  cite
};

/** A directive as HTML; one that is unknown, or stands where it may not, is a problem and becomes nothing. */
export function directiveHtml(node: Directive, reading: Reading): ElementContent | undefined {
  if (node.type === 'leafDirective' && node.name === 'message') return message(node, reading);
  const make = node.type === 'textDirective' ? inline[node.name] : undefined;
  if (make !== undefined && node.type === 'textDirective') return make(node, reading);
  if (node.type === 'containerDirective') {
    reading.problem(node, `":::${node.name}" stands inside another block: close that with ":::" after an empty line`);
    return undefined;
  }
  const colons = { textDirective: ':', leafDirective: '::' }[node.type];
  const hint = didYouMean(node.name, [...Object.keys(inline), 'message']);
  reading.problem(node, `"${colons}${node.name}" is nothing that may stand here${hint}`);
  return undefined;
}

function number(node: TextDirective, reading: Reading): ElementContent {
  const { run, set, gives, at } = reading.attributes(node, ['run', 'set', 'gives', 'at']);
  const text = toString(node as Nodes);
  const shelved = reading.run(node, run, set);
  if (gives === undefined) reading.problem(node, 'a number says what it is, as in gives="wait of b"');
  else if (shelved !== undefined) {
    const step = at === undefined ? undefined : reading.step(node, shelved, at);
    const value = at !== undefined && step === undefined ? undefined : reading.value(node, shelved, gives, step);
    if (value !== undefined && !states(text, value))
      reading.problem(node, `the run gives ${value} for "${gives}", this says ${text}`);
  }
  return element('span', { className: ['figures'] }, plain(text));
}

/** The term with an id, or the one whose word stands in the text, alone or in the plural. */
function findTerm(terms: ReadonlyMap<string, Term>, id: string | undefined, text: string): Term | undefined {
  if (id !== undefined) return terms.get(id);
  const word = text.toLowerCase();
  const written = (t: Term): boolean =>
    [t.id, t.term, ...t.also].some((w) => w.toLowerCase() === word || `${w.toLowerCase()}s` === word);
  return [...terms.values()].find(written);
}

function term(node: TextDirective, reading: Reading): ElementContent {
  const { id } = reading.attributes(node, ['id']);
  const text = toString(node as Nodes);
  const found = findTerm(reading.shelf.terms, id, text);
  if (found === undefined) {
    reading.problem(node, `there is no term "${id ?? text}"${didYouMean(id ?? text, [...reading.shelf.terms.keys()])}`);
    return plain(text);
  }
  reading.terms.add(found.id);
  const card = reading.popoverId();
  return element(
    'span',
    { className: ['term'] },
    element('button', { type: 'button', popoverTarget: card }, plain(text)),
    element(
      'span',
      { id: card, popover: '', className: ['term-card'] },
      element('strong', {}, plain(found.term)),
      plain(` ${found.means} `),
      element('a', { href: `/glossary/#${found.id}` }, plain('Glossary'))
    )
  );
}

function cite(node: TextDirective, reading: Reading): ElementContent {
  const id = toString(node as Nodes);
  const number = reading.cite(node, id);
  const title = reading.shelf.sources.get(id)?.title ?? '';
  return element(
    'a',
    { className: ['cite'], href: `#source-${id}`, title },
    element('span', { className: ['visually-hidden'] }, plain('Source ')),
    plain(String(number ?? '?'))
  );
}

/** What the real systems print for a step. */
function message(node: LeafDirective, reading: Reading): ElementContent {
  const { run, set, at } = reading.attributes(node, ['run', 'set', 'at']);
  const shelved = reading.run(node, run, set);
  const step = shelved && reading.step(node, shelved, at ?? '');
  const real = step === undefined ? [] : (shelved?.view.at(step).why?.real ?? []);
  if (step !== undefined && real.length === 0)
    reading.problem(node, `the real systems print nothing at step ${step} of run "${shelved?.id}"`);
  return element(
    'figure',
    { className: ['message'] },
    ...real.flatMap(({ system, text }) => [
      element('figcaption', {}, plain(system)),
      element('pre', { tabIndex: 0 }, element('code', {}, plain(text)))
    ])
  );
}
