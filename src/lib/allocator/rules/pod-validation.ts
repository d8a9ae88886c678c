/**
 * What the API server accepts in a pod's specification besides resources, as far as scheduling reads it.
 *
 * Source: kubernetes `pkg/apis/core/validation/validation.go`, v1.31 to v1.35.
 *
 * @module
 */
import { type FieldError, invalid, invalidBare, unsupported } from './field-error.ts';
import { labelValueErrors, qualifiedNameErrors } from './qualified-name.ts';
import type { Labels } from './selector.ts';

/** A toleration as it was written, before anything is known of its words. */
export interface WrittenToleration {
  readonly key?: string;
  readonly operator?: string;
  readonly value?: string;
  readonly effect?: string;
  readonly tolerationSeconds?: number;
}

/** A pod's specification as it was written; an absent field is valid. */
export interface WrittenPodSpec {
  readonly restartPolicy?: string;
  readonly activeDeadlineSeconds?: number;
  readonly nodeSelector?: Labels;
  readonly tolerations?: readonly WrittenToleration[];
}

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const OPERATORS = ['Equal', 'Exists'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const LONGEST_DEADLINE = 2_147_483_647;

/** Everything that is wrong with a pod's specification; empty where it is accepted. */
export function validatePodSpec(spec: WrittenPodSpec): FieldError[] {
  return [
    ...validateChoice('spec.restartPolicy', spec.restartPolicy, RESTART_POLICIES),
    ...validateDeadline(spec.activeDeadlineSeconds),
    ...validateLabels(spec.nodeSelector ?? {}, 'spec.nodeSelector'),
    ...(spec.tolerations ?? []).flatMap((t, i) => validateToleration(t, `spec.tolerations[${i}]`))
  ];
}

/** An absent or empty choice means the default, or all. */
const validateChoice = (field: string, value: string | undefined, choices: readonly string[]): FieldError[] =>
  value === undefined || value === '' || choices.includes(value) ? [] : [unsupported(field, value, choices)];

function validateDeadline(seconds: number | undefined): FieldError[] {
  if (seconds === undefined || (seconds >= 1 && seconds <= LONGEST_DEADLINE)) return [];
  return [invalid('spec.activeDeadlineSeconds', seconds, `must be between 1 and ${LONGEST_DEADLINE}, inclusive`)];
}

const validateLabels = (labels: Labels, field: string): FieldError[] =>
  Object.entries(labels).flatMap(([key, value]) => [
    ...qualifiedNameErrors(key).map((detail) => invalid(field, key, detail)),
    ...labelValueErrors(value).map((detail) => invalid(field, value, detail))
  ]);

function validateToleration(toleration: WrittenToleration, field: string): FieldError[] {
  const { key = '', operator = '', effect = '', tolerationSeconds } = toleration;
  const errors = key === '' ? [] : qualifiedNameErrors(key).map((detail) => invalid(`${field}.key`, key, detail));
  if (key === '' && operator !== 'Exists')
    errors.push(
      invalid(
        `${field}.operator`,
        operator,
        'operator must be Exists when `key` is empty, which means "match all values and all keys"'
      )
    );
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    errors.push(invalid(`${field}.effect`, effect, "effect must be 'NoExecute' when `tolerationSeconds` is set"));
  return [
    ...errors,
    ...validateOperator(operator, toleration.value ?? '', `${field}.operator`),
    ...validateChoice(`${field}.effect`, effect, EFFECTS)
  ];
}

/** The operator says what a value may be. No operator means Equal. */
function validateOperator(operator: string, value: string, field: string): FieldError[] {
  if (operator === 'Exists')
    return value === '' ? [] : [invalidBare(field, operator, "value must be empty when `operator` is 'Exists'")];
  const wrong = labelValueErrors(value);
  if (operator === '' || operator === 'Equal')
    return wrong.length === 0 ? [] : [invalid(field, value, wrong.join(';'))];
  return validateChoice(field, operator, OPERATORS);
}
