/**
 * The modules of `src/lib` and what each may import (README, "Layout"). Imports go down: every module in `mayImport`
 * stands on a lower level, which `arrows.test.ts` checks too.
 */
export interface ModuleRow {
  readonly level: number;
  readonly room: 'base' | 'allocator' | 'teaching' | 'ui';
  /** Names of modules; `below: n` stands for all modules of levels 0 to n. */
  readonly mayImport: readonly (string | { readonly below: number })[];
}

export const modules: Readonly<Record<string, ModuleRow>> = {
  units: { level: 0, room: 'base', mayImport: [] },
  input: { level: 0, room: 'base', mayImport: [] },
  random: { level: 0, room: 'base', mayImport: [] },
  lifecycle: { level: 0, room: 'allocator', mayImport: [] },
  growth: { level: 1, room: 'teaching', mayImport: ['random'] },
  rules: { level: 1, room: 'allocator', mayImport: ['units'] },
  quiz: { level: 1, room: 'teaching', mayImport: ['input', 'random'] },
  scenario: { level: 2, room: 'allocator', mayImport: ['units', 'input', 'random', 'lifecycle', 'rules'] },
  progress: { level: 2, room: 'teaching', mayImport: ['quiz', 'lifecycle'] },
  trace: { level: 3, room: 'allocator', mayImport: ['units', 'lifecycle', 'scenario'] },
  manifest: { level: 3, room: 'allocator', mayImport: ['units', 'input', 'rules', 'scenario'] },
  share: { level: 3, room: 'teaching', mayImport: ['scenario'] },
  sim: { level: 4, room: 'allocator', mayImport: ['units', 'random', 'lifecycle', 'rules', 'scenario', 'trace'] },
  metrics: { level: 4, room: 'allocator', mayImport: ['units', 'lifecycle', 'rules', 'scenario', 'trace'] },
  worker: { level: 5, room: 'allocator', mayImport: ['input', 'scenario', 'trace', 'sim', 'metrics'] },
  explain: { level: 5, room: 'teaching', mayImport: [{ below: 3 }, 'metrics'] },
  player: { level: 5, room: 'teaching', mayImport: ['trace'] },
  fork: { level: 6, room: 'teaching', mayImport: [{ below: 5 }] },
  measure: { level: 6, room: 'teaching', mayImport: [{ below: 5 }] },
  predict: { level: 6, room: 'teaching', mayImport: [{ below: 5 }] },
  content: { level: 7, room: 'teaching', mayImport: [{ below: 6 }] },
  ui: { level: 8, room: 'ui', mayImport: [{ below: 7 }] }
};

/** A way into a module beside its `index.ts`. */
export const secondEntries: readonly string[] = [
  'src/lib/allocator/lifecycle/machine.ts',
  // A page looks at a text with this before it loads what reads manifests.
  'src/lib/allocator/manifest/detect.ts',
  'src/lib/allocator/worker/browser.ts',
  'src/lib/teaching/progress/indexed-db.ts'
];

/** Programs and pages stand above all modules: they may import any of them, through its entry. */
export const top: readonly string[] = ['src/routes/', 'src/cli/', 'src/build/', 'src/bench/'];

/**
 * The case runners hold single rules against cases, and the benchmarks measure single structures, as tests do, so they may
 * import any file of a module.
 */
export const insiders: readonly string[] = ['src/cli/case-', 'src/cli/cases/', 'src/bench/timed/'];
