/** A piece of a text: words, or code that stood between backticks. */
export interface Piece {
  readonly text: string;
  readonly code: boolean;
}

/** Splits a text at its backticks; a single backtick stays as it is. */
export function pieces(text: string): Piece[] {
  const parts = text.split('`');
  const last = parts.length % 2 === 0 ? `\`${parts.pop() as string}` : '';
  return parts
    .map((part, i) => ({ text: part, code: i % 2 === 1 }))
    .concat(last === '' ? [] : [{ text: last, code: false }])
    .filter((piece) => piece.text !== '');
}
