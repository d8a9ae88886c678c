/**
 * Which texts the API server takes as names of labels and resources, and what it says of the others.
 *
 * Source: kubernetes `apimachinery/pkg/util/validation/validation.go`, v1.31 to v1.35.
 *
 * @module
 */

const NAME_PATTERN = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE_PATTERN = `(${NAME_PATTERN})?`;
const DOMAIN_LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DOMAIN_PATTERN = `${DOMAIN_LABEL}(\\.${DOMAIN_LABEL})*`;

const NAME_LENGTH = 63;
const DOMAIN_LENGTH = 253;

const EMPTY = 'must be non-empty';
const NAME_RULE =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const DOMAIN_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and " +
  'end with an alphanumeric character';
const LABEL_VALUE_RULE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and " +
  'end with an alphanumeric character';

const tooLong = (most: number): string => `must be no more than ${most} characters`;

// Two blanks before each "or": the API server puts one at the end of every example and one before the next.
const patternError = (rule: string, pattern: string, examples: readonly string[]): string =>
  `${rule} (e.g. ${examples.map((e) => `'${e}', `).join(' or ')}regex used for validation is '${pattern}')`;

const NAME_ERROR = patternError(NAME_RULE, NAME_PATTERN, ['MyName', 'my.name', '123-abc']);

function textErrors(text: string, most: number, pattern: string, patternMessage: string): string[] {
  const errors: string[] = [];
  if (text.length > most) errors.push(tooLong(most));
  if (!new RegExp(`^${pattern}$`).test(text)) errors.push(patternMessage);
  return errors;
}

/** What is wrong with a DNS name such as `nvidia.com`. */
const domainErrors = (text: string): string[] =>
  textErrors(text, DOMAIN_LENGTH, DOMAIN_PATTERN, patternError(DOMAIN_RULE, DOMAIN_PATTERN, ['example.com']));

/** What is wrong with the value of a label; empty where nothing is. */
export const labelValueErrors = (text: string): string[] =>
  textErrors(
    text,
    NAME_LENGTH,
    LABEL_VALUE_PATTERN,
    patternError(LABEL_VALUE_RULE, LABEL_VALUE_PATTERN, ['MyValue', 'my_value', '12345'])
  );

function prefixErrors(prefix: string): string[] {
  const errors = prefix === '' ? [EMPTY] : domainErrors(prefix);
  return errors.map((error) => `prefix part ${error}`);
}

function nameErrors(name: string): string[] {
  const errors = textErrors(name, NAME_LENGTH, NAME_PATTERN, NAME_ERROR);
  return [...(name === '' ? [EMPTY] : []), ...errors].map((error) => `name part ${error}`);
}

/** What is wrong with a name such as `cpu` or `nvidia.com/gpu`, in the API server's words; empty where nothing is. */
export function qualifiedNameErrors(text: string): string[] {
  const parts = text.split('/');
  if (parts.length > 2)
    return [`a qualified name ${NAME_ERROR} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  const [prefix, name] = parts.length === 2 ? parts : [undefined, parts[0]];
  return [...(prefix === undefined ? [] : prefixErrors(prefix)), ...nameErrors(name!)];
}
