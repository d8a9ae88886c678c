import { describe, expect, it } from 'vitest';
import { viewRun, type RunView } from '#lib/teaching/explain/index.ts';
import { runText, viewContent } from '../../kit.ts';

const gpu = 'resources: { limits: { nvidia.com/gpu: 1 } }';
const oneGpu = 'cluster: { nodes: [ { name: n1, allocatable: { nvidia.com/gpu: 1 } } ] }';

const view = (text: string): RunView => viewRun(runText(`{ schema: 1, id: x, ${text} }`));
const sentences = (run: RunView): string[] => Array.from({ length: run.last + 1 }, (_, step) => run.at(step).sentence);
const actions = (run: RunView): string[] => Array.from({ length: run.last }, (_, i) => run.at(i + 1).row!.action);

describe('the sentence of a check that fails', () => {
  it('counts the pods of a gang that would find room', () => {
    const cluster = 'cluster: { nodes: [ { name: n, count: 2, allocatable: { nvidia.com/gpu: 2 } } ] }';
    const run = view(`${cluster}, jobs: [ { name: a, ${gpu} }, { name: g, gang: 4, ${gpu} } ]`);
    expect(sentences(run)).toContain(
      'Job g waits: it asks for 4 pods of 1 GPU at once, and there is room for 3 of them.'
    );
  });

  it('gives each of a few nodes its own reason where they differ', () => {
    expect(viewContent('taint-keeps-out').at(2).sentence).toBe(
      'Job plain waits: it asks for 1 GPU; cpu-node has 0 free and gpu-node has the taint gpu=only:NoSchedule; no node would take it even when empty, so it can wait for ever.'
    );
  });

  it('says for whom a node is kept that is being cleared', () => {
    expect(sentences(viewContent('nominated-node'))).toContain(
      'Job hopeful waits: it asks for 1 GPU, node-a has 0 free, and what comes free there is kept for job urgent.'
    );
  });

  it('says that the provider refuses, where a new node would have helped', () => {
    expect(sentences(viewContent('scale-up-refused'))).toContain(
      'Job train waits: it asks for 1 GPU, node-a has 0 free, and the provider gives no nodes now.'
    );
  });

  it('counts against the quota what is held, and against the cohort what may be borrowed', () => {
    expect(sentences(viewContent('quota-borrowed'))).toContain(
      'Job too-much is held back: team-a holds 3 with a quota of 2 GPUs and asks for 1 more; beyond its quota it may borrow 1 at most.'
    );
  });
});

describe('the sentence of a preemption', () => {
  const victims = (id: string): string => sentences(viewContent(id)).find((s) => s.includes('may take the place'))!;

  it('names the lower priority of a single victim', () => {
    expect(victims('preempt-restarts')).toContain('job train, which has lower priority; node-a is kept for it.');
  });

  it('names what is left to do where that is what the policy compares', () => {
    expect(victims('shortest-remaining')).toContain('job long, which has more left to do');
  });

  it('names borrowed quota where that is taken back, and no node', () => {
    expect(victims('quota-reclaimed')).toMatch(
      /job borrowed, which holds borrowed quota that its tenant takes back\.$/
    );
  });
});

describe('the step of a nominated job that gets its place', () => {
  it('is an allocation like any other', () => {
    const run = viewContent('preempt-restarts');
    expect(actions(run)).toEqual(expect.arrayContaining(['Preempt urgent', 'Allocate urgent', 'Run urgent']));
    expect(sentences(run)).toContain('Job urgent gets 1 GPU on node-a: 1 GPU free becomes 0.');
  });
});

describe('the sentence of an allocation', () => {
  it('says which pods of its gang a pod waits for, until none is missing', () => {
    const run = view(
      `policy: { preset: kubernetes }, cluster: { nodes: [ { name: n1, allocatable: { nvidia.com/gpu: 2 } } ] },
       jobs: [ { name: g, gang: 2, ${gpu} } ]`
    );
    expect(sentences(run).filter((s) => s.includes(' gets '))).toEqual([
      'Job g-0 gets 1 GPU on n1: 2 GPUs free become 1. It holds this and does nothing until g-1 has a place too.',
      'Job g-1 gets 1 GPU on n1: 1 GPU free becomes 0.'
    ]);
  });

  it('says that an image has to be pulled, or never can be', () => {
    const pulled = view(`${oneGpu}, jobs: [ { name: a, image: { takes: 20s }, ${gpu} } ]`);
    expect(pulled.at(2).sentence).toMatch(/Its image is pulled first, which takes 0:20\.$/);
    expect(viewContent('bad-image').at(2).sentence).toContain('ImagePullBackOff');
  });
});

describe('the sentence of a run', () => {
  it('says that a CPU limit throttles, and only where it does', () => {
    const told = sentences(viewContent('cpu-limit-throttles')).filter((s) => s.includes(' runs'));
    expect(told.map((s) => s.includes('throttled to its limit of 1 CPU'))).toEqual([false, true]);
  });
});

describe('the sentence of an end', () => {
  it('tells an eviction from work that is done', () => {
    const run = viewContent('memory-pressure');
    expect(sentences(run)).toContain(
      'Job greedy has to stop: its node runs short of memory, and the kubelet evicts it.'
    );
    expect(actions(run)).toContain('Stop greedy');
  });

  it('says that the device plugin turned a pod away', () => {
    expect(sentences(viewContent('gpu-mps'))).toContain(
      'Job greedy fails and gives 2 GPUs back on node-a; no retry is left. The device plugin of node-a gives a pod one share of a card at most (UnexpectedAdmissionError).'
    );
  });

  it('says of a crash that its pod keeps what it holds, with the exit code', () => {
    const run = viewContent('restart-in-place');
    expect(sentences(run).find((s) => s.includes('exit code'))).toBe(
      'The container of job crash ends with exit code 1. Its pod stays where it is, holds 1 GPU and starts it again after a delay.'
    );
    expect(actions(run)).toEqual(expect.arrayContaining(['Crash crash', 'Restart crash']));
  });
});

describe('the sentence of a node that goes', () => {
  const gone = (id: string): string => sentences(viewContent(id)).find((s) => s.includes(' is gone'))!;

  it('says whether anything was on it', () => {
    expect(gone('node-lost')).toBe('Node node-a is gone, and everything on it with it.');
    expect(gone('scale-down')).toBe('Node new-1 is gone, and nothing ran on it.');
  });
});

describe('a deployment', () => {
  it('is scaled with the numbers that the autoscaler compared, and the replicas no longer wanted say so', () => {
    const told = sentences(viewContent('hpa-up-and-down'));
    expect(told).toContain(
      'The HPA sets serve to 1 replica: 10 % of the CPU they request is used, and 60 % is aimed at.'
    );
    expect(told.at(-1)).toBe('Job serve-2 is no longer wanted and gives 1 CPU back on node-2.');
  });
});
