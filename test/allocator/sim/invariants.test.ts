import { describe, expect, it } from 'vitest';
import { stateName, table } from '#lib/allocator/lifecycle/index.ts';
import { count, Engine, run } from '#lib/allocator/sim/index.ts';
import { change, isTransition, nodeOf } from '#lib/allocator/trace/index.ts';
import { checkEveryStep, checkNobodyForgotten, checkNobodyLost } from './invariants.ts';
import { recount } from './recount.ts';
import { anyScenario, assertHolds } from './scenarios.ts';

const quiet = { step: () => undefined, record: () => undefined };

describe('any scenario, under any preset', { timeout: 60_000 }, () => {
  it(
    'keeps its books after every step, takes no transition from where it is not, and loses nobody',
    { timeout: 60_000 },
    () => {
      assertHolds(
        (scenario) => {
          const finished = run(scenario);
          checkEveryStep(finished);
          checkNobodyLost(finished);
        },
        anyScenario,
        2000
      );
    }
  );

  it('leaves nobody waiting who could go on', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const engine = new Engine(scenario, quiet);
        engine.advance();
        checkNobodyForgotten(engine);
      },
      anyScenario,
      1000
    );
  });

  it('counts the same with and without records, and what the records say', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const recorded = run(scenario);
        const counted = count(scenario);
        expect(counted).toEqual({ counts: recorded.counts, end: recorded.end });
        expect(recorded.counts).toMatchObject(recount(recorded.trace));
      },
      anyScenario,
      500
    );
  });

  it('gives the same records and the same evidence twice', { timeout: 60_000 }, () => {
    assertHolds(
      (scenario) => {
        const bytes = () => {
          const { trace, evidenceAt } = run(scenario);
          return JSON.stringify(
            Array.from({ length: trace.last }, (_, i) => [trace.recordsOf(i + 1), evidenceAt(i + 1)])
          );
        };
        expect(bytes()).toBe(bytes());
      },
      anyScenario,
      200
    );
  });

  it('has for every check evidence that says what the next step decides, and where', () => {
    assertHolds(
      (scenario) => {
        const { trace, evidenceAt } = run(scenario);
        for (let step = 1; step < trace.last; step++) {
          const checks = trace.recordsOf(step).some(({ kind }) => leadsTo(kind) === 'checking');
          const evidence = evidenceAt(step);
          expect(evidence !== undefined, `step ${step}`).toBe(checks);
          if (evidence === undefined) continue;
          const [decision, ...rest] = trace.recordsOf(step + 1).filter(({ kind }) => kind !== change.nominate);
          const { guard } = table.transitions[decision!.kind]!;
          expect(evidence.outcome, `step ${step}`).toBe(table.guards[guard] ?? 'mustQueue');
          const chosen = evidence.nodes.flatMap(({ node, chosen: is, pods }) => (is ? [`${node} ${pods}`] : []));
          const booked = rest.filter(({ kind }) => kind === change.book);
          const single = decision!.node < 0 ? [] : [{ node: decision!.node, pods: 1 }];
          const places = (single.length > 0 ? single : booked).map(
            ({ node, pods }) => `${nodeOf(scenario, node).name} ${pods}`
          );
          expect(chosen, `step ${step}`).toEqual(places);
        }
      },
      anyScenario,
      200
    );
  });
});

const leadsTo = (kind: number): string | undefined =>
  isTransition(kind) ? stateName(table.transitions[kind]!.to) : undefined;
