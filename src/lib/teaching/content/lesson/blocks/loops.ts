import type { List, ListItem } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { labelOf, type Reading } from '../reading.ts';
import type { Block, Loop } from '../types.ts';

/**
 * Reads `:::loops[Title]`: a list whose entries are a name and, below it, a numbered list of what comes round again and
 * again; what follows the list is its legend.
 */
export function readLoops(node: ContainerDirective, reading: Reading): Block | undefined {
  reading.attributes(node, []);
  const { label, body } = labelOf(node);
  const [list, ...legend] = body;
  if (label === undefined) reading.problem(node, 'this has a title, as in :::loops[Title]');
  if (list?.type !== 'list') {
    reading.problem(node, 'loops are a list: a name each, and below it its steps as a numbered list');
    return undefined;
  }
  return {
    kind: 'loops',
    title: label ?? '',
    loops: list.children.flatMap((item) => readLoop(item, reading) ?? []),
    html: reading.html(legend)
  };
}

function readLoop(item: ListItem, reading: Reading): Loop | undefined {
  const [name, steps, more] = item.children;
  const numbered = (node: typeof steps): node is List => node?.type === 'list' && node.ordered === true;
  if (name?.type === 'paragraph' && numbered(steps) && more === undefined)
    return { name: reading.html([name]), steps: steps.children.map((step) => reading.html(step.children)) };
  reading.problem(item, 'a loop is a name, and below it a numbered list of its steps');
  return undefined;
}
