import { describe, expect, it } from 'vitest';
import {
  type Requirement,
  acceptsNode,
  selects,
  unmetRequirements
} from '../../../src/lib/allocator/rules/selector.ts';

const labels = { gpu: 'a100', zone: 'a', slots: '8' };

const accepts = (...term: Requirement[]): boolean => acceptsNode({ affinityTerms: [term] }, labels);

describe('acceptsNode()', () => {
  it('accepts every node where nothing is asked', () => {
    expect(acceptsNode({}, {})).toBe(true);
  });

  it('wants every label of the nodeSelector', () => {
    expect(acceptsNode({ nodeSelector: { gpu: 'a100', zone: 'a' } }, labels)).toBe(true);
    expect(acceptsNode({ nodeSelector: { gpu: 'a100', zone: 'b' } }, labels)).toBe(false);
  });

  it('compares whole numbers by Gt and Lt, which an equal label does not meet', () => {
    const gt = (bound: string) => accepts({ key: 'slots', operator: 'Gt', values: [bound] });
    const lt = (bound: string) => accepts({ key: 'slots', operator: 'Lt', values: [bound] });
    expect(['7', '8', '10'].map(gt)).toEqual([true, false, false]);
    expect(['7', '8', '10'].map(lt)).toEqual([false, false, true]);
  });

  it('asks for a label or its absence by the other operators', () => {
    expect(accepts({ key: 'zone', operator: 'In', values: ['a', 'b'] })).toBe(true);
    expect(accepts({ key: 'zone', operator: 'NotIn', values: ['a'] })).toBe(false);
    expect(accepts({ key: 'zone', operator: 'NotIn', values: ['b'] })).toBe(true);
    expect(accepts({ key: 'zone', operator: 'Exists' })).toBe(true);
    expect(accepts({ key: 'zone', operator: 'DoesNotExist' })).toBe(false);
  });

  it('takes a missing label for one that is not in the list', () => {
    expect(accepts({ key: 'rack', operator: 'NotIn', values: ['r1'] })).toBe(true);
    expect(accepts({ key: 'rack', operator: 'In', values: ['r1'] })).toBe(false);
  });

  it('compares only whole numbers by size', () => {
    expect(accepts({ key: 'gpu', operator: 'Gt', values: ['1'] })).toBe(false);
    expect(accepts({ key: 'slots', operator: 'Lt', values: ['1e9'] })).toBe(false);
    expect(accepts({ key: 'rack', operator: 'Lt', values: ['9'] })).toBe(false);
  });

  it('wants all requirements of one term, of any term', () => {
    const zoneA: Requirement = { key: 'zone', operator: 'In', values: ['a'] };
    const t4: Requirement = { key: 'gpu', operator: 'In', values: ['t4'] };
    expect(acceptsNode({ affinityTerms: [[zoneA, t4]] }, labels)).toBe(false);
    expect(acceptsNode({ affinityTerms: [[t4], [zoneA]] }, labels)).toBe(true);
  });

  it('accepts no node by a term without requirements', () => {
    expect(acceptsNode({ affinityTerms: [[]] }, labels)).toBe(false);
  });

  it('does not take what every object inherits for a label', () => {
    expect(accepts({ key: 'constructor', operator: 'Exists' })).toBe(false);
  });
});

describe('unmetRequirements()', () => {
  it('shows the label that stands against the one wanted', () => {
    expect(unmetRequirements({ nodeSelector: { gpu: 't4', zone: 'a', rack: 'r1' } }, labels)).toEqual([
      { requirement: { key: 'gpu', operator: 'In', values: ['t4'] }, label: 'a100' },
      { requirement: { key: 'rack', operator: 'In', values: ['r1'] }, label: null }
    ]);
  });

  it('is empty for a node that is accepted by its second term', () => {
    const terms: Requirement[][] = [[{ key: 'rack', operator: 'Exists' }], [{ key: 'gpu', operator: 'Exists' }]];
    expect(unmetRequirements({ affinityTerms: terms }, labels)).toEqual([]);
  });

  it('goes through every term where none is met', () => {
    const terms: Requirement[][] = [[{ key: 'rack', operator: 'Exists' }], [{ key: 'row', operator: 'Exists' }]];
    expect(unmetRequirements({ affinityTerms: terms }, labels).map((u) => u.requirement.key)).toEqual(['rack', 'row']);
  });
});

describe('selects()', () => {
  it('wants matchLabels and matchExpressions together', () => {
    const selector = {
      matchLabels: { zone: 'a' },
      matchExpressions: [{ key: 'gpu', operator: 'DoesNotExist' }]
    } as const;
    expect(selects(selector, { zone: 'a' })).toBe(true);
    expect(selects(selector, labels)).toBe(false);
  });

  it('selects nothing where it sets no condition', () => {
    expect(selects({}, labels)).toBe(false);
  });
});
