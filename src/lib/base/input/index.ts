/**
 * Input: YAML and CSV read against a schema, with the line and column of everything that is wrong with them. Readers
 * never throw at their input; they give the value or the whole list of problems, each with the nearest known word.
 *
 * @module
 */
export { checkSchema, type Placed, readWith } from './check.ts';
export { type Checked, formatProblem, inOrder, type Path, pathText, type Place, type Problem } from './problem.ts';
export { type CsvRow, numberText, readCsv } from './read-csv.ts';
export { type ReadOptions, readYaml, type ReadYaml } from './read-yaml.ts';
export { didYouMean, suggest } from './suggest.ts';
export { editYaml, type YamlEdit } from './edit-yaml.ts';
export { parseYaml, type YamlDocument, type YamlDocuments } from './yaml.ts';
