import { describe, expect, it } from 'vitest';
import { evidenceOf, runOf, timeline, type Sketch } from '../scenario/timeline.ts';

const gpu = { 'nvidia.com/gpu': 1 };

/** One GPU there, and an autoscaler that may add nodes with two each. */
const sketch = (jobs: number, more: Partial<Sketch> = {}, autoscaler: object = {}): Sketch => ({
  cluster: {
    nodes: [{ name: 'base', allocatable: gpu }],
    autoscaler: {
      max: 3,
      provision: '90s',
      idle: '10m',
      template: { allocatable: { 'nvidia.com/gpu': 2 } },
      ...autoscaler
    }
  },
  policy: { preset: 'kubernetes' },
  jobs: [{ name: 'job', count: jobs, service: '5m', resources: { limits: gpu } }],
  ...more
});

const nodeEvents = ['provision', 'provisionFailed', 'nodeUp', 'nodeDown'];
const ofNodes = (s: Sketch): string[] =>
  timeline(runOf(s)).filter((line) => nodeEvents.includes(line.split(' ')[2] ?? ''));
const of = (name: string, s: Sketch): string[] =>
  timeline(runOf(s), ['request', 'check']).filter((line) => line.split(' ')[1] === name);

describe('scaling up', () => {
  it('lets the job that does not fit wait for a node, which the next scan asks for', () => {
    expect(of('job-2', sketch(2))).toEqual([
      '0 job-2 decide → waiting.scaling',
      '100 job-2 recheck → checking',
      '100 job-2 decide → allocated',
      '100 job-2 start → running',
      '400 job-2 end → releasing',
      '400 job-2 release → released'
    ]);
    expect(ofNodes(sketch(2)).slice(0, 2)).toEqual(['10 scaled-1 provision', '100 scaled-1 nodeUp']);
  });

  it('scans at multiples of ten seconds', () => {
    const late = sketch(2, {
      jobs: [{ name: 'job', count: 2, arrival: '13s', service: '5m', resources: { limits: gpu } }]
    });
    expect(ofNodes(late)[0]).toBe('20 scaled-1 provision');
  });

  it('asks for as many nodes as the waiting need together', () => {
    expect(ofNodes(sketch(4)).slice(0, 4)).toEqual([
      '10 scaled-1 provision',
      '10 scaled-2 provision',
      '100 scaled-1 nodeUp',
      '100 scaled-2 nodeUp'
    ]);
  });

  it('counts the nodes on their way before it asks for more', () => {
    const jobs = [
      { name: 'job', count: 2, service: '5m', resources: { limits: gpu } },
      { name: 'next', arrival: '30s', service: '5m', resources: { limits: gpu } }
    ];
    expect(ofNodes(sketch(0, { jobs })).filter((line) => line.includes('provision'))).toEqual([
      '10 scaled-1 provision'
    ]);
    expect(of('next', sketch(0, { jobs }))[0]).toBe('30 next decide → waiting.scaling');
  });

  it('has the rest wait in the queue once the most nodes would not hold them', () => {
    const s = sketch(4, {}, { max: 2 });
    expect(of('job-4', s)[0]).toBe('0 job-4 decide → waiting.queued');
    expect(evidenceOf(runOf(s), 'job-4', 'mustQueue').scaleUp).toEqual({
      nodes: 1,
      coming: 0,
      max: 2,
      fitsTemplate: true,
      holds: false
    });
  });

  it('asks for no node that would be too small, or that the job does not tolerate', () => {
    const large = [{ name: 'large', resources: { limits: { 'nvidia.com/gpu': 4 } } }];
    expect(ofNodes(sketch(0, { jobs: large }))).toEqual([]);
    const taints = [{ key: 'spot', effect: 'NoSchedule' }];
    const template = { allocatable: { 'nvidia.com/gpu': 2 }, taints };
    expect(ofNodes(sketch(2, {}, { template }))).toEqual([]);
  });

  it('leaves nodes out of the evidence that are not there yet', () => {
    const evidence = evidenceOf(runOf(sketch(2)), 'job-2', 'canScaleUp');
    expect(evidence.nodes.map((n) => n.node)).toEqual(['base']);
    expect(evidence.scaleUp?.holds).toBe(true);
  });
});

