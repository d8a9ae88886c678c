import { describe, expect, it } from 'vitest';
import { exceedsCapacity, moreNeeded, noFlavour, preemptedMessage } from '#lib/allocator/rules/kueue-message.ts';

const cpu = { resource: 'cpu', flavour: 'spot' };

describe('messages of Kueue', () => {
  it('say how much more is needed', () => {
    expect(noFlavour('main', [moreNeeded(cpu, '500m')])).toBe(
      "couldn't assign flavors to pod set main: insufficient unused quota for cpu in flavor spot, 500m more needed"
    );
  });

  it('say that waiting will not help', () => {
    expect(exceedsCapacity(cpu, { considered: '0', asked: '3', capacity: '2' })).toBe(
      'insufficient quota for cpu in flavor spot, previously considered podsets requests (0) + current podset request (3) > maximum capacity (2)'
    );
  });

  it('say for whom and why a workload was preempted, and UNKNOWN for what is not known', () => {
    expect(
      preemptedMessage({
        preemptorUid: 'w1',
        jobUid: '',
        reason: 'InCohortFairSharing',
        preemptorPath: '/research/vision',
        preempteePath: ''
      })
    ).toBe(
      'Preempted to accommodate a workload (UID: w1, JobUID: UNKNOWN) due to Fair Sharing within the cohort; preemptor path: /research/vision; preemptee path: UNKNOWN'
    );
  });
});
