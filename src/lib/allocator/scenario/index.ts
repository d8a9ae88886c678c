/** What a run starts from: the scenario file, its schema and checks, its presets, and the form the engine reads. */
export type * from './types.ts';
export { expand, type Expanded } from './expand.ts';
export { presets } from './presets.ts';
export {
  readScenario,
  readScenarioData,
  readScenarioFile,
  withSetting,
  type ReadScenario,
  type ReadScenarioFile,
  type Setting
} from './read.ts';
export { policyChoices, scenarioSchema, type ScenarioFile, type ScenarioInput } from './schema.ts';
export { hasApiServer } from './validity.ts';
export { sizeOf, type ScenarioSize } from './size.ts';
