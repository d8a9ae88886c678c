/**
 * Sizes of SVG elements where there is no browser: jsdom lays nothing out, and Mermaid asks for the box of each label.
 * Widths are averages of a plain sans serif by class of character; the picture comes within a few per cent of a browser's.
 */

/** A box in the units of its parent. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const defaultFontSize = 16;
const ascent = 0.93;
const descent = 0.24;
const empty: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Advance widths in em, first match wins. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'|! ]/, 0.32],
  [/[mwMW@%]/, 0.92],
  [/[A-Z]/, 0.68],
  [/[frt()[\]{}-]/, 0.4]
];
const otherWidth = 0.58;

/** Length of a line of text in user units. */
export function textLength(text: string, fontSize = defaultFontSize): number {
  let em = 0;
  for (const char of text) em += widths.find(([chars]) => chars.test(char))?.[1] ?? otherWidth;
  return em * fontSize;
}

function number(element: Element, name: string): number {
  const value = parseFloat(element.getAttribute(name) ?? '');
  return Number.isFinite(value) ? value : 0;
}

/** A length that may be written in em, as the `dy` of a line is. */
function length(element: Element, name: string): number {
  const unit = element.getAttribute(name)?.endsWith('em') === true ? defaultFontSize : 1;
  return number(element, name) * unit;
}

function hull(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return empty;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Every number of a path read as x and y in turn: Mermaid's paths hold absolute points only. */
function pointsBox(element: Element): Box {
  const numbers = (element.getAttribute('d') ?? element.getAttribute('points') ?? '').match(/-?\d*\.?\d+(?:e-?\d+)?/gi);
  const points: Box[] = [];
  for (let i = 0; numbers !== null && i + 1 < numbers.length; i += 2)
    points.push({ x: Number(numbers[i]), y: Number(numbers[i + 1]), width: 0, height: 0 });
  return hull(points);
}

function textBox(text: Element): Box {
  const rows = [...text.children].filter((row) => row.hasAttribute('dy') || row.hasAttribute('y'));
  const anchor = text.closest('[text-anchor]')?.getAttribute('text-anchor');
  let y = length(text, 'y') + length(text, 'dy');
  const lines = (rows.length > 0 ? rows : [text]).map((row) => {
    if (row !== text) y = (row.hasAttribute('y') ? length(row, 'y') : y) + length(row, 'dy');
    const width = textLength((row.textContent ?? '').trim());
    const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
    const top = y - defaultFontSize * ascent;
    return { x: number(text, 'x') - shift, y: top, width, height: defaultFontSize * (ascent + descent) };
  });
  return hull(lines);
}

function groupBox(group: Element): Box {
  const boxes = [...group.children].flatMap((child) => {
    const box = boxOf(child);
    if (box.width === 0 && box.height === 0) return [];
    const [, dx = 0, dy = 0] =
      /translate\(\s*(-?[\d.e]+)[ ,]+(-?[\d.e]+)/.exec(child.getAttribute('transform') ?? '') ?? [];
    return [{ ...box, x: box.x + Number(dx), y: box.y + Number(dy) }];
  });
  return hull(boxes);
}

/** The box of an element before its own transform, as SVG's `getBBox` gives it. */
export function boxOf(element: Element): Box {
  const radius = number(element, 'r');
  switch (element.tagName.toLowerCase()) {
    case 'rect':
      return {
        x: number(element, 'x'),
        y: number(element, 'y'),
        width: number(element, 'width'),
        height: number(element, 'height')
      };
    case 'circle':
      return {
        x: number(element, 'cx') - radius,
        y: number(element, 'cy') - radius,
        width: 2 * radius,
        height: 2 * radius
      };
    case 'path':
    case 'polygon':
      return pointsBox(element);
    case 'text':
    case 'tspan':
      return textBox(element);
    case 'style':
    case 'defs':
    case 'marker':
    case 'title':
      return empty;
    default:
      return groupBox(element);
  }
}
