import { describe, expect, it } from 'vitest';
import { viewRun } from '#lib/teaching/explain/index.ts';
import { runText, viewContent } from '../../kit.ts';

const settingOf = (text: string) => viewRun(runText(text)).setting;

describe('the setting of a run', () => {
  it('says cluster, policy and jobs in words', () => {
    const { lines, jobs } = viewContent('one-gpu-busy').setting;
    expect(lines).toEqual([
      'Node node-a offers 1 GPU.',
      'First come, first served; nobody passes a job that does not fit; the first node that fits is taken; nobody is stopped for another.'
    ]);
    expect(jobs[1]).toEqual({
      name: 'b',
      arrival: '0:04',
      ask: '1 GPU',
      service: '0:06',
      priority: 0,
      tenant: 'default'
    });
  });

  it('groups nodes that offer the same, and says taints', () => {
    const { lines } = settingOf(`{ schema: 1, id: x, jobs: [ { name: a, resources: { requests: { cpu: 1 } } } ],
      cluster: { nodes: [ { name: n, count: 3, allocatable: { cpu: 2 } },
        { name: m, allocatable: { cpu: 2 }, taints: [ { key: gpu, effect: NoSchedule } ] } ] } }`);
    expect(lines.slice(0, 2)).toEqual([
      '3 nodes, n-1 to n-3, offer 2 CPU each.',
      'Node m offers 2 CPU, tainted gpu:NoSchedule.'
    ]);
  });

  it('says quotas, autoscalers and what happens from outside', () => {
    const { lines } =
      settingOf(`{ schema: 1, id: x, jobs: [ { name: a, tenant: t, resources: { requests: { cpu: 1 } } } ],
      quotas: [ { tenant: t, hard: { requests.cpu: 4 }, mode: hold } ],
      events: [ { at: 5s, node: n, is: lost }, { at: 6s, autoscaler: fails } ],
      cluster: { nodes: [ { name: n, allocatable: { cpu: 2 } } ],
        autoscaler: { max: 3, provision: 90s, template: { allocatable: { cpu: 8 } } } } }`);
    expect(lines).toEqual(
      expect.arrayContaining([
        'An autoscaler adds nodes of 8 CPU, up to 3; a new one takes 1:30.',
        'Tenant t has a quota of 4 requests.cpu; what goes beyond is held back.',
        'At 0:05 node n is lost.',
        'At 0:06 the autoscaler fails.'
      ])
    );
  });

  it('lists the first jobs of many and counts the others', () => {
    const { jobs, moreJobs } =
      settingOf(`{ schema: 1, id: x, cluster: { nodes: [ { name: n, allocatable: { cpu: 2 } } ] },
      jobs: [ { name: a, count: 30, service: 1s, resources: { requests: { cpu: 1 } } } ] }`);
    expect([jobs.length, moreJobs]).toEqual([24, 6]);
  });

  it('asks for a whole gang where it is placed as one, and for a pod where pods are', () => {
    const asks = (gangs: string) =>
      settingOf(`{ schema: 1, id: x, cluster: { nodes: [ { name: n, allocatable: { cpu: 4 } } ] }, policy: { gangs: ${gangs} },
        jobs: [ { name: a, gang: 2, service: 1s, resources: { requests: { cpu: 1 } } } ] }`).jobs.map(({ ask }) => ask);
    expect(asks('all-or-nothing')).toEqual(['2 pods of 1 CPU']);
    expect(asks('pod-by-pod')).toEqual(['1 CPU', '1 CPU']);
  });
});
