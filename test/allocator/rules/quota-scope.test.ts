import { describe, expect, it } from 'vitest';
import { matchesScope, type QuotaScope } from '../../../src/lib/allocator/rules/quota-scope.ts';
import { container } from './container.ts';

const bare = { containers: [container({})] };
const requesting = { containers: [container({ requests: { cpu: 1 } })] };
const scope = (scopeName: QuotaScope['scopeName']): QuotaScope => ({ scopeName, operator: 'Exists' });

describe('matchesScope()', () => {
  it('calls a pod with a deadline terminating', () => {
    const pod = { ...bare, activeDeadlineSeconds: 60 };
    expect([matchesScope(pod, scope('Terminating')), matchesScope(pod, scope('NotTerminating'))]).toEqual([
      true,
      false
    ]);
  });

  it('tells BestEffort by what the pod sets', () => {
    expect([bare, requesting].map((pod) => matchesScope(pod, scope('BestEffort')))).toEqual([true, false]);
    expect([bare, requesting].map((pod) => matchesScope(pod, scope('NotBestEffort')))).toEqual([false, true]);
  });

  it.each([
    ['In', 'high', true],
    ['In', 'low', false],
    ['In', undefined, false],
    ['NotIn', 'high', false],
    ['NotIn', undefined, true],
    ['Exists', 'low', true],
    ['Exists', undefined, false],
    ['DoesNotExist', undefined, true]
  ] as const)('PriorityClass %s [high], of a pod of class %s: %s', (operator, priorityClassName, matches) => {
    const pod = priorityClassName === undefined ? bare : { ...bare, priorityClassName };
    const values = operator === 'In' || operator === 'NotIn' ? ['high'] : [];
    expect(matchesScope(pod, { scopeName: 'PriorityClass', operator, values })).toBe(matches);
  });

  it('asks for affinity across namespaces', () => {
    expect(
      [bare, { ...bare, crossNamespaceAffinity: true }].map((p) => matchesScope(p, scope('CrossNamespacePodAffinity')))
    ).toEqual([false, true]);
  });
});
