import { describe, expect, it } from 'vitest';
import { admitByQuota, quotaMessage, type ResourceQuota } from '../../../src/lib/allocator/rules/quota.ts';
import {
  parseResourceList as list,
  printResourceList as print,
  type QuantityTexts
} from '../../../src/lib/allocator/rules/resource-list.ts';
import { container } from './container.ts';

const quota = (hard: QuantityTexts, used: QuantityTexts, more: Partial<ResourceQuota> = {}): ResourceQuota => ({
  name: 'q',
  hard: list(hard),
  used: list(used),
  scopes: [],
  ...more
});

const pod = (...requests: QuantityTexts[]) => ({
  name: 'p',
  containers: requests.map((r, i) => ({ ...container({ requests: r }), name: `c${i}` }))
});

/** The answer to the client, or what each quota counts afterwards. */
function answer(asking: ReturnType<typeof pod>, ...quotas: ResourceQuota[]): string | string[] {
  const verdict = admitByQuota(asking, quotas);
  return verdict.allowed ? verdict.usedAfter.map(print) : quotaMessage(asking.name, verdict.refusal);
}

describe('admitByQuota()', () => {
  it('admits a pod that takes the last of the quota, and counts it', () => {
    expect(answer(pod({ cpu: '500m' }), quota({ 'requests.cpu': 4 }, { 'requests.cpu': '3500m' }))).toEqual([
      'requests.cpu=4'
    ]);
  });

  it('refuses a pod that asks for more, in the words of the API server', () => {
    const full = quota({ 'requests.nvidia.com/gpu': 4 }, { 'requests.nvidia.com/gpu': 3 }, { name: 'gpu-quota' });
    expect(answer(pod({ 'nvidia.com/gpu': 2 }), full)).toBe(
      'pods "p" is forbidden: exceeded quota: gpu-quota, requested: requests.nvidia.com/gpu=2, used: requests.nvidia.com/gpu=3, limited: requests.nvidia.com/gpu=4'
    );
  });

  it('lists the exceeded resources only', () => {
    expect(answer(pod({ cpu: 1 }), quota({ pods: 9, 'requests.cpu': 1 }, { pods: 1, 'requests.cpu': 1 }))).toBe(
      'pods "p" is forbidden: exceeded quota: q, requested: requests.cpu=1, used: requests.cpu=1, limited: requests.cpu=1'
    );
  });

  it('never refuses a pod that asks for none of what is overdrawn', () => {
    expect(answer(pod({ cpu: 0 }), quota({ 'requests.cpu': 1 }, { 'requests.cpu': 2 }))).toEqual(['requests.cpu=2']);
  });

  it('names the containers that leave out CPU or memory', () => {
    const both = quota({ 'requests.memory': '8Gi', 'requests.cpu': 4 }, { 'requests.memory': 0, 'requests.cpu': 0 });
    expect(answer(pod({ cpu: 1 }, {}), both)).toBe(
      'pods "p" is forbidden: failed quota: q: must specify requests.cpu for: c1; requests.memory for: c0,c1'
    );
  });

  it('lets a pod leave out a device that the quota limits', () => {
    const used = { 'requests.nvidia.com/gpu': 4 };
    expect(answer(pod({}), quota({ 'requests.nvidia.com/gpu': 4 }, used))).toEqual(['requests.nvidia.com/gpu=4']);
  });

  it('asks all quotas, and counts nothing in any where one refuses', () => {
    const [wide, narrow] = [10, 2].map((hard) =>
      quota({ 'requests.cpu': hard }, { 'requests.cpu': 1 }, { name: `q${hard}` })
    );
    expect(answer(pod({ cpu: 2 }), wide!, narrow!)).toMatch(/exceeded quota: q2,/);
  });

  it('leaves a quota alone whose scopes do not match', () => {
    const scopes = [{ scopeName: 'BestEffort', operator: 'Exists' }] as const;
    expect(answer(pod({ cpu: 1 }), quota({ pods: 0 }, { pods: 0 }, { scopes }))).toEqual(['pods=0']);
  });

  it('does not demand anything for a quota that is not about pods', () => {
    expect(answer(pod({}), quota({ services: 1 }, {}))).toEqual(['']);
  });

  it('refuses while it is not known what is used', () => {
    expect(answer(pod({ cpu: 1 }), quota({ pods: 1 }, {}))).toBe(
      'pods "p" is forbidden: status unknown for quota: q, resources: pods'
    );
  });
});
