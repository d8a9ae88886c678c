import type { Node, Root, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze();

/** Markdown with tables, a head in YAML and directives, as a tree with places. Quotes are set as in print. */
export function parseMarkdown(text: string): Root {
  const tree = parser.parse(text);
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (node.type === 'text') node.value = printed(node.value);
    if (node.type !== 'textDirective') return;
    if (/^\d+$/.test(node.name)) parent.children[index] = clockEnd(node);
    if (node.name === 'cite') closeUp(parent.children[index - 1]);
  });
  return tree;
}

/** The directive syntax takes the end of a clock, as in 0:10, for a directive called "10". */
const clockEnd = ({ name, position }: TextDirective): Text => ({
  type: 'text',
  value: `:${name}`,
  ...(position && { position })
});

/** The number of a source stands at its word, not after a blank. */
function closeUp(before: Node | undefined): void {
  if (before?.type === 'text') (before as Text).value = (before as Text).value.trimEnd();
}

const printed = (text: string): string =>
  text
    .replace(/(?<=\p{L})'/gu, '’')
    .replace(/(?<=^|[\s(])"/g, '“')
    .replaceAll('"', '”');
