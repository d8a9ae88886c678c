import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Cursor, jobName } from '#lib/allocator/trace/index.ts';
import { stateName, statusOf, table } from '#lib/allocator/lifecycle/index.ts';
import { barAt, viewRun, type RunView } from '#lib/teaching/explain/index.ts';
import { boxOfState } from '#lib/teaching/explain/step.ts';
import { runText, viewContent } from '../../kit.ts';
import { countedRun } from './counted.ts';

const shelf = readdirSync('content/scenarios').map((file) => file.replace(/\.yaml$/, ''));

/** Steps all over a run, forwards and backwards, near each other and far apart. */
const visits = (last: number): number[] =>
  [0.5, 0.1, 0.9, 0.3].flatMap((share) => [0, 1, 2, 1, 0].map((further) => Math.floor(last * share) + further));

/** The most records that one use of a view reads, behind a first use that may read all of them. */
function mostReads(jobs: number, use: (view: RunView, step: number) => unknown): number {
  const run = countedRun(jobs);
  const view = viewRun(run);
  use(view, 1);
  return Math.max(
    ...visits(run.trace.last).map((step) => {
      run.trace.reads = 0;
      use(view, step);
      return run.trace.reads;
    })
  );
}

/** Replaying to a step from the nearest keyframe, and the step itself a few times over. */
const FEW = 1500;

describe('a run of a hundred thousand records', () => {
  it('is that long', () => {
    expect(countedRun(17_000).trace.length).toBeGreaterThan(100_000);
  });

  const uses: Readonly<Record<string, (view: RunView, step: number) => unknown>> = {
    'a step': (view, step) => view.at(step),
    'the nodes at a step': (view, step) => view.nodes(step, 0, 24),
    'the bars at a step': (view, step) => view.overTime.lanes.map(({ bars }) => barAt(bars, step)),
    'the numbers up to a step': (view, step) => view.numbers(step),
    'whether a decision follows': (view, step) => view.decidesAfter(step)
  };
  for (const [what, use] of Object.entries(uses))
    it(`is hardly read for ${what}, and no more than a tenth of it is`, () => {
      expect(mostReads(17_000, use)).toBeLessThan(FEW);
      expect(mostReads(1_700, use)).toBeLessThan(FEW);
    });
});

describe('the board and the strip of many jobs', () => {
  const run = runText(`{ schema: 1, id: crowd, policy: { preset: kubernetes },
    cluster: { nodes: [ { name: node, count: 3, allocatable: { cpu: 2, nvidia.com/gpu: 2 } } ] },
    jobs: [ { name: low, service: 30s, grace: 2s, resources: { limits: { nvidia.com/gpu: 1 } } },
            { name: high, count: 40, arrival: 50s, priority: 5, service: 9s, resources: { limits: { nvidia.com/gpu: 1 } } } ],
    workload: { n: 150, arrival: { exponential: 2s }, service: { exponential: 30s }, like: low } }`);
  const view = viewRun(run);
  const cursor = new Cursor(run.trace);
  const some = Array.from({ length: Math.floor(view.last / 5) }, (_, i) => i * 5 + 1);

  it('has lines for those that the step changed, then as many that wait as that hold room, then the others', () => {
    for (const step of some) {
      const world = cursor.seek(step);
      const joined = [...world.state.keys()].filter((job) => world.state[job] !== 0);
      const changed = new Set(run.trace.recordsOf(step).flatMap(({ kind, subject }) => (kind < 128 ? [subject] : [])));
      const stateOf = (job: number) => stateName(world.state[job]! - 1);
      const others = joined.filter((job) => !changed.has(job));
      const over = others.filter((job) => table.final[world.state[job]! - 1]!);
      const waits = others.filter((job) => statusOf[stateOf(job)] === 'waiting');
      const holds = others.filter((job) => !over.includes(job) && !waits.includes(job));
      const left = 24 - changed.size;
      const waiting = waits.slice(0, Math.max(Math.floor(left / 2), left - holds.length));
      const foremost = [...changed, ...waiting, ...holds, ...over].slice(0, 24);
      const { board, offBoard, waitingOffBoard } = view.at(step);
      expect(board.map(({ job }) => job)).toEqual(foremost.sort((a, b) => a - b).map((job) => jobName(world, job)));
      expect(offBoard).toBe(joined.length - foremost.length);
      expect(waitingOffBoard).toBe(waits.length - waiting.length);
    }
    expect(some.some((step) => view.at(step).offBoard > 100)).toBe(true);
    expect(some.some((step) => view.at(step).waitingOffBoard > 20)).toBe(true);
  });

  it('names the first twelve of each box and counts the others', () => {
    for (const step of some) {
      const world = cursor.seek(step);
      for (const { id, jobs, more, current } of view.at(step).strip) {
        const standing = [...world.state.keys()].filter(
          (job) => world.state[job] !== 0 && boxOfState[stateName(world.state[job]! - 1)] === id
        );
        // Whoever this step took off the strip is still seen in the box of the step.
        if (current && run.trace.recordsOf(step).some(({ subject }) => table.final[world.state[subject]! - 1]))
          continue;
        expect(jobs).toEqual(standing.slice(0, 12).map((job) => jobName(world, job)));
        expect(more).toBe(Math.max(0, standing.length - 12));
      }
    }
  });

  it('still shows whoever a step took off the strip, in the box of that step', () => {
    const releases = view.marks(0, view.last).filter(({ step }) => view.at(step).state === 'released');
    expect(releases.length).toBeGreaterThan(100);
    for (const { step, job } of releases)
      expect(view.at(step).strip.find(({ current }) => current)).toMatchObject({ id: 'release', jobs: [job] });
  });
});

describe('a decision', () => {
  it('follows a step wherever the next row of the process table is one, in every run of the shelf', () => {
    const decisions = /^(Allocate|Wait|Hold back|Scale up|Preempt|Reject) /;
    for (const id of shelf) {
      const view = viewContent(id);
      for (const { step, action, job } of view.rows(1, view.last))
        expect(view.decidesAfter(step - 1), `${id}, step ${step}`).toBe(job !== '' && decisions.test(action));
    }
  });
});
