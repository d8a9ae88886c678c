import { describe, expect, it } from 'vitest';
import { evidenceOf, runOf, timeline, type Sketch } from '../scenario/timeline.ts';

const gpus = (n: number) => ({ resources: { limits: { 'nvidia.com/gpu': n } } });
const cluster = { nodes: [{ name: 'n', allocatable: { cpu: 8, 'nvidia.com/gpu': 8 } }] };
const decisions = (s: Sketch): string[] => timeline(runOf(s)).filter((line) => line.includes(' decide '));

describe('a quota that refuses', () => {
  const quotas = [{ tenant: 'team', name: 'q', hard: { 'requests.nvidia.com/gpu': 2 } }];
  const job = (name: string, n: number) => ({ name, tenant: 'team', service: '10s', ...gpus(n) });
  const sketch = (jobs: Sketch['jobs'], more: object = {}): Sketch => ({
    cluster,
    quotas,
    policy: { preset: 'kubernetes' },
    jobs: jobs ?? [],
    ...more
  });

  it('answers in the words of the API server', () => {
    const s = sketch([job('a', 2), job('b', 1)]);
    expect(decisions(s)).toEqual(['0 a decide → allocated', '0 b decide → rejected']);
    const evidence = evidenceOf(runOf(s), 'b', 'overQuota');
    expect(evidence.complaint).toBe(
      'pods "b" is forbidden: exceeded quota: q, requested: requests.nvidia.com/gpu=1, ' +
        'used: requests.nvidia.com/gpu=2, limited: requests.nvidia.com/gpu=2'
    );
    expect(evidence.quotas).toEqual([{ quota: 'q', resource: 'nvidia.com/gpu', used: 2, asked: 1, hard: 2 }]);
  });

  it('counts no job that is over', () => {
    const s = sketch([job('a', 2), { ...job('b', 2), arrival: '10s' }]);
    expect(decisions(s)).toEqual(['0 a decide → allocated', '10 b decide → allocated']);
  });

  it('demands that a pod sets the CPU it counts, where there is an API server', () => {
    const cpu = [{ tenant: 'team', name: 'q', hard: { cpu: 4 } }];
    const s = sketch([job('a', 1)], { quotas: cpu });
    expect(evidenceOf(runOf(s), 'a', 'overQuota').complaint).toBe(
      'pods "a" is forbidden: failed quota: q: must specify cpu for: a'
    );
    expect(decisions({ ...s, policy: { preset: 'textbook' } })).toEqual(['0 a decide → allocated']);
  });

  it('counts pods and limits too', () => {
    const one = [{ tenant: 'team', name: 'q', hard: { pods: 1 } }];
    expect(decisions(sketch([job('a', 1), job('b', 1)], { quotas: one }))).toEqual([
      '0 a decide → allocated',
      '0 b decide → rejected'
    ]);
    const limited = { name: 'c', tenant: 'team', resources: { requests: { cpu: 1 }, limits: { cpu: 4 } } };
    const limits = [{ tenant: 'team', name: 'q', hard: { 'limits.cpu': 3 } }];
    expect(decisions(sketch([limited], { quotas: limits }))).toEqual(['0 c decide → rejected']);
  });

  it('counts each pod of a gang', () => {
    const policy = { preset: 'kubernetes', gangs: 'all-or-nothing' } as const;
    expect(decisions(sketch([{ ...job('a', 1), gang: 3 }], { policy }))).toEqual(['0 a decide → rejected']);
    expect(decisions(sketch([{ ...job('a', 1), gang: 2 }], { policy }))).toEqual(['0 a decide → allocated']);
  });

  it('refuses a quota for a resource that nothing names', () => {
    expect(() =>
      runOf(sketch([job('a', 1)], { quotas: [{ tenant: 'team', hard: { 'nvidia.com/gpus': 2 } }] }))
    ).toThrow('names "nvidia.com/gpus"');
  });
});

