import { describe, expect, it } from 'vitest';
import { isManifest } from '#lib/allocator/manifest/detect.ts';
import { fromManifest } from '#lib/allocator/manifest/index.ts';
import { readScenario } from '#lib/allocator/scenario/index.ts';

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: train
  namespace: team-a
spec:
  backoffLimit: 2
  parallelism: 2
  template:
    spec:
      restartPolicy: Never
      priorityClassName: high
      nodeSelector: { zone: a }
      tolerations: [ { key: gpu, operator: Exists } ]
      terminationGracePeriodSeconds: 20
      containers:
        - name: main
          image: example/train
          resources: { limits: { nvidia.com/gpu: 2 } }
`;
const high = `apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: { name: high }
value: 1000
preemptionPolicy: Never
`;
const node = `apiVersion: v1
kind: Node
metadata: { name: gpu-node, labels: { zone: a } }
spec: { taints: [ { key: gpu, value: "yes", effect: NoSchedule } ] }
status: { allocatable: { cpu: 16, memory: 64Gi, nvidia.com/gpu: 4 } }
`;
const pod = (name: string, spec: string) => `apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec:
${spec}`;

const read = (...documents: string[]) => {
  const made = fromManifest(documents.join('---\n'));
  if (!made.ok) throw new Error(made.problems.map(({ line, col, message }) => `${line}:${col} ${message}`).join('\n'));
  const scenario = readScenario(made.text);
  if (!scenario.ok) throw new Error(scenario.problems.map(({ message }) => message).join('\n'));
  return { text: made.text, file: scenario.file };
};

const complaints = (...documents: string[]): string[] => {
  const made = fromManifest(documents.join('---\n'));
  return made.ok ? [] : made.problems.map(({ line, col, message }) => `${line}:${col} ${message}`);
};

describe('fromManifest()', () => {
  it('makes jobs of the pods of a Job, with priority, tolerations, labels, grace and retries', () => {
    expect(read(job, high, node).file.jobs).toMatchObject([
      {
        name: 'train',
        tenant: 'team-a',
        count: 2,
        service: '10m',
        priority: 1000,
        preemptionPolicy: 'Never',
        restartPolicy: 'Never',
        backoffLimit: 2,
        grace: 20,
        nodeSelector: { zone: 'a' },
        tolerations: [{ key: 'gpu', operator: 'Exists' }],
        resources: { limits: { 'nvidia.com/gpu': 2 } }
      }
    ]);
  });

  it('takes nodes with their labels, taints and what they offer', () => {
    expect(read(job, high, node).file.cluster.nodes).toMatchObject([
      {
        name: 'gpu-node',
        labels: { zone: 'a' },
        taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }],
        allocatable: { cpu: 16, memory: '64Gi', 'nvidia.com/gpu': 4 }
      }
    ]);
  });

  it('adds up the containers of a pod', () => {
    const two = pod(
      'web',
      '  containers:\n    - { name: a, resources: { requests: { cpu: 500m } } }\n    - { name: b, resources: { requests: { cpu: 1, memory: 1Gi } } }\n'
    );
    expect(read(two, node).file.jobs[0]?.resources.requests).toEqual({ cpu: '1500m', memory: '1Gi' });
  });

  it('joins an autoscaler to its Deployment, and makes a quota of a namespace one of a tenant', () => {
    const { file } = read(
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: serve }
spec: { replicas: 3, template: { spec: { containers: [ { name: c, resources: { requests: { cpu: 1 } } } ] } } }
`,
      `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: serve }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: serve }
  maxReplicas: 9
  metrics: [ { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } } ]
`,
      `apiVersion: v1
kind: ResourceQuota
metadata: { name: share, namespace: team-a }
spec: { hard: { requests.cpu: 4 } }
`
    );
    expect(file.deployments).toMatchObject([{ name: 'serve', replicas: 3, hpa: { min: 1, max: 9, target: '60%' } }]);
    expect(file.quotas).toMatchObject([{ tenant: 'team-a', name: 'share', hard: { 'requests.cpu': 4 } }]);
  });

  it('says in comments what it assumed and what has no bearing on a run, with its line', () => {
    const { text, file } = read(job, high);
    expect(text).toContain('# A manifest says nothing of how long work takes: each job runs for 10m.');
    expect(text).toContain('# It has no Node, so there is one to try it on.');
    expect(text).toContain('# Line 18: spec.template.spec.containers[0].image has no bearing on a run.');
    expect(file.cluster.nodes[0]?.allocatable).toMatchObject({ 'nvidia.com/gpu': 1 });
  });

  it.each([
    [
      'an unknown field, with the nearest known one',
      pod('a', '  containers: [ { name: c, resorces: {} } ]\n'),
      '5:28 unknown field "resorces"; did you mean "resources"?'
    ],
    [
      'a field that no scenario can express',
      pod('a', '  affinity: {}\n  containers: [ { name: c } ]\n'),
      '5:13 cannot be represented in a scenario: nodes are chosen by labels and taints alone'
    ],
    [
      'a kind that no scenario can express',
      'apiVersion: v1\nkind: Service\nmetadata: { name: s }\n',
      '2:7 kind "Service" cannot be represented'
    ],
    ['a priority class that is not there', job, '12:26 there is no PriorityClass "high" in this manifest'],
    [
      'more completions than run at a time',
      job.replace('parallelism: 2', 'completions: 5').replace('      priorityClassName: high\n', ''),
      '8:16 cannot be represented in a scenario: all 5 pods are wanted at once'
    ],
    ['a document that says no kind', 'apiVersion: v1\n', '1:1 a manifest says its kind'],
    [
      'an amount that is none',
      pod('a', '  containers: [ { name: c, resources: { requests: { cpu: lots } } } ]\n'),
      '1:1 '
    ]
  ])('complains of %s', (_, text, complaint) => {
    expect(complaints(text)).toEqual([expect.stringContaining(complaint)]);
  });

  it('finds the line in the document that it is about', () => {
    expect(
      complaints(node, pod('a', '  containers: [ { name: c, resources: { requests: { cpu: lots } } } ]\n'))
    ).toEqual([expect.stringMatching(/^7:1 /)]);
  });
});

describe('isManifest()', () => {
  it('tells a manifest from a scenario', () => {
    expect([isManifest(job), isManifest(read(job, high).text)]).toEqual([true, false]);
  });
});
