/**
 * Choosing objects by their labels: nodeSelector and required node affinity for nodes, label selectors for pods.
 *
 * Source: kubernetes `component-helpers/scheduling/corev1/nodeaffinity` and `apimachinery/pkg/labels/selector.go`.
 *
 * @module
 */

export type Labels = Readonly<Record<string, string>>;

/** One condition on labels. `values` is a list for In and NotIn, one whole number for Gt and Lt, absent otherwise. */
export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values?: readonly string[];
}

/** Conditions that must all hold. */
export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly Requirement[];
}

/** Which nodes a pod accepts: every label of `nodeSelector`, and all requirements of at least one `affinityTerms`. */
export interface NodeChoice {
  readonly nodeSelector?: Labels;
  readonly affinityTerms?: readonly (readonly Requirement[])[];
}

/** A requirement that a node does not meet, with the label it has instead; null where it has none of that key. */
export interface UnmetRequirement {
  readonly requirement: Requirement;
  readonly label: string | null;
}

const labelOf = (labels: Labels, key: string): string | null =>
  Object.hasOwn(labels, key) ? (labels[key] ?? null) : null;

const WHOLE = /^[+-]?\d+$/;

function meets(label: string | null, { operator, values = [] }: Requirement): boolean {
  switch (operator) {
    case 'In':
      return label !== null && values.includes(label);
    case 'NotIn':
      return label === null || !values.includes(label);
    case 'Exists':
      return label !== null;
    case 'DoesNotExist':
      return label === null;
    case 'Gt':
    case 'Lt': {
      const bound = values[0];
      if (label === null || bound === undefined || !WHOLE.test(label) || !WHOLE.test(bound)) return false;
      return operator === 'Gt' ? Number(label) > Number(bound) : Number(label) < Number(bound);
    }
  }
}

const equalities = (labels: Labels = {}): Requirement[] =>
  Object.entries(labels).map(([key, value]) => ({ key, operator: 'In', values: [value] }));

function unmet(labels: Labels, requirements: readonly Requirement[]): UnmetRequirement[] {
  return requirements
    .map((requirement) => ({ requirement, label: labelOf(labels, requirement.key) }))
    .filter(({ requirement, label }) => !meets(label, requirement));
}

/** Whether labels satisfy a selector; one without conditions selects nothing, as in a PodDisruptionBudget. */
export function selects({ matchLabels, matchExpressions = [] }: LabelSelector, labels: Labels): boolean {
  const requirements = [...equalities(matchLabels), ...matchExpressions];
  return requirements.length > 0 && unmet(labels, requirements).length === 0;
}

/** Whether a pod accepts a node with these labels. A term without requirements accepts no node. */
export function acceptsNode(choice: NodeChoice, labels: Labels): boolean {
  if (unmet(labels, equalities(choice.nodeSelector)).length > 0) return false;
  const terms = choice.affinityTerms;
  return terms === undefined || terms.some((term) => term.length > 0 && unmet(labels, term).length === 0);
}

/** Everything that a node which is not accepted lacks: of the nodeSelector first, else of every affinity term. */
export function unmetRequirements(choice: NodeChoice, labels: Labels): UnmetRequirement[] {
  if (acceptsNode(choice, labels)) return [];
  const missing = unmet(labels, equalities(choice.nodeSelector));
  return missing.length > 0 ? missing : (choice.affinityTerms ?? []).flatMap((term) => unmet(labels, term));
}
