/**
 * The objects that kubectl sends, and `kubectl run --overrides`: JSON that is merged into the pod first. It is the only
 * way that current versions leave to ask for a GPU on the command line.
 *
 * Source: kubernetes `staging/src/k8s.io/kubectl/pkg/cmd/util/override_options.go`; RFC 7396 (JSON merge patch).
 *
 * @module
 */
import { formatQuantity, parseQuantity } from '#lib/base/units/index.ts';
import { KubectlError } from './kubectl-flags.ts';

type Texts = Readonly<Record<string, string>>;

/** What matters here of an object that kubectl sends; an absent list is not in it. Amounts are canonical. */
export interface KubectlObject {
  readonly kind: string;
  readonly name: string;
  readonly labels?: Texts;
  readonly requests?: Texts;
  readonly limits?: Texts;
  readonly restartPolicy?: string;
  readonly hard?: Texts;
}

type Amounts = Readonly<Record<string, string | number>>;

/** What of an override touches the fields above. */
interface PodOverride {
  readonly metadata?: { readonly name?: string; readonly labels?: Texts };
  readonly spec?: {
    readonly restartPolicy?: string;
    readonly containers?: readonly {
      readonly resources?: { readonly requests?: Amounts; readonly limits?: Amounts };
    }[];
  };
}

/**
 * The pod with the fields that the JSON gives. A list replaces a list as a whole: an override of the containers must
 * give the container in full, and what flags had written into it is gone.
 *
 * @throws {KubectlError} for a text that is no JSON object
 * @throws {QuantityError} for an amount that is no quantity
 */
export function applyOverrides(pod: KubectlObject, json: string): KubectlObject {
  const { metadata = {}, spec = {} } = parse(json);
  const { requests, limits, ...rest } = pod;
  const resources = spec.containers === undefined ? { requests, limits } : (spec.containers[0]?.resources ?? {});
  return {
    ...rest,
    ...(metadata.name !== undefined && { name: metadata.name }),
    ...(metadata.labels !== undefined && { labels: { ...pod.labels, ...metadata.labels } }),
    ...(spec.restartPolicy !== undefined && { restartPolicy: spec.restartPolicy }),
    ...(resources.requests !== undefined && { requests: canonicalAmounts(resources.requests) }),
    ...(resources.limits !== undefined && { limits: canonicalAmounts(resources.limits) })
  };
}

function parse(json: string): PodOverride {
  let override: unknown;
  try {
    override = JSON.parse(json);
  } catch {
    override = null;
  }
  if (typeof override !== 'object' || override === null) throw new KubectlError('Invalid JSON Patch');
  return override;
}

/** Each amount in its canonical text. @throws {QuantityError} for a text that is no quantity */
export const canonicalAmounts = (amounts: Amounts): Texts =>
  Object.fromEntries(Object.entries(amounts).map(([name, text]) => [name, formatQuantity(parseQuantity(text))]));
