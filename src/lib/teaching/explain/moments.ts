import { jobName } from '#lib/allocator/trace/index.ts';
import type { Scene } from './sentence.ts';
import type { ActionId } from './step.ts';
import type { KeyMoment } from './view.ts';

/** What a learner should stop at, the first time it happens in a run: title, and why it matters. */
const moments: Readonly<Partial<Record<ActionId, (scene: Scene) => Omit<KeyMoment, 'step'>>>> = {
  allocate: () => ({
    title: 'Allocation takes it, not the request',
    text: 'Asking and checking change nothing. What was free becomes taken in this step, and stays taken until the release.'
  }),
  run: () => ({
    title: 'Running changes nobody’s share',
    text: 'The job holds exactly what it held when it was allocated, busy or idle.'
  }),
  wait: ({ told, world }) => ({
    title: 'No means wait',
    text: `Job ${told.job === undefined ? '' : jobName(world, told.job)} keeps its place in the queue. Nobody has to ask again: the next change wakes it.`
  }),
  check: () => ({
    title: 'A change wakes the queue',
    text: 'Those who wait need not ask again. Whatever may help them has them checked anew, in the order of the policy.'
  }),
  release: () => ({
    title: 'Release comes on every way out',
    text: 'Done, failed, killed or cancelled: whatever the job held is free again after this step.'
  }),
  preempt: () => ({
    title: 'A higher priority makes room',
    text: 'The victims get their grace period, and until it is over nobody has the place.'
  }),
  stop: () => ({
    title: 'Its node is short of memory',
    text: 'First goes who uses more than it requested; of those the lower priority, then the one furthest above its request.'
  }),
  reject: () => ({ title: 'Refused, not queued', text: 'A rejected job does not come back by itself.' }),
  hold: () => ({
    title: 'Held back while there is room',
    text: 'Quota is counted per tenant. Free devices do not help a tenant that has used up its share.'
  }),
  scale: () => ({
    title: 'A new node would help',
    text: 'The autoscaler reacts to jobs that fit nowhere, not to load. A node takes a while to come.'
  }),
  retry: () => ({ title: 'It tries again', text: 'Each failure doubles the wait before the next attempt.' })
};

/** The key moments of a run, from the first step of each kind: of those kinds that have something to say. */
export const keyMomentsOf = (firsts: ReadonlyMap<ActionId, number>, sceneAt: (step: number) => Scene): KeyMoment[] =>
  [...firsts].flatMap(([action, step]) => {
    const say = moments[action];
    return say === undefined ? [] : [{ step, ...say(sceneAt(step)) }];
  });
