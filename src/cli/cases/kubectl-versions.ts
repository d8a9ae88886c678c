import { defaultContainer } from '#lib/allocator/rules/container-defaults.ts';
import { type FieldError, fieldErrorText } from '#lib/allocator/rules/field-error.ts';
import { kubectl } from '#lib/allocator/rules/kubectl.ts';
import type { QuantityTexts } from '#lib/allocator/rules/resource-list.ts';
import { validateContainer } from '#lib/allocator/rules/validation.ts';
import { readContainer } from '../case-container.ts';
import { type Case, type CaseCheck, differences, UnknownKind } from '../case-kit.ts';

interface KubectlCase extends Case {
  /** Null where a case asks the API server about the container that a command has made. */
  readonly command: string | null;
  readonly kubectlMinor: string;
  readonly requests?: QuantityTexts | null;
  readonly limits?: QuantityTexts | null;
  readonly expect: { readonly errors?: readonly (string | Partial<FieldError>)[] };
}

/** Cases say in words what JSON an override holds: `<json with containers[0].resources.limits nvidia.com/gpu 2>`. */
const DESCRIBED = /<json with containers\[0\]\.resources\.(\S+) (\S+) ([^\s>]+)>/;

function wordsOf(command: string): string[] {
  const [, part, resource, amount] = DESCRIBED.exec(command) ?? [];
  const json = JSON.stringify({
    spec: { containers: [{ resources: { [part ?? '']: { [resource ?? '']: amount } } }] }
  });
  const words = command.replace(DESCRIBED, '<json>').split(' ');
  return words.slice(1).map((word) => word.replace('<json>', json));
}

const ABSENT = { requests: null, limits: null, labels: null, restartPolicy: null, hard: null };

function client(command: string, minor: number): unknown {
  const result = kubectl(wordsOf(command), minor);
  if (!result.ok) return { ...result, flagAccepted: !result.error.startsWith('unknown flag'), warning: null };
  return { ...result, flagAccepted: true, object: result.object === null ? null : { ...ABSENT, ...result.object } };
}

function server({ requests, limits, expect }: KubectlCase): unknown {
  const container = readContainer({ requests: requests ?? {}, limits: limits ?? {} });
  const errors = validateContainer(defaultContainer(container), 'spec.containers[0].resources');
  const asText = typeof expect.errors?.[0] === 'string';
  return { accepted: errors.length === 0, errors: asText ? errors.map(fieldErrorText) : errors };
}

/** Topic `kubectl-versions`: what kubectl does with a command, by version, and what the API server says of the result. */
export const check: CaseCheck = (c) => {
  if (c.kind !== undefined) throw new UnknownKind(c.kind);
  const fields = c as KubectlCase;
  const { command, kubectlMinor } = fields;
  return differences(c.expect, command === null ? server(fields) : client(command, Number(kubectlMinor.split('.')[1])));
};
