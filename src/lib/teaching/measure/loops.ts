import { asks, jobOf, oneNode, scenarioNamed, type Family } from './family.ts';

/** Allocate, run and release for each task, the next only when the last is over: the loop of the course page. */
export const eachItsOwn: Family<'D' | 'a' | 'r'> = {
  id: 'each-its-own',
  name: 'Allocate, run, release for each task',
  about: 'One task after the other gets a GPU of its own, runs on it and gives it back.',
  parameters: ['D', 'a', 'r'],
  mostTasks: 1_000_000,
  scenario: (n, { D, a, r }) =>
    scenarioNamed('each-its-own', {
      cluster: oneNode(1),
      jobs: [{ ...jobOf('task', 1, { D, a, r, s: 0 }), count: 0 }],
      workload: { n, arrival: { constant: a + D + r }, service: { constant: D + r }, like: 'task' }
    })
};

/** Submit a job and wait for it before the next is submitted. More slots change nothing. */
export const submitAndWait: Family<'D' | 'p'> = {
  id: 'submit-and-wait',
  name: 'Submit and wait',
  about: 'Each job is submitted when the one before it has ended, however many slots are free.',
  parameters: ['D', 'p'],
  mostTasks: 1_000_000,
  scenario: (n, { D, p }) =>
    scenarioNamed('submit-and-wait', {
      cluster: oneNode(p),
      jobs: [{ name: 'job', count: 0, ...asks(1) }],
      workload: { n, arrival: { constant: D }, service: { constant: D }, like: 'job' }
    })
};

/** Submit everything at once: p jobs run at a time, the others wait. */
export const atOnce: Family<'D' | 'p'> = {
  id: 'at-once',
  name: 'Submit all at once',
  about: 'All jobs are submitted together; as many run as there are slots, and the others wait.',
  parameters: ['D', 'p'],
  mostTasks: 1_000_000,
  scenario: (n, { D, p }) =>
    scenarioNamed('at-once', {
      cluster: oneNode(p),
      jobs: [{ name: 'job', count: 0, ...asks(1) }],
      workload: { n, arrival: { constant: 0 }, service: { constant: D }, like: 'job' }
    })
};

/** Submit everything at once to a cluster that grows: a node a job, up to p, each there some time after it is asked for. */
export const elastic: Family<'D' | 'a' | 'p'> = {
  id: 'elastic',
  name: 'Submit all at once, and let the cluster grow',
  about: 'One node is there; others are added for jobs that wait, at most p in all, each after it was provisioned.',
  parameters: ['D', 'a', 'p'],
  mostTasks: 500,
  scenario: (n, { D, a, p }) =>
    scenarioNamed('elastic', {
      cluster: {
        ...oneNode(1),
        autoscaler: { max: p, provision: a, template: { allocatable: oneNode(1).nodes[0]!.allocatable } }
      },
      policy: { preset: 'textbook', blocked: 'skip' },
      jobs: [{ name: 'job', count: n, service: D, ...asks(1) }]
    })
};
