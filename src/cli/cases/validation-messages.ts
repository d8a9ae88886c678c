import { defaultContainer } from '#lib/allocator/rules/container-defaults.ts';
import type { FieldError } from '#lib/allocator/rules/field-error.ts';
import { validatePodSpec, type WrittenPodSpec } from '#lib/allocator/rules/pod-validation.ts';
import { validateContainer } from '#lib/allocator/rules/validation.ts';
import { type CaseContainer, containerTexts, readContainer } from '../case-container.ts';
import { type Case, type CaseCheck, differences, UnknownKind } from '../case-kit.ts';

/** An error as cases write it: a long detail by how it begins, a value that the API server prints in Go's own way not at all. */
type ExpectedError = Partial<FieldError> & { readonly detailIsPrefix?: boolean };

interface ValidationCase extends Case, CaseContainer {
  readonly podSpec?: WrittenPodSpec;
  readonly expect: { readonly errors: readonly ExpectedError[] };
}

const RESOURCES = 'spec.containers[0].resources';

const matches = (expected: ExpectedError, actual: FieldError): boolean =>
  expected.field === actual.field &&
  expected.type === actual.type &&
  (expected.value === undefined || String(expected.value) === String(actual.value)) &&
  (expected.detailIsPrefix ? actual.detail.startsWith(expected.detail!) : actual.detail === expected.detail);

/** Topic `validation-messages`: one container after defaulting, and the rest of its pod. Errors compare as a set. */
export const check: CaseCheck = (c) => {
  if (c.kind !== undefined) throw new UnknownKind(c.kind);
  const { podSpec = {}, expect, ...container } = c as ValidationCase;
  const stored = defaultContainer(readContainer(container));
  const errors = [...validateContainer(stored, RESOURCES), ...validatePodSpec(podSpec)];
  const { requests, limits } = containerTexts(stored);
  const actual = { valid: errors.length === 0, requestsAfterDefaulting: requests, limitsAfterDefaulting: limits };
  const { errors: expectedErrors, ...rest } = expect;
  const same =
    errors.length === expectedErrors.length &&
    expectedErrors.every((e) => errors.some((a) => matches(e, a))) &&
    errors.every((a) => expectedErrors.some((e) => matches(e, a)));
  return [...differences(rest, actual), ...(same ? [] : [{ at: 'errors', expected: expectedErrors, actual: errors }])];
};
