import type { Nodes, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Report } from '../problem.ts';
import { americanSpelling, longestInBlock, longestParagraph } from './prose.ts';
import { placeOf } from './reading.ts';

/** Checks what holds of every text: paragraphs that a phone can show, tables with headings, British spelling. Gives the paragraphs. */
export function checkText(tree: Root, report: Report): string[] {
  const paragraphs: string[] = [];
  visit(tree, (node, _index, parent) => {
    if (node.type === 'text') {
      const word = americanSpelling(node.value);
      if (word !== undefined) report.add(placeOf(node), `"${word}" is American spelling; this site writes British`);
    }
    if (node.type === 'table' && node.children[0]?.children.some((cell) => toString(cell) === ''))
      report.add(placeOf(node), 'each column of a table has a heading, for those who hear it');
    if (node.type !== 'paragraph') return;
    const text = toString(node as Nodes);
    paragraphs.push(text);
    const most = longestIn(parent);
    if (text.length > most)
      report.add(
        placeOf(node),
        `a paragraph has at most ${most} letters here (five lines on a phone), this has ${text.length}`
      );
  });
  return paragraphs;
}

/** The most letters that a paragraph may have: in a box there is less room, and the stem of a question is in larger type. */
function longestIn(parent: Parents | undefined): number {
  if (parent?.type !== 'containerDirective') return longestParagraph;
  return longestInBlock[parent.name] ?? longestParagraph;
}
