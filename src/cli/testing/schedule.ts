import type { Outcome } from './outcome.ts';

/** One part of the test command. It waits for the stages in `after`, and does not run if one of them failed. */
export interface Stage {
  readonly name: string;
  readonly after?: readonly string[];
  run(): Promise<Outcome>;
}

/** A stage that has ended. */
export interface Finished extends Outcome {
  readonly name: string;
  readonly seconds: number;
}

/**
 * Runs stages in their order, `lanes` at a time, and tells each when it ends. A stage whose predecessor failed counts
 * as one failure.
 * @throws {Error} if a stage waits for one that is not there or for itself
 */
export async function runStages(
  stages: readonly Stage[],
  lanes: number,
  tell: (stage: Finished) => void
): Promise<readonly Finished[]> {
  const finished = new Map<string, Finished>();
  const running = new Map<string, Promise<void>>();
  const waiting = [...stages];

  const end = (stage: Finished): void => {
    finished.set(stage.name, stage);
    running.delete(stage.name);
    tell(stage);
  };
  const start = ({ name, after = [], run }: Stage): void => {
    const broken = after.find((other) => (finished.get(other)?.failed ?? 0) > 0);
    if (broken !== undefined) {
      end({ name, seconds: 0, passed: 0, failed: 1, detail: `not run, because ${broken} failed` });
      return;
    }
    const began = Date.now();
    const failed = (error: unknown): Outcome => ({ passed: 0, failed: 1, detail: String(error) });
    running.set(
      name,
      run()
        .catch(failed)
        .then((outcome) => end({ name, seconds: (Date.now() - began) / 1000, ...outcome }))
    );
  };

  while (waiting.length > 0 || running.size > 0) {
    const ready = waiting.findIndex(({ after = [] }) => after.every((other) => finished.has(other)));
    if (ready >= 0 && running.size < lanes) start(...(waiting.splice(ready, 1) as [Stage]));
    else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`Cannot order the stages: ${waiting.map(({ name }) => name).join(', ')} wait for ever`);
  }
  return [...finished.values()];
}
