import type { BoardRow } from '#lib/teaching/explain/index.ts';
import { shapes } from '../style/glyphs.ts';
import { roleOf, type Role } from '../style/roles.ts';
import type { Colours } from '../style/palette.ts';
import { cut, escaped, textAt, type Part } from './svg.ts';

const HEAD = 40;
const ROW = 64;
const PAD = 16;
const SIZE = 16;

/** The departures board with a line of two rows for each job. */
export function boardPart(rows: readonly BoardRow[], clock: string, width: number, colours: Colours): Part {
  const { ground, ink, muted, rule } = colours;
  const height = HEAD + Math.max(1, rows.length) * ROW;
  const drawn = [
    `<rect width="${width}" height="${height}" rx="2" fill="${ground}"/>`,
    textAt(PAD, 26, 'Jobs', { size: 14, fill: muted }),
    textAt(width - PAD, 26, clock, { size: 14, weight: 600, fill: ink, anchor: 'end' }),
    ...rows.map((row, i) => rowAt(row, HEAD + i * ROW, width, colours)),
    ...(rows.length === 0
      ? [
          `<path d="M0 ${HEAD}H${width}" stroke="${rule}"/>`,
          textAt(PAD, HEAD + 38, 'No job has arrived yet.', { size: 14, fill: muted })
        ]
      : [])
  ];
  return { svg: drawn.join(''), height };
}

function rowAt(row: BoardRow, y: number, width: number, colours: Colours): string {
  const { ink, muted, rule, waiting } = colours;
  const role = roleOf[row.state];
  const text = 48;
  const detail = [row.ask, row.where].filter((part) => part !== '').join(' · ');
  const name = cut(row.job, 200, SIZE);
  return [
    `<path d="M0 ${y}H${width}" stroke="${rule}"/>`,
    row.changed ? `<rect y="${y}" width="3" height="${ROW}" fill="${ink}"/>` : '',
    glyph(role, PAD, y + 14, colours),
    `<text x="${text}" y="${y + 27}" font-size="${SIZE}" fill="${ink}"><tspan font-weight="600">`,
    escaped(name),
    `</tspan><tspan dx="12" fill="${row.status === 'waiting' ? waiting : ink}">${escaped(row.words)}</tspan></text>`,
    textAt(width - PAD, y + 27, `since ${row.since}`, { size: 14, fill: muted, anchor: 'end' }),
    textAt(text, y + 49, cut(detail, width - text - PAD, 14), { size: 14, fill: muted })
  ].join('');
}

function glyph(role: Role, x: number, y: number, colours: Colours): string {
  const { stroke, fill } = shapes[role];
  const colour = colours[role];
  return (
    `<g transform="translate(${x} ${y})">` +
    (stroke === '' ? '' : `<path d="${stroke}" fill="none" stroke="${colour}" stroke-width="1.75"/>`) +
    (fill === undefined ? '' : `<path d="${fill}" fill="${colour}"/>`) +
    '</g>'
  );
}
