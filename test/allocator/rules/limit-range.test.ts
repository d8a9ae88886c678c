import { describe, expect, it } from 'vitest';
import {
  defaultLimitRangeItem,
  fillFromLimitRange,
  limitRangeErrors,
  type LimitRangeItem,
  limitRangeMessage
} from '../../../src/lib/allocator/rules/limit-range.ts';
import {
  parseResourceList as list,
  printResourceList as print,
  type QuantityTexts
} from '../../../src/lib/allocator/rules/resource-list.ts';
import { container } from './container.ts';

type Bounds = Partial<Record<Exclude<keyof LimitRangeItem, 'type'>, QuantityTexts>>;

const item = (type: LimitRangeItem['type'], bounds: Bounds): LimitRangeItem => ({
  type,
  min: list(bounds.min),
  max: list(bounds.max),
  default: list(bounds.default),
  defaultRequest: list(bounds.defaultRequest),
  maxLimitRequestRatio: list(bounds.maxLimitRequestRatio)
});

const errorsOf = (bounds: Bounds, ...containers: Parameters<typeof container>[0][]) =>
  limitRangeErrors({ containers: containers.map(container) }, [item('Container', bounds)]);

describe('limitRangeErrors()', () => {
  it.each([
    [
      'request below the minimum',
      { min: { cpu: '50m' } },
      { requests: { cpu: '40m' } },
      'minimum cpu usage per Container is 50m, but request is 40m'
    ],
    ['no request', { min: { cpu: '50m' } }, {}, 'minimum cpu usage per Container is 50m.  No request is specified'],
    [
      'limit below the minimum',
      { min: { cpu: 2 } },
      { requests: { cpu: 2 }, limits: { cpu: 1 } },
      'minimum cpu usage per Container is 2, but limit is 1'
    ],
    [
      'limit above the maximum',
      { max: { memory: '1Gi' } },
      { limits: { memory: '2Gi' } },
      'maximum memory usage per Container is 1Gi, but limit is 2Gi'
    ],
    [
      'no limit',
      { max: { cpu: 1 } },
      { requests: { cpu: 1 } },
      'maximum cpu usage per Container is 1.  No limit is specified'
    ],
    [
      'request above the maximum',
      { max: { cpu: 1 } },
      { requests: { cpu: 2 }, limits: { cpu: 1 } },
      'maximum cpu usage per Container is 1, but request is 2'
    ],
    [
      'ratio too large',
      { maxLimitRequestRatio: { cpu: 2 } },
      { requests: { cpu: 1 }, limits: { cpu: 3 } },
      'cpu max limit to request ratio per Container is 2, but provided ratio is 3.000000'
    ],
    [
      'ratio of no request',
      { maxLimitRequestRatio: { cpu: 2 } },
      { limits: { cpu: 3 } },
      'cpu max limit to request ratio per Container is 2, but no request is specified or request is 0'
    ],
    [
      'ratio of no limit',
      { maxLimitRequestRatio: { cpu: 2 } },
      { requests: { cpu: 3 } },
      'cpu max limit to request ratio per Container is 2, but no limit is specified or limit is 0'
    ]
  ])('refuses: %s', (_, bounds, written, error) => {
    expect(errorsOf(bounds, written)).toEqual([error]);
  });

  it('admits what meets every bound exactly', () => {
    const bounds = { min: { cpu: 1 }, max: { cpu: 2 }, maxLimitRequestRatio: { cpu: 2 } };
    expect(errorsOf(bounds, { requests: { cpu: 1 }, limits: { cpu: 2 } })).toEqual([]);
  });

  it('says once what is wrong with several containers', () => {
    expect(errorsOf({ min: { cpu: 1 } }, {}, {})).toHaveLength(1);
  });

  it('looks at containers that run first, too', () => {
    const pod = { containers: [], initContainers: [container({})] };
    expect(limitRangeErrors(pod, [item('Container', { max: { cpu: 1 } })])).toHaveLength(1);
  });

  it('holds the sum of the containers against a rule for pods', () => {
    const containers = [container({ limits: { memory: '500Mi' } }), container({ limits: { memory: '600Mi' } })];
    expect(limitRangeErrors({ containers }, [item('Pod', { max: { memory: '1Gi' } })])).toEqual([
      'maximum memory usage per Pod is 1Gi, but limit is 1100Mi'
    ]);
  });
});

describe('fillFromLimitRange()', () => {
  it('fills in what the container leaves out', () => {
    const filled = fillFromLimitRange(container({ requests: { cpu: '100m' } }), [
      item('Container', { default: { cpu: '500m' }, defaultRequest: { cpu: '250m', memory: '256Mi' } })
    ]);
    expect([print(filled.requests), print(filled.limits)]).toEqual(['cpu=100m,memory=256Mi', 'cpu=500m']);
  });

  it('fills in nothing from a rule for pods', () => {
    expect(print(fillFromLimitRange(container({}), [item('Pod', { default: { cpu: 1 } })]).limits)).toBe('');
  });
});

describe('defaultLimitRangeItem()', () => {
  const defaults = (type: LimitRangeItem['type'], bounds: Bounds) => {
    const stored = defaultLimitRangeItem(item(type, bounds));
    return [print(stored.default), print(stored.defaultRequest)];
  };

  it('takes the maximum for the default limit, and that for the default request', () => {
    expect(defaults('Container', { min: { cpu: 1 }, max: { cpu: 2 } })).toEqual(['cpu=2', 'cpu=2']);
  });

  it('takes the minimum for the default request where there is no limit', () => {
    expect(defaults('Container', { min: { cpu: 1 } })).toEqual(['', 'cpu=1']);
  });

  it('leaves a rule for pods as it is', () => {
    expect(defaults('Pod', { max: { cpu: 2 } })).toEqual(['', '']);
  });
});

describe('limitRangeMessage()', () => {
  it('shows one reason bare and several in brackets', () => {
    expect([limitRangeMessage('p', ['a']), limitRangeMessage('p', ['a', 'b'])]).toEqual([
      'pods "p" is forbidden: a',
      'pods "p" is forbidden: [a, b]'
    ]);
  });
});
