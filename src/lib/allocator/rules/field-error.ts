/**
 * What the API server reports of a field that it does not accept.
 *
 * Source: kubernetes `apimachinery/pkg/util/validation/field/errors.go`, v1.31 to v1.35.
 *
 * @module
 */

/** Only an invalid and an unsupported value are shown. */
export type FieldErrorType = 'Invalid value' | 'Required value' | 'Forbidden' | 'Unsupported value';

/** One complaint about one field. */
export interface FieldError {
  /** Path such as `spec.containers[0].resources.limits[nvidia.com/gpu]`. */
  readonly field: string;
  readonly type: FieldErrorType;
  readonly value?: string | number;
  /** Values of some types are shown without quotation marks, resource names among them. */
  readonly bare?: boolean;
  readonly detail: string;
}

export const invalid = (field: string, value: string | number, detail: string): FieldError => ({
  field,
  type: 'Invalid value',
  value,
  detail
});

/** An invalid value that is shown without quotation marks. */
export const invalidBare = (field: string, value: string, detail: string): FieldError => ({
  ...invalid(field, value, detail),
  bare: true
});

export const required = (field: string, detail: string): FieldError => ({ field, type: 'Required value', detail });

export const forbidden = (field: string, detail: string): FieldError => ({ field, type: 'Forbidden', detail });

export const unsupported = (field: string, value: string, supported: readonly string[]): FieldError => ({
  field,
  type: 'Unsupported value',
  value,
  detail: `supported values: ${supported.map((s) => `"${s}"`).join(', ')}`
});

/**
 * The error as the API server prints it. Where that prints the innards of a structure (a quantity or a toleration), the
 * quantity, or the toleration's operator, stands instead.
 */
export function fieldErrorText({ field, type, value, bare = false, detail }: FieldError): string {
  const shown = value === undefined ? '' : `: ${bare || typeof value === 'number' ? value : JSON.stringify(value)}`;
  return `${field}: ${type}${shown}: ${detail}`;
}
