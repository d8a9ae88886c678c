import { describe, expect, it } from 'vitest';
import { openRun, paragraphs, runData, viewRun, type RunView } from '#lib/teaching/explain/index.ts';
import { runText, viewContent } from '../../kit.ts';

const busy = `{ schema: 1, id: long, policy: { preset: textbook },
  cluster: { nodes: [ { name: node, allocatable: { nvidia.com/gpu: 2 } } ] },
  jobs: [ { name: kind, service: 30s, resources: { limits: { nvidia.com/gpu: 1 } } } ],
  workload: { n: 300, arrival: { exponential: 2s }, service: { exponential: 30s }, like: kind } }`;

const opened = (view: RunView): RunView =>
  openRun(JSON.parse(JSON.stringify(runData(view))) as ReturnType<typeof runData>);

describe('a window of a run', () => {
  it('has the rows, sentences and tracker values of its steps', () => {
    const view = viewContent('one-gpu-busy');
    expect(view.rows(0, 3)).toEqual([1, 2, 3].map((step) => view.at(step).row));
    expect(view.said(4, 5).map(({ sentence }) => sentence)).toEqual([4, 5].map((step) => view.at(step).sentence));
    expect(view.track(4, 6)[0]).toEqual({ label: 'GPU free', values: view.tracker[0]!.values.slice(4, 7) });
  });

  it('tracks the jobs that something happens to in it, and no others', () => {
    const view = viewContent('one-gpu-busy');
    expect(view.track(9, 10).map(({ label }) => label)).toEqual(['GPU free', 'b']);
  });

  it('is the same of a run that was shipped as data', () => {
    const view = viewContent('preempt-restarts');
    const shipped = opened(view);
    expect(shipped.rows(2, 9)).toEqual(view.rows(2, 9));
    expect(shipped.said(0, 4)).toEqual(view.said(0, 4));
    expect(shipped.marks(3, 9)).toEqual(view.marks(3, 9));
    expect(shipped.timeline).toEqual(view.timeline);
    for (let step = 0; step <= view.last; step++) {
      expect(shipped.nodes(step, 0, 9)).toEqual(view.nodes(step, 0, 9));
      expect(shipped.nodeCount(step)).toBe(view.nodeCount(step));
      expect(shipped.numbers(step)).toEqual(view.numbers(step));
      expect(shipped.decidesAfter(step)).toBe(view.decidesAfter(step));
    }
  });
});

describe('a long run', () => {
  const view = viewRun(runText(busy));

  it('has no more lines on its board than it says, the job of the step among them', () => {
    const { board, offBoard, row } = view.at(view.last - 40);
    expect(board).toHaveLength(view.boardLines);
    expect(board.map(({ job }) => job)).toContain(row!.job);
    expect(board.filter(({ status }) => status === 'running')).toHaveLength(2);
    expect(offBoard).toBeGreaterThan(200);
  });

  it('names a few jobs of a box and counts the others', () => {
    const wait = view.at(600).strip.find(({ id }) => id === 'wait')!;
    expect(wait.jobs).toHaveLength(12);
    expect(wait.more).toBe(view.at(600).board.length + view.at(600).offBoard - doneBy(600) - 2 - 12);
  });

  const doneBy = (step: number): number => view.marks(0, step).filter(({ kind }) => kind === 'release').length;
});

describe('the transcript', () => {
  it('tells all of one moment in one paragraph', () => {
    const view = viewContent('one-gpu-busy');
    const prose = paragraphs(view.said(1, view.last));
    expect(prose.map(({ clock, sentences }) => [clock, sentences.length])).toEqual([
      ['0:00', 3],
      ['0:04', 2],
      ['0:10', 4],
      ['0:16', 1]
    ]);
  });
});

describe('why', () => {
  it('gives the verdict at a check, and what came of it at the step after', () => {
    const view = viewContent('one-gpu-busy');
    expect(view.at(4).why!.answer).toBe('No: it asks for 1 GPU, node-a has 0 free.');
    expect(view.at(7).why!.answer).toBe('Yes: node-a has room.');
    expect(view.at(5).why!.answer).toBe(view.at(5).sentence);
  });

  it('gives the ways out of a release in order, with the one that was taken last of those asked', () => {
    const ways = (id: string, action: string) => {
      const view = viewContent(id);
      const step = view.rows(0, view.last).find((row) => row.action.startsWith(action))!.step;
      return view
        .at(step)
        .why!.guards.map(({ guard, asked, holds }) => `${guard} ${holds ? 'held' : asked ? 'not held' : '–'}`);
    };
    expect(ways('one-gpu', 'Release')).toEqual(['completed held', 'requeued –', 'retryLeft –', 'otherwise –']);
    expect(ways('round-robin', 'Turn over')).toEqual([
      'completed not held',
      'requeued held',
      'retryLeft –',
      'otherwise –'
    ]);
    expect(ways('retries-back-off', 'Release')).toEqual([
      'completed not held',
      'requeued not held',
      'retryLeft held',
      'otherwise –'
    ]);
  });
});
