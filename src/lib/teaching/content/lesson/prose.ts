import type { Prose } from './types.ts';

/** Letters that fit five lines of a phone 360 px wide, at the size and margins of a lesson. */
export const longestParagraph = 215;

/** The same for paragraphs of a block: within its border, and where they are questions in the larger type of a stem. */
export const longestInBlock: Readonly<Record<string, number>> = { predict: 155, look: 155, myth: 195, example: 205 };

/** American forms of words that a text on this subject may well use. */
const american: readonly RegExp[] = [
  /\b(?:utili|prioriti|optimi|reali|organi|recogni|minimi|maximi|summari|equali|seriali|normali|speciali)z\w*/i,
  /\b(?:analy|paraly)z[ei]\w*/i,
  /\b(?:behavi|col|fav|neighb|lab|hon)or(?:s|ed|ing|ite|ites)?\b/i,
  /\b(?:center|fiber|liter)s?\b/i,
  /\b(?:cancel|label|travel|model|signal)(?:ed|ing)\b/i,
  /\b(?:gray|skillful|fulfill|catalog|defense)s?\b/i
];

/** The first American spelling in a text, if there is one. Code is not text: leave it out. */
export const americanSpelling = (text: string): string | undefined =>
  american.map((form) => form.exec(text)?.[0]).find((word) => word !== undefined);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? [];

/** Groups of vowels, less a silent e: near enough for a mean over a thousand words. */
function syllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = plain.replace(/e$/, '').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

/** Words and reading grade of paragraphs of plain text. */
export function proseOf(paragraphs: readonly string[]): Prose {
  const words = paragraphs.flatMap(wordsOf);
  if (words.length === 0) return { words: 0, grade: 0 };
  const sentences = paragraphs.flatMap((text) => text.split(/[.?!](?:\s|$)/).filter((s) => wordsOf(s).length > 0));
  const perSentence = words.length / sentences.length;
  const perWord = words.reduce((sum, word) => sum + syllables(word), 0) / words.length;
  // Kincaid and others 1975, "Derivation of new readability formulas for Navy enlisted personnel".
  const grade = 0.39 * perSentence + 11.8 * perWord - 15.59;
  return { words: words.length, grade: Math.round(grade * 10) / 10 };
}