describe('a provider that refuses', () => {
  const events = [{ at: '0s', autoscaler: 'fails' as const }];

  it('is not asked while it is known to refuse', () => {
    expect(ofNodes(sketch(2, { events }))).toEqual([]);
    expect(evidenceOf(runOf(sketch(2, { events })), 'job-2', 'mustQueue').scaleUp?.refused).toBe(true);
  });

  it('leaves a node that was asked for out, and the job goes back to the queue', () => {
    const s = sketch(2, { events: [{ at: '50s', autoscaler: 'fails' }] });
    expect(ofNodes(s)).toEqual(['10 scaled-1 provision', '100 scaled-1 provisionFailed']);
    expect(of('job-2', s).slice(0, 5)).toEqual([
      '0 job-2 decide → waiting.scaling',
      '100 job-2 recheck → checking',
      '100 job-2 decide → waiting.queued',
      '300 job-2 recheck → checking',
      '300 job-2 decide → allocated'
    ]);
  });

  it('is asked again once it works', () => {
    const s = sketch(2, { events: [...events, { at: '45s', autoscaler: 'works' }] });
    expect(ofNodes(s).slice(0, 2)).toEqual(['50 scaled-1 provision', '140 scaled-1 nodeUp']);
  });
});

describe('scaling down', () => {
  it('removes a node that was idle for the time given, by the scan that notices', () => {
    // Idle from tick 400; the scan at 410 sees it, the one ten minutes later removes it.
    expect(ofNodes(sketch(2)).at(-1)).toBe('1010 scaled-1 nodeDown');
  });

  it('keeps a node in use, however long', () => {
    const jobs = [
      { name: 'job', service: '5m', resources: { limits: gpu } },
      { name: 'long', service: '2h', resources: { limits: gpu } }
    ];
    // It runs from 100 to 7300.
    expect(ofNodes(sketch(0, { jobs })).at(-1)).toBe('7910 scaled-1 nodeDown');
  });

  it('holds back for ten minutes after a node was added', () => {
    const jobs = [
      { name: 'job', service: '95s', resources: { limits: gpu } },
      { name: 'short', service: '5s', resources: { limits: gpu } }
    ];
    // `short` finds room at 95, so the node that comes at 100 is never used.
    expect(ofNodes(sketch(0, { jobs }, { idle: '1m' }))).toEqual([
      '10 scaled-1 provision',
      '100 scaled-1 nodeUp',
      '700 scaled-1 nodeDown'
    ]);
  });

  it('looks at what still waits after the pass, so that room that has just come free calls for no node', () => {
    const jobs = [
      { name: 'job', service: '10s', resources: { limits: gpu } },
      { name: 'short', service: '5s', resources: { limits: gpu } }
    ];
    expect(ofNodes(sketch(0, { jobs }))).toEqual([]);
  });

  it('counts anew from when a node was last in use', () => {
    const jobs = [
      { name: 'job', service: '2h', resources: { limits: gpu } },
      { name: 'first', service: '20s', resources: { limits: gpu } },
      { name: 'again', arrival: '400s', service: '20s', resources: { limits: gpu } }
    ];
    // In use from 100 to 120 and from 400 to 420; the scan at 430 sees it idle.
    expect(ofNodes(sketch(0, { jobs })).at(-1)).toBe('1030 scaled-1 nodeDown');
  });

  it('comes to its end however long a node may idle', () => {
    expect(ofNodes(sketch(2, {}, { idle: '1000000h' })).at(-1)).toBe('3600000410 scaled-1 nodeDown');
  });

  it('never removes a node of the scenario itself', () => {
    expect(ofNodes(sketch(2)).some((line) => line.includes('base'))).toBe(false);
  });
});
