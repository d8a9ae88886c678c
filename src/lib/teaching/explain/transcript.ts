/** A sentence of the run with the step that it tells. */
export interface Said {
  readonly step: number;
  readonly clock: string;
  readonly sentence: string;
}

/** All that happens at one moment of the run, as a paragraph of the transcript. */
export interface Paragraph {
  readonly clock: string;
  readonly sentences: readonly Said[];
}

/** Sentences as prose: one paragraph a moment, in order. */
export function paragraphs(said: readonly Said[]): Paragraph[] {
  const prose: { clock: string; sentences: Said[] }[] = [];
  for (const one of said) {
    const current = prose.at(-1);
    if (current?.clock === one.clock) current.sentences.push(one);
    else prose.push({ clock: one.clock, sentences: [one] });
  }
  return prose;
}
