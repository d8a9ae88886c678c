import type { RunData, Why } from '#lib/teaching/explain/index.ts';

/** What a real system prints, and the step of a run that makes it print so. */
export interface SeenMessage {
  readonly system: Why['real'][number]['system'];
  readonly text: string;
  readonly run: string;
  /** The run's title. */
  readonly title: string;
  readonly step: number;
}

/**
 * The messages that the steps of these runs give rise to, those of the most runs first. Messages that differ only in
 * their numbers count as one, which is shown by the shortest run, at its first step that has it.
 */
export function seenMessages(runs: readonly RunData[]): readonly SeenMessage[] {
  const byShape = new Map<string, { first: SeenMessage; in: Set<string> }>();
  for (const run of runs.toSorted((a, b) => a.last - b.last))
    for (const message of messagesOf(run)) {
      const shape = `${message.system} ${message.text.replace(/\d+/g, '0')}`;
      const known = byShape.get(shape);
      if (known === undefined) byShape.set(shape, { first: message, in: new Set([run.id]) });
      else known.in.add(run.id);
    }
  return [...byShape.values()].sort((a, b) => b.in.size - a.in.size).map(({ first }) => first);
}

const messagesOf = ({ id, title, steps }: RunData): SeenMessage[] =>
  steps.flatMap(({ step, why }) =>
    (why?.real ?? []).map(({ system, text }) => ({ system, text, run: id, title, step }))
  );
