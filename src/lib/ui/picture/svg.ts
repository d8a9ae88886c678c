/** Part of a picture: what is drawn, and how high it is in pixels. */
export interface Part {
  readonly svg: string;
  readonly height: number;
}

/** Text as it may stand in XML, in an element or an attribute. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** How a piece of text looks. Sizes in pixels. */
export interface TextLook {
  readonly size: number;
  readonly fill: string;
  readonly weight?: 400 | 600;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line of text with its baseline at `y`. */
export const textAt = (x: number, y: number, text: string, look: TextLook): string =>
  `<text x="${x}" y="${y}" font-size="${look.size}" font-weight="${look.weight ?? 400}" fill="${look.fill}"` +
  ` text-anchor="${look.anchor ?? 'start'}">${escaped(text)}</text>`;

/** Mean width of a character as a share of the size of its font: a little wide, so that lines rather end early. */
const MEAN_WIDTH = 0.54;

/** How many characters of a size fit into a width, both in pixels. */
const fitting = (width: number, size: number): number => Math.max(1, Math.floor(width / (size * MEAN_WIDTH)));

/** Text in lines that fit into a width; a word that does not is a line by itself. */
export function lines(text: string, width: number, size: number): string[] {
  const most = fitting(width, size);
  const made: string[] = [];
  for (const word of text.split(' ')) {
    const last = made.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  return made;
}

/** Text cut to a width, with an ellipsis where something is missing. */
export function cut(text: string, width: number, size: number): string {
  const most = fitting(width, size);
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
