import { describe, expect, it } from 'vitest';
import { kubectl, type KubectlResult } from '../../../src/lib/allocator/rules/kubectl.ts';

const run = (line: string, minor: number): KubectlResult => kubectl(line.split(' '), minor);

const GPU = 'run job --image=x --requests=nvidia.com/gpu=2';
const POD = { kind: 'Pod', name: 'job', labels: { run: 'job' }, restartPolicy: 'Always' };
const WITH_GPU = { ...POD, requests: { 'nvidia.com/gpu': '2' } };

describe('kubectl run', () => {
  it('wants an image in every version', () => {
    expect([20, 32].map((minor) => run('run job', minor))).toEqual(
      Array(2).fill({ ok: false, error: 'required flag(s) "image" not set' })
    );
  });

  it('makes a Pod, not a Job', () => {
    expect(run('run job --image=x', 32)).toEqual({ ok: true, object: POD, warning: null });
  });

  it.each([
    [20, WITH_GPU, null],
    [21, WITH_GPU, 'Flag --requests has been deprecated, has no effect and will be removed in the future.'],
    [22, WITH_GPU, 'Flag --requests has been deprecated, has no effect and will be removed in the future.'],
    [23, POD, 'Flag --requests has been deprecated, has no effect and will be removed in 1.24.']
  ])('treats --requests in 1.%i as it did', (minor, object, warning) => {
    expect(run(GPU, minor)).toEqual({ ok: true, object, warning });
  });

  it('does not know --requests from 1.24 on', () => {
    expect(run(GPU, 24)).toEqual({ ok: false, error: 'unknown flag: --requests' });
  });

  it('complains of an unknown flag before a missing one', () => {
    expect(run('run job --gpu=2', 20)).toEqual({ ok: false, error: 'unknown flag: --gpu' });
  });

  it('takes a value from the next word, and nothing after -- for a flag', () => {
    expect(run('run job --image x -l app=y -- --gpu', 32)).toMatchObject({ object: { labels: { app: 'y' } } });
  });

  it('explains an amount without a value, and one that is no quantity', () => {
    expect([run(`${GPU},cpu`, 20), run('run job --image=x --limits=cpu=x', 20)]).toEqual([
      { ok: false, error: 'Invalid argument syntax cpu, expected <resource>=<value>' },
      { ok: false, error: expect.stringMatching(/^quantities must match the regular expression/) as string }
    ]);
  });

  it('asks for a GPU by overrides, which replace the list of containers', () => {
    const json = '{"spec":{"containers":[{"resources":{"limits":{"nvidia.com/gpu":2}}}]}}';
    expect(kubectl(['run', 'job', '--image=x', '--requests=cpu=1', `--overrides=${json}`], 20)).toEqual({
      ok: true,
      object: { ...POD, limits: { 'nvidia.com/gpu': '2' } },
      warning: null
    });
  });

  it('refuses overrides that are no JSON object', () => {
    expect(['{', 'null'].map((json) => run(`run job --image=x --overrides=${json}`, 32))).toEqual(
      Array(2).fill({ ok: false, error: 'Invalid JSON Patch' })
    );
  });

  it('knows three restart policies', () => {
    expect(run('run job --image=x --restart=Sometimes', 32)).toEqual({
      ok: false,
      error: 'invalid restart policy: Sometimes'
    });
  });
});

describe('other commands', () => {
  it('set resources of a workload in any version', () => {
    expect(run('set resources deployment d --limits=cpu=0.2,memory=512Mi --requests=cpu=100m', 32)).toMatchObject({
      object: { kind: 'Deployment', name: 'd', limits: { cpu: '200m', memory: '512Mi' }, requests: { cpu: '100m' } }
    });
  });

  it('want something to set', () => {
    expect(run('set resources deploy/d', 32)).toEqual({
      ok: false,
      error: 'you must specify an update to requests or limits (in the form of --requests/--limits)'
    });
  });

  it('create a quota', () => {
    expect(run('create quota q --hard=requests.nvidia.com/gpu=4', 32)).toMatchObject({
      object: { kind: 'ResourceQuota', name: 'q', hard: { 'requests.nvidia.com/gpu': '4' } }
    });
  });

  it('create a Job, which takes no resources', () => {
    expect([run('create job j --image=x', 32), run('create job j --image=x --limits=cpu=1', 32)]).toEqual([
      { ok: true, object: { kind: 'Job', name: 'j' }, warning: null },
      { ok: false, error: 'unknown flag: --limits' }
    ]);
  });

  it('still accept --record, with a notice from 1.22 on', () => {
    expect([21, 22, 36].map((minor) => run('apply -f job.yaml --record', minor))).toMatchObject([
      { ok: true, warning: null },
      { ok: true, warning: 'Flag --record has been deprecated, --record will be removed in the future' },
      { ok: true, warning: 'Flag --record has been deprecated, --record will be removed in the future' }
    ]);
  });

  it('are named where the one asked for is not among them', () => {
    expect(() => run('drain node-1', 32)).toThrow(/^Cannot run "kubectl drain node-1": must be one of run, /);
  });
});
