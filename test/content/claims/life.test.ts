import { describe, expect, it } from 'vitest';
import { tellContent } from '../run.ts';

describe('the life of a request', () => {
  it('one-gpu-busy: b waits until a gives its GPU back', () => {
    const { starts, ends } = tellContent('one-gpu-busy');
    expect([starts['b'], ends['a']]).toEqual([10, 10]);
  });

  it('too-big-for-any-node: four GPUs in all are no room for a job of four', () => {
    const { finished, lines } = tellContent('too-big-for-any-node');
    expect(finished).toEqual({ four: 'rejected', two: 'released' });
    expect(lines[0]).toContain('2 nodes have 4 GPUs free');
  });

  it('leak: train waits for almost eight hours, until the idle notebook ends', () => {
    const told = tellContent('leak');
    expect([told.at('notebook', 7200), told.at('train', 7200), told.at('GPU free', 7200)]).toEqual([
      'running',
      'waiting',
      '0'
    ]);
    expect([told.ends['notebook'], told.starts['train']]).toEqual([28_800, 28_800]);
  });

  it('deadline-returns-it: the notebook fails after an hour, and train starts', () => {
    const { starts, ends, finished } = tellContent('deadline-returns-it');
    expect([ends['notebook'], finished['notebook'], starts['train']]).toEqual([3600, 'failed', 3600]);
  });
});

describe('failures', () => {
  it('retries-back-off: four attempts, after waits of 10, 20 and 40 seconds', () => {
    const { lines, finished } = tellContent('retries-back-off');
    expect(lines.filter((l) => l.includes(' runs')).map((l) => l.split(' ')[0])).toEqual([
      '0:00',
      '0:15',
      '0:40',
      '1:25'
    ]);
    expect(finished['buggy']).toBe('failed');
  });

  it('bad-image: the pod neither runs nor fails, and nobody else gets its GPU', () => {
    const { finished, starts, at } = tellContent('bad-image');
    expect(finished).toEqual({ typo: undefined, next: undefined });
    expect([at('typo', 5), at('GPU free', 5), starts['next']]).toEqual(['allocated', '0', undefined]);
  });

  it('restart-in-place: the GPU comes free at the end only, after both crashes', () => {
    const { starts, ends, lines } = tellContent('restart-in-place');
    expect(lines.filter((l) => l.includes('exit code'))).toHaveLength(2);
    expect([starts['next'], ends['crash']]).toEqual([28, 28]);
  });

  it('node-lost: all 30 seconds are run again, on the other node', () => {
    const { ends, lines } = tellContent('node-lost');
    expect(ends['train']).toBe(20 + 30);
    expect(lines).toContain('0:20 Job train gets 1 GPU on node-b: 1 GPU free becomes 0.');
  });
});

describe('limits', () => {
  it('cpu-limit-throttles: half the CPU it wants, twice the time, and it ends well', () => {
    const { ends, finished } = tellContent('cpu-limit-throttles');
    expect(ends).toEqual({ free: 10, capped: 20 });
    expect(finished['capped']).toBe('released');
  });

  it('memory-limit-kills: killed with 137 when it passes its limit', () => {
    const { ends, finished, lines } = tellContent('memory-limit-kills');
    expect([ends['grows'], finished['grows']]).toEqual([10, 'failed']);
    expect(lines.at(-1)).toContain('exit code 137');
  });

  it('memory-pressure: the job above its request goes, whatever its priority', () => {
    const { ends, finished } = tellContent('memory-pressure');
    expect(finished).toEqual({ modest: 'released', greedy: 'failed' });
    expect(ends['greedy']).toBe(8);
  });

  it('gpu-without-limit: a GPU request needs a limit', () => {
    const { finished, lines } = tellContent('gpu-without-limit');
    expect(finished).toEqual({ 'request-only': 'rejected', limit: 'released' });
    expect(lines.join()).toContain('Limit must be set for non overcommitable resources');
  });
});
