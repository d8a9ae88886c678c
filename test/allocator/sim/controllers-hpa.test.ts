import { describe, expect, it } from 'vitest';
import { runOf, timeline, type Sketch } from '../scenario/timeline.ts';

/** A deployment whose pods request one CPU each, on a node of 16. */
const serve = (deployment: object, more: Partial<Sketch> = {}): Sketch => ({
  cluster: { nodes: [{ name: 'n', allocatable: { cpu: 16 } }] },
  policy: { preset: 'kubernetes' },
  deployments: [{ name: 'web', resources: { requests: { cpu: 1 } }, ...deployment }],
  ...more
});
const hpa = { min: 1, max: 10, target: '50%' };
const changes = (s: Sketch): string[] => timeline(runOf(s)).filter((line) => line.includes('replicas'));

describe('a deployment', () => {
  it('starts its replicas, which run until the end of the run', () => {
    const run = runOf(serve({ replicas: 2 }));
    expect(timeline(run)).toEqual([
      '0 web-1 decide → allocated',
      '0 web-1 start → running',
      '0 web-2 decide → allocated',
      '0 web-2 start → running'
    ]);
    expect(run.end).toBe('nothing left');
  });

  it('gives the room that its replicas leave to the jobs that wait', () => {
    const jobs = [{ name: 'batch', arrival: '1s', service: '1m', resources: { requests: { cpu: 15 } } }];
    const load = [{ at: '0s', cpu: '500m' }];
    const lines = timeline(runOf(serve({ replicas: 2, load, hpa }, { jobs })));
    expect(lines.filter((line) => line.includes('decide')).slice(2)).toEqual([
      '1 batch decide → waiting.queued',
      '315 batch decide → allocated'
    ]);
  });

  it('restarts a replica that fails in place, with longer and longer waits', () => {
    const leak = { resources: { requests: { cpu: 1 }, limits: { memory: '1Gi' } }, usage: { memory: '2Gi' } };
    const cluster = { nodes: [{ name: 'n', allocatable: { cpu: 16, memory: '8Gi' } }] };
    const lines = timeline(runOf(serve(leak, { cluster, until: { tick: 100 } }))).filter((l) => l.includes('restart'));
    expect(lines).toEqual(['0 web-1 restart', '10 web-1 restart', '30 web-1 restart', '70 web-1 restart']);
  });
});

describe('the HorizontalPodAutoscaler', () => {
  it('asks every fifteen seconds for as many replicas as the load needs at its target', () => {
    // 900m over one pod of 1 CPU is 90 %; 90/50 of one pod are 2.
    expect(changes(serve({ load: [{ at: '0s', cpu: '900m' }], hpa }))).toEqual(['15 web replicas 2']);
  });

  it('does nothing within a tenth of the target', () => {
    expect(changes(serve({ load: [{ at: '0s', cpu: '550m' }], hpa }))).toEqual([]);
  });

  it('at most doubles the replicas in a turn, or goes to four', () => {
    expect(changes(serve({ load: [{ at: '0s', cpu: 8 }], hpa })).slice(0, 3)).toEqual([
      '15 web replicas 4',
      '30 web replicas 8',
      '45 web replicas 10'
    ]);
  });

  it('lets the replicas fall once the window asked for no more', () => {
    const load = [
      { at: '0s', cpu: 2 },
      { at: '60s', cpu: '500m' }
    ];
    // The last turn that asked for four is at 45; at 345 it is five minutes old.
    expect(changes(serve({ replicas: 4, load, hpa }))).toEqual(['345 web replicas 1']);
  });

  it('counts the replicas it found as asked for when it took its first turn', () => {
    expect(changes(serve({ replicas: 2, load: [{ at: '0s', cpu: '500m' }], hpa }))).toEqual(['315 web replicas 1']);
  });

  it('stops the newest replicas first', () => {
    const load = [{ at: '0s', cpu: '500m' }];
    const lines = timeline(runOf(serve({ replicas: 3, load, hpa }))).filter((l) => / (end|release)/.test(l));
    expect(lines).toEqual([
      '315 web-3 end → releasing',
      '315 web-3 release → released',
      '315 web-2 end → releasing',
      '315 web-2 release → released'
    ]);
  });

  it('withdraws a replica that waits before it stops one that runs', () => {
    const cluster = { nodes: [{ name: 'n', allocatable: { cpu: 1 } }] };
    const lines = timeline(runOf(serve({ replicas: 2, load: [{ at: '0s', cpu: '100m' }], hpa }, { cluster })));
    expect(lines.slice(-2)).toEqual(['315 web replicas 1', '315 web-2 cancel → failed']);
  });

  it('keeps within its limits before it reads any metric', () => {
    expect(changes(serve({ replicas: 12, hpa })).slice(0, 1)).toEqual(['15 web replicas 10']);
  });

  it('shows the numbers of a change', () => {
    const run = runOf(serve({ load: [{ at: '0s', cpu: '900m' }], hpa }));
    const steps = Array.from({ length: run.trace.last + 1 }, (_, step) => run.scalingAt(step));
    expect(steps.find((evidence) => evidence !== undefined)).toEqual({
      deployment: 'web',
      current: 1,
      replicas: 2,
      target: 50,
      utilisation: 90,
      asked: 2,
      stabilised: 2,
      reason: 'DesiredWithinRange'
    });
  });

  it('lets the run end when nothing can change any more', () => {
    const run = runOf(
      serve({
        load: [
          { at: '0s', cpu: '900m' },
          { at: '1h', cpu: 3 }
        ],
        hpa
      })
    );
    expect(run.end).toBe('nothing left');
    expect(
      changes(
        serve({
          load: [
            { at: '0s', cpu: '900m' },
            { at: '1h', cpu: 3 }
          ],
          hpa
        })
      ).at(-1)
    ).toBe('3615 web replicas 6');
  });

  it('rests while nothing changes, however long a job runs beside it', () => {
    const jobs = [{ name: 'batch', service: '100000h', resources: { requests: { cpu: 1 } } }];
    expect(runOf(serve({ load: [{ at: '0s', cpu: '500m' }], hpa }, { jobs })).end).toBe('nothing left');
  });

  it('holds a fall back that comes after a rest as it would have done awake', () => {
    const load = [
      { at: '0s', cpu: 2 },
      { at: '2h', cpu: '500m' }
    ];
    // It went on to ask for four until 7185; the load fell before the turn at 7200.
    expect(changes(serve({ replicas: 4, load, hpa }))).toEqual(['7485 web replicas 1']);
  });
});
