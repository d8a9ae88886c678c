import { describe, expect, it } from 'vitest';
import { viewContent } from '../../kit.ts';

const spans = (id: string) =>
  viewContent(id).timeline.lanes.map(({ node, label, bars }) => [
    node,
    label,
    bars.filter(({ from, to }) => from < to).map(({ job, state, from, to }) => `${job} ${state} ${from}–${to}`)
  ]);

describe('the timeline', () => {
  it('has a bar from the tick a job got its place to the tick it gave it back, and another where it waited', () => {
    const { timeline } = viewContent('one-gpu-busy');
    expect(spans('one-gpu-busy')).toEqual([['node-a', 'GPU 1', ['a running 0–10', 'b running 10–16']]]);
    expect(timeline.queue).toEqual([
      {
        node: 'Queue',
        label: '1',
        device: false,
        bars: [{ job: 'b', state: 'waiting', from: 4, to: 10, step: 5, until: 8 }]
      }
    ]);
    expect(timeline).toMatchObject({ end: 16, clock: '0:16' });
  });

  it('keeps a job in the queue while it is checked again', () => {
    const bars = viewContent('gang-deadlock').timeline.queue.flatMap((lane) => lane.bars);
    expect(new Set(bars.map(({ job }) => job)).size).toBe(bars.length);
  });

  it('names the shares of a card, and the slices of another', () => {
    expect(spans('gpu-time-slicing').map(([, label]) => label)).toEqual([
      'GPU 1, share 1',
      'GPU 1, share 2',
      'GPU 1, share 3',
      'GPU 1, share 4'
    ]);
    expect(spans('gpu-mig').map(([, label]) => label)).toEqual(['MIG 3g.20gb 1', 'MIG 3g.20gb 2']);
  });

  it('lets no two bars of a place overlap, in any run of the shelf that shares, moves or loses places', () => {
    for (const id of ['gang-deadlock', 'preempt-restarts', 'node-lost', 'round-robin', 'hpa-up-and-down'])
      for (const { bars } of viewContent(id).timeline.lanes)
        for (const [i, bar] of bars.entries()) expect(bar.step).toBeGreaterThanOrEqual(bars[i - 1]?.until ?? 0);
  });

  it('shows the grace period of a victim as time in which it stops', () => {
    expect(
      spans('preempt-restarts')
        .flatMap(([, , bars]) => bars)
        .join()
    ).toContain('stopping');
  });
});

describe('the marks of a run', () => {
  it('say what a step does to who holds what, and leave out those that do nothing to it', () => {
    expect(viewContent('one-gpu-busy').marks(0, 10)).toEqual([
      { step: 2, tick: 0, kind: 'allocate', job: 'a' },
      { step: 5, tick: 4, kind: 'wait', job: 'b' },
      { step: 6, tick: 10, kind: 'release', job: 'a' },
      { step: 8, tick: 10, kind: 'allocate', job: 'b' },
      { step: 10, tick: 16, kind: 'release', job: 'b' }
    ]);
  });

  it('call a job that was killed, and a node that is lost, by another mark than a release', () => {
    expect(viewContent('memory-limit-kills').marks(0, 99).at(-1)!.kind).toBe('kill');
    expect(
      viewContent('node-lost')
        .marks(0, 99)
        .map(({ kind }) => kind)
    ).toContain('kill');
  });
});
