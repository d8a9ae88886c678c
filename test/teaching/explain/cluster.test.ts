import { describe, expect, it } from 'vitest';
import { runText, viewContent } from '../../kit.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';

describe('the cluster view', () => {
  it('says of each place who has it, and marks the one that the step changed', () => {
    const view = viewContent('one-gpu');
    expect(view.nodes(1, 0, 9)[0]!.cells).toEqual([{ label: 'GPU 1', job: '', state: 'free', changed: false }]);
    expect(view.nodes(2, 0, 9)[0]!.cells).toEqual([
      { label: 'GPU 1', job: 'first', state: 'allocated', changed: true }
    ]);
    expect(view.nodes(4, 0, 9)[0]!.cells).toEqual([{ label: 'GPU 1', job: '', state: 'free', changed: false }]);
  });

  it('holds what is booked against what is used, where the scenario says what is used', () => {
    expect(viewContent('booked-not-used').nodes(3, 0, 9)[0]!.bookings).toEqual([
      { label: 'CPU', booked: '4 CPU', of: '4 CPU', share: 1, used: { amount: '0.1 CPU', share: 0.025 } }
    ]);
    expect(viewContent('cpus-free-in-all').nodes(3, 0, 1)[0]!.bookings[0]).not.toHaveProperty('used');
  });

  it('follows the memory that a job uses from the start of its run on', () => {
    const view = viewRun(
      runText(`{ schema: 1, id: x, cluster: { nodes: [ { name: n, allocatable: { memory: 8Gi } } ] },
        jobs: [ { name: a, service: 9s, resources: { requests: { memory: 4Gi } },
                  usage: { memory: [ { at: 0s, is: 1Gi }, { at: 5s, is: 3Gi } ] } },
                { name: b, arrival: 6s, resources: { requests: { memory: 2Gi } } } ] }`)
    );
    const used = (step: number) => view.nodes(step, 0, 1)[0]!.bookings[0]!.used?.amount;
    expect(view.at(3).tick).toBe(0);
    expect(used(3)).toBe('1 GiB');
    expect(view.at(4).tick).toBe(6);
    expect(used(4)).toBe('3 GiB');
  });

  it('shows nodes of the autoscaler while they are there, and keeps a lost node in sight', () => {
    const scaled = viewContent('scale-up');
    expect(scaled.nodeCount(0)).toBeLessThan(scaled.nodeCount(scaled.last));
    const lost = viewContent('node-lost');
    expect(lost.nodes(lost.last, 0, 9).filter(({ up }) => !up)).toHaveLength(1);
  });
});

describe('the numbers of a run', () => {
  const value = (step: number, label: string) =>
    viewContent('one-gpu-busy')
      .numbers(step)
      .find((row) => row.label === label)?.value;

  it('run along with the steps', () => {
    expect([5, 6, 10].map((step) => value(step, 'Mean wait'))).toEqual(['–', '0:00', '0:03']);
    expect(value(10, 'Makespan')).toBe('0:16');
    expect(value(10, 'Utilisation, GPU')).toBe('100 %');
    expect(value(10, 'Mean slowdown')).toBe('1.5');
  });
});
