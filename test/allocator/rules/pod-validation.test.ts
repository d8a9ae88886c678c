import { describe, expect, it } from 'vitest';
import { fieldErrorText } from '../../../src/lib/allocator/rules/field-error.ts';
import { validatePodSpec, type WrittenPodSpec } from '../../../src/lib/allocator/rules/pod-validation.ts';

const complaints = (spec: WrittenPodSpec): string[] => validatePodSpec(spec).map(fieldErrorText);

describe('validatePodSpec()', () => {
  it('accepts a pod that says nothing', () => {
    expect(complaints({})).toEqual([]);
  });

  it('names the restart policies that there are', () => {
    expect(complaints({ restartPolicy: 'Sometimes' })).toEqual([
      'spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"'
    ]);
  });

  it('wants a deadline of at least a second', () => {
    expect([complaints({ activeDeadlineSeconds: 0 }), complaints({ activeDeadlineSeconds: 1 })]).toEqual([
      ['spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive'],
      []
    ]);
  });

  it('holds keys and values of a nodeSelector to the rules of labels', () => {
    expect(complaints({ nodeSelector: { 'a b': 'ok', a: '-' } }).map((text) => text.slice(0, 44))).toEqual([
      'spec.nodeSelector: Invalid value: "a b": nam',
      'spec.nodeSelector: Invalid value: "-": a val'
    ]);
  });

  it('lets a toleration without a key stand for all only with Exists', () => {
    const operator = 'spec.tolerations[0].operator: Invalid value: "": operator must be Exists when `key` is empty, ';
    expect([complaints({ tolerations: [{}] }), complaints({ tolerations: [{ operator: 'Exists' }] })]).toEqual([
      [`${operator}which means "match all values and all keys"`],
      []
    ]);
  });

  it('wants no value beside Exists', () => {
    expect(complaints({ tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }] })).toEqual([
      "spec.tolerations[0].operator: Invalid value: Exists: value must be empty when `operator` is 'Exists'"
    ]);
  });

  it('wants NoExecute beside tolerationSeconds', () => {
    const tolerations = [{ key: 'a', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 10 }];
    expect(complaints({ tolerations })).toEqual([
      'spec.tolerations[0].effect: Invalid value: "NoSchedule": effect must be \'NoExecute\' when `tolerationSeconds` is set'
    ]);
  });

  it('names the operators and the effects that there are', () => {
    expect(complaints({ tolerations: [{ key: 'a', operator: 'In', effect: 'Never' }] })).toEqual([
      'spec.tolerations[0].operator: Unsupported value: "In": supported values: "Equal", "Exists"',
      'spec.tolerations[0].effect: Unsupported value: "Never": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"'
    ]);
  });

  it('holds the value beside Equal to the rule of label values', () => {
    expect(complaints({ tolerations: [{ key: 'a', value: '!' }] })[0]).toMatch(
      /^spec\.tolerations\[0\]\.operator: Invalid value: "!": a valid label/
    );
  });
});
