import { describe, expect, it } from 'vitest';
import { type VolcanoTask, volcanoSession } from '#lib/allocator/rules/volcano.ts';

/** Tasks in one line: `master:2 worker` asks for 2 GPUs of the role master, then for 1 of the role worker. */
const tasks = (text: string): VolcanoTask[] =>
  text.split(' ').map((task) => {
    const [role, gpus = '1'] = task.split(':');
    const demand = [Number(gpus)];
    return { role: role!, demand, choose: (free) => Array.from(free).findIndex((left) => left >= demand[0]!) };
  });

const job = (minMember: number, text: string, queue = 'q', minTaskMember: Record<string, number> = {}) => ({
  queue,
  minMember,
  minTaskMember,
  tasks: tasks(text)
});

/** Bindings as `job.task`, in order. */
const bound = (jobs: readonly ReturnType<typeof job>[], gpus: number) =>
  volcanoSession(jobs, [gpus], [gpus]).map(({ job: j, task }) => `${j}.${task}`);

describe('volcanoSession()', () => {
  it('binds a job that reaches its minimum', () => {
    expect(bound([job(2, 'a a')], 2)).toEqual(['0.0', '0.1']);
  });

  it('gives back the nodes of a job that does not, and the next job has them', () => {
    expect(bound([job(3, 'a a a'), job(2, 'a a')], 2)).toEqual(['1.0', '1.1']);
  });

  it('goes on after a task that fits nowhere while the minimum is in reach', () => {
    expect(bound([job(1, 'a:9 b')], 2)).toEqual(['0.1']);
  });

  it('does not try the other tasks of a role that failed', () => {
    expect(bound([job(1, 'a:9 a b')], 2)).toEqual(['0.2']);
  });

  it('tries every task that has no role', () => {
    expect(bound([job(1, ':9 :1')], 2)).toEqual(['0.1']);
  });

  it('asks for the minimum of every role too', () => {
    expect(bound([job(2, 'a b b', 'q', { a: 1, b: 1 })], 2)).toEqual(['0.0', '0.1']);
    expect(bound([job(2, 'a:9 b b', 'q', { a: 1, b: 1 })], 2)).toEqual([]);
  });

  it('leaves the minima of roles aside that add up to more than the minimum of the job', () => {
    expect(bound([job(1, 'a b', 'q', { a: 2, b: 2 })], 2)).toEqual(['0.0', '0.1']);
  });

  it('turns to the queue that holds least after every task of a job that is ready', () => {
    expect(bound([job(0, 'a a', 'q'), job(0, 'a a', 'r')], 2)).toEqual(['0.0', '1.0']);
  });

  it('lets a job get ready before it turns to another queue', () => {
    expect(bound([job(2, 'a a a', 'q'), job(0, 'a', 'r')], 3)).toEqual(['0.0', '0.1', '1.0']);
  });

  it('goes by what all jobs of a queue hold together', () => {
    expect(bound([job(1, 'a', 'q'), job(1, 'a', 'q'), job(1, 'a', 'r')], 2)).toEqual(['0.0', '2.0']);
  });

  it('serves, within a queue, jobs that are not ready before those that are', () => {
    expect(bound([job(0, 'a'), job(1, 'a')], 1)).toEqual(['1.0']);
  });

  it('serves, among ready jobs of a queue, the one that holds least', () => {
    expect(bound([job(1, 'a:2 a'), job(1, 'a a')], 4)).toEqual(['0.0', '1.0', '1.1']);
  });
});
