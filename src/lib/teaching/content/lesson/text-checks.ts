import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Report } from '../problem.ts';
import { americanSpelling, longestParagraph } from './prose.ts';
import { placeOf } from './reading.ts';

/** Checks what holds of every text: paragraphs that a phone can show, British spelling. Gives the paragraphs. */
export function checkText(tree: Root, report: Report): string[] {
  const paragraphs: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'text') {
      const word = americanSpelling(node.value);
      if (word !== undefined) report.add(placeOf(node), `"${word}" is American spelling; this site writes British`);
    }
    if (node.type !== 'paragraph') return;
    const text = toString(node as Nodes);
    paragraphs.push(text);
    if (text.length > longestParagraph)
      report.add(
        placeOf(node),
        `a paragraph has at most ${longestParagraph} letters (five lines on a phone), this has ${text.length}`
      );
  });
  return paragraphs;
}