describe('a quota that holds back', () => {
  const quota = (tenant: string, more: object = {}) => ({
    tenant,
    hard: { 'nvidia.com/gpu': 4 },
    mode: 'hold' as const,
    cohort: 'all',
    ...more
  });
  const job = (name: string, tenant: string, n: number, more: object = {}) => ({
    name,
    tenant,
    service: '100s',
    grace: '5s',
    ...gpus(n),
    ...more
  });
  const kueue = (quotas: Sketch['quotas'], jobs: Sketch['jobs']): Sketch => ({
    cluster,
    policy: { preset: 'kueue' },
    quotas: quotas ?? [],
    jobs: jobs ?? []
  });

  it('lets a tenant borrow what its cohort leaves idle', () => {
    expect(decisions(kueue([quota('a'), quota('b')], [job('one', 'a', 8)]))).toEqual(['0 one decide → allocated']);
  });

  it('lends no more than the borrowing limit, and says what is missing as Kueue does', () => {
    const s = kueue([quota('a', { borrowing: 1 }), quota('b')], [job('one', 'a', 4), job('two', 'a', 2)]);
    expect(decisions(s).slice(0, 2)).toEqual(['0 one decide → allocated', '0 two decide → waiting.held']);
    const evidence = evidenceOf(runOf(s), 'two', 'heldByQuota');
    expect(evidence.quotas).toEqual([
      { quota: 'quota-a', resource: 'nvidia.com/gpu', used: 4, asked: 2, hard: 4, borrowable: 1 }
    ]);
    expect(evidence.complaint).toBe(
      "couldn't assign flavors to pod set main: insufficient unused quota for nvidia.com/gpu in flavor " +
        'default-flavor, 1 more needed'
    );
  });

  it('counts a borrowing limit for CPU in CPUs, as the quota itself', () => {
    const cpu = { tenant: 'a', hard: { cpu: 1 }, mode: 'hold' as const, cohort: 'all', borrowing: 2 };
    const lender = { tenant: 'b', hard: { cpu: 4 }, mode: 'hold' as const, cohort: 'all' };
    const asks = (n: number) => ({ name: 'one', tenant: 'a', resources: { requests: { cpu: n } } });
    expect(decisions(kueue([cpu, lender], [asks(3)]))).toEqual(['0 one decide → allocated']);
    expect(decisions(kueue([cpu, lender], [asks(4)]))).toEqual(['0 one decide → waiting.held']);
  });

  it('admits a held job once others have given their quota back', () => {
    const s = kueue([quota('a')], [job('one', 'a', 4), job('two', 'a', 4)]);
    expect(decisions(s)).toEqual([
      '0 one decide → allocated',
      '0 two decide → waiting.held',
      '100 two decide → allocated'
    ]);
  });

  it('takes back what others borrow, and the borrower goes back to the queue', () => {
    const s = kueue(
      [quota('a'), quota('b', { reclaim: 'any' })],
      [job('borrower', 'a', 8), job('owner', 'b', 4, { arrival: '10s' })]
    );
    expect(timeline(runOf(s)).slice(0, 9)).toEqual([
      '0 borrower decide → allocated',
      '0 borrower start → running',
      '10 owner decide → waiting.preempting',
      '10 borrower preempt → stopping',
      '15 borrower stop → releasing',
      '15 borrower release → requested',
      '15 owner decide → allocated',
      '15 owner start → running',
      '15 borrower decide → waiting.held'
    ]);
    expect(evidenceOf(runOf(s), 'owner', 'canPreempt').reclaim).toEqual([
      { job: 'borrower', reason: 'InCohortReclamation' }
    ]);
  });

  it('keeps what it takes back from a borrower of higher priority who is checked first', () => {
    const s = kueue(
      [quota('a'), quota('b', { reclaim: 'any' })],
      [job('borrower', 'a', 8, { priority: 9 }), job('owner', 'b', 4, { arrival: '10s' })]
    );
    expect(decisions(s).slice(1, 4)).toEqual([
      '10 owner decide → waiting.preempting',
      '15 borrower decide → waiting.held',
      '15 owner decide → allocated'
    ]);
  });

  it('takes nothing back for a tenant that would itself borrow, or that may not', () => {
    const greedy = kueue(
      [quota('a'), quota('b', { reclaim: 'any' })],
      [job('borrower', 'a', 6), job('owner', 'b', 5, { arrival: '10s' })]
    );
    expect(decisions(greedy)[1]).toBe('10 owner decide → waiting.held');
    const never = kueue([quota('a'), quota('b')], [job('borrower', 'a', 8), job('owner', 'b', 4, { arrival: '10s' })]);
    expect(decisions(never)[1]).toBe('10 owner decide → waiting.held');
  });
});
