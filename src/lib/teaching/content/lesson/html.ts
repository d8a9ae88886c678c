import type { Element, ElementContent } from 'hast';
import type { Code, Html, Image, InlineCode, Link, RootContent, Table } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { checkKnown } from '../lists/entries.ts';
import { directiveHtml } from './inline.ts';
import { placeOf, type Directive, type Reading } from './reading.ts';

type Handler = NonNullable<NonNullable<Options['handlers']>['textDirective']>;

/** Nodes of a text as HTML. Links keep their address from the site's root; whatever is wrong goes to the reading. */
export function htmlOf(nodes: readonly RootContent[], reading: Reading): string {
  const directive: Handler = (_state, node: Directive) => directiveHtml(node, reading);
  const processor = unified()
    .use(remarkRehype, {
      handlers: {
        textDirective: directive,
        leafDirective: directive,
        containerDirective: directive,
        code: (_state, node: Code) => code(node, reading),
        inlineCode: (_state, node: InlineCode) => inlineCode(node.value),
        link: (state, node: Link) => {
          checkLink(node, reading);
          return defaultHandlers.link(state, node);
        },
        table: (state, node: Table) => scrollable(defaultHandlers.table(state, node)),
        html: (_state, node: Html) => {
          if (!node.value.startsWith('<!--')) reading.problem(node, 'HTML is not read; write Markdown');
          return undefined;
        },
        image: (_state, node: Image) => {
          reading.problem(node, 'pictures come from runs; use :::run');
          return undefined;
        }
      }
    })
    .use(rehypeStringify);
  return processor.stringify(processor.runSync({ type: 'root', children: [...nodes] })).trim();
}

function code(node: Code, reading: Reading): ElementContent {
  const language = node.lang ?? 'text';
  const highlighted = reading.shelf.highlight(node.value, language);
  if (highlighted !== undefined) return highlighted;
  reading.problem(node, `no highlighting for code in "${language}"`);
  return { type: 'text', value: node.value };
}

/** A long name may be broken before its capitals, where a narrow column has no room for it in one piece. */
const inlineCode = (value: string): Element => ({
  type: 'element',
  tagName: 'code',
  properties: {},
  children: value.split(/(?<=[a-z])(?=[A-Z])/).flatMap((text, i): ElementContent[] => {
    const piece: ElementContent = { type: 'text', value: text };
    return i === 0 ? [piece] : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, piece];
  })
});

/** A wide table scrolls by itself, so the page need not; what scrolls takes the focus. */
const scrollable = (table: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
  children: [table]
});

function checkLink(node: Link, reading: Reading): void {
  if (node.url.startsWith('#')) return;
  if (!node.url.startsWith('/')) {
    reading.problem(node, 'a link leads inside this site, as /runs/one-gpu/; other documents are cited with :cite');
    return;
  }
  const address = node.url.replace(/\?[^#]*/, '');
  checkKnown('page', address, reading.shelf.addresses, placeOf(node), reading.report);
  const [, run] = /^\/runs\/([^/]+)\/$/.exec(address) ?? [];
  if (run !== undefined) reading.runs.add(run);
}
