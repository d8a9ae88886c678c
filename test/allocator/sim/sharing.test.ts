import { describe, expect, it } from 'vitest';
import { evidenceOf, runOf, scenarioOf, timeline, type Sketch } from '../scenario/timeline.ts';

const node = (gpus: object, cards = 1) => ({ name: 'n', allocatable: { 'nvidia.com/gpu': cards }, gpus });
const job = (name: string, resource: string, n = 1) => ({
  name,
  service: '10s',
  resources: { limits: { [resource]: n } }
});
const sketch = (gpus: object, jobs: Sketch['jobs'], cards = 1): Sketch => ({
  cluster: { nodes: [node(gpus, cards)] },
  policy: { preset: 'kubernetes' },
  jobs: jobs ?? []
});
const offers = (s: Sketch): Record<string, number> => {
  const { resources, nodes } = scenarioOf(s);
  return Object.fromEntries(resources.map((r, i) => [r, nodes[0]?.allocatable[i] as number]));
};

describe('shared GPUs', () => {
  it('are advertised once for each replica', () => {
    const gpu = [job('a', 'nvidia.com/gpu')];
    expect(offers(sketch({ sharing: { timeSlicing: { replicas: 4 } } }, gpu, 2))).toEqual({ 'nvidia.com/gpu': 8 });
    expect(offers(sketch({ sharing: { mps: { replicas: 3 } } }, gpu, 2))).toEqual({ 'nvidia.com/gpu': 6 });
    expect(offers(sketch({ model: 'A100-40GB' }, gpu, 2))).toEqual({ 'nvidia.com/gpu': 2 });
  });

  it('run as many jobs at once as there are replicas', () => {
    const s = sketch({ sharing: { timeSlicing: { replicas: 2 } } }, [{ ...job('a', 'nvidia.com/gpu'), count: 3 }]);
    expect(timeline(runOf(s)).filter((line) => line.includes('decide'))).toEqual([
      '0 a-1 decide → allocated',
      '0 a-2 decide → allocated',
      '0 a-3 decide → waiting.queued',
      '10 a-3 decide → allocated'
    ]);
  });

  it('turn a pod away under MPS that asks for two shares, as it starts', () => {
    const two = { ...job('a', 'nvidia.com/gpu', 2), backoffLimit: 0 };
    expect(timeline(runOf(sketch({ sharing: { mps: { replicas: 4 } } }, [two])))).toEqual([
      '0 a decide → allocated',
      '0 a start → running',
      '0 a fail → releasing',
      '0 a release → failed'
    ]);
    const sliced = runOf(sketch({ sharing: { timeSlicing: { replicas: 4 } } }, [two]));
    expect(timeline(sliced).at(-1)).toBe('10 a release → released');
  });

  it('need cards', () => {
    expect(() => scenarioOf(sketch({ model: 'A100-40GB' }, [job('a', 'nvidia.com/gpu')], 0))).toThrow(
      'cluster.nodes.0.gpus: there are no cards'
    );
  });
});

describe('a card cut up by MIG', () => {
  const cut = (...mig: string[]) => ({ model: 'A100-40GB', sharing: { mig } });
  const small = [job('a', 'nvidia.com/mig-1g.5gb')];

  it('offers its instances under their own names, and no whole GPU', () => {
    expect(offers(sketch(cut('3g.20gb', '1g.5gb', '1g.5gb'), small, 2))).toEqual({
      'nvidia.com/gpu': 0,
      'nvidia.com/mig-1g.5gb': 4,
      'nvidia.com/mig-3g.20gb': 2
    });
  });

  it('gives an instance to a job that asks for its profile', () => {
    const s = sketch(cut('3g.20gb', '1g.5gb'), [job('a', 'nvidia.com/mig-3g.20gb'), job('b', 'nvidia.com/gpu')]);
    expect(timeline(runOf(s)).filter((line) => line.includes('decide'))).toEqual([
      '0 a decide → allocated',
      '0 b decide → waiting.queued'
    ]);
  });

  it('must be able to hold all instances at once, each where it may begin', () => {
    // Two 3g take all eight memory slices, although only six of seven compute slices are used.
    expect(() => scenarioOf(sketch(cut('3g.20gb', '3g.20gb', '1g.5gb'), small))).toThrow(
      'cluster.nodes.0.gpus.sharing.mig: one A100-40GB cannot hold 3g.20gb + 3g.20gb + 1g.5gb at once'
    );
    expect(offers(sketch(cut('4g.20gb', '3g.20gb'), small))['nvidia.com/mig-4g.20gb']).toBe(1);
  });

  it('must have the profile, and be a card that MIG knows', () => {
    expect(() => scenarioOf(sketch(cut('3g.20gb', '3g.40gb'), small))).toThrow(
      'cluster.nodes.0.gpus.sharing.mig.1: A100-40GB has no MIG profile "3g.40gb"'
    );
    expect(() => scenarioOf(sketch({ model: 'T4', sharing: { mig: ['1g.5gb'] } }, small))).toThrow(
      'cluster.nodes.0.gpus.model: Cannot cut up GPU "T4"'
    );
  });
});

describe('a request that the API server refuses', () => {
  const refused = (resources: object, preset: 'kubernetes' | 'kueue' = 'kubernetes'): string | undefined => {
    const s = { ...sketch({}, [{ name: 'a', resources }], 8), policy: { preset } };
    return evidenceOf(runOf(s), 'a', 'invalid').complaint;
  };

  it('asks for a GPU without a limit', () => {
    expect(refused({ requests: { 'nvidia.com/gpu': 2 } })).toBe(
      'spec.containers[0].resources.limits: Required value: Limit must be set for non overcommitable resources'
    );
  });

  it('asks for another number of GPUs than its limit', () => {
    expect(refused({ requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 2 } }, 'kueue')).toBe(
      'spec.containers[0].resources.requests: Invalid value: "1": must be equal to nvidia.com/gpu limit of 2'
    );
  });

  it('asks for more than its limit', () => {
    expect(refused({ requests: { cpu: 2 }, limits: { cpu: 1 } })).toBe(
      'spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1'
    );
  });

  it('hears of everything at once', () => {
    expect(refused({ requests: { cpu: 2, memory: '2Gi' }, limits: { cpu: 1, memory: '1Gi' } })).toBe(
      '[spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1, ' +
        'spec.containers[0].resources.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi]'
    );
  });

  it('is taken where there is no API server', () => {
    const s = sketch({}, [{ name: 'a', service: '5s', resources: { requests: { 'nvidia.com/gpu': 2 } } }], 8);
    expect(timeline(runOf({ ...s, policy: { preset: 'slurm' } })).at(-1)).toBe('5 a release → released');
  });
});
