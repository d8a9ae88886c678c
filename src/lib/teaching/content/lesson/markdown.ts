import type { Root, Text } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze();

/** Markdown with tables, a head in YAML and directives, as a tree with places. */
export function parseMarkdown(text: string): Root {
  const tree = parser.parse(text);
  // The directive syntax takes the end of a clock, as in 0:10, for a directive called "10".
  visit(tree, 'textDirective', ({ name, position }, index, parent) => {
    if (parent === undefined || index === undefined || !/^\d+$/.test(name)) return;
    const literal: Text = { type: 'text', value: `:${name}`, ...(position && { position }) };
    parent.children[index] = literal;
  });
  return tree;
}
