import { cardOf, type Card } from './card.ts';
import type { Item } from './schema/item.ts';

const answerOf = ({ answer }: Card): string => answer.map(({ text, because }) => `${text}. ${because}`).join('\n');

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** All items as a table, one row an item, as RFC 4180 has it: every cell quoted, lines ended by CR LF. */
export function itemsAsCsv(items: readonly Item[]): string {
  const rows = items.map((item) => {
    const card = cardOf(item);
    const asked = [card.question, card.exhibit].filter((part) => part !== '').join('\n\n');
    const [options, solution] = [card.options, card.solution].map((lines) => lines.join('\n'));
    return [item.id, item.objective, item.difficulty, item.type, asked, options, answerOf(card), solution];
  });
  const head = ['id', 'objective', 'difficulty', 'type', 'question', 'options', 'answer', 'solution'];
  return [head, ...rows].map((row) => `${row.map((cell = '') => quoted(cell)).join(',')}\r\n`).join('');
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', ' ');

/** A text as HTML in one line: code between backticks, and lines as breaks. */
const html = (text: string): string =>
  escaped(text)
    .replaceAll(/`([^`]*)`/g, '<code>$1</code>')
    .replaceAll('\n', '<br>');

const pre = (text: string): string => (text === '' ? '' : `<pre>${escaped(text).replaceAll('\n', '<br>')}</pre>`);
const list = (tag: 'ol' | 'ul', lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<${tag}>${lines.map((line) => `<li>${html(line)}</li>`).join('')}</${tag}>`;

/**
 * All items as text that Anki imports: one note a line with its id, front, back and tags, parted by tabs. The id lets a
 * later import change a note instead of adding it again.
 *
 * Source: Anki manual, "Text Files", on file headers.
 */
export function itemsAsAnki(items: readonly Item[]): string {
  const notes = items.map((item) => {
    const card = cardOf(item);
    const front = html(card.question) + pre(card.exhibit) + list('ul', card.options);
    const key = card.answer.map(({ text, because }) => `<b>${html(text)}</b><br>${html(because)}`).join('<br><br>');
    const tags = `still-pending ${item.objective} ${item.difficulty}`;
    return [item.id, front, `${key}${list('ol', card.solution)}`, tags].join('\t');
  });
  const head = ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4', '#deck:Still Pending'];
  return `${[...head, ...notes].join('\n')}\n`;
}
