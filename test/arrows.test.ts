import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowed, brokenArrow } from './arrows/check.ts';
import { arrowsOf } from './arrows/imports.ts';
import { modules, top } from './arrows/table.ts';

/** Faults of one file, given as its path and its text. */
const faults = (path: string, source: string): string[] =>
  arrowsOf(path, source).flatMap((arrow) => brokenArrow(arrow) ?? []);

const sources = ['src/lib/', ...top].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => /\.(ts|js|mjs|svelte)$/.test(file) && statSync(file).isFile())
);

describe('the imports of src', () => {
  it('go down the table of modules, through entries only', () => {
    expect(sources.flatMap((path) => faults(path, readFileSync(path, 'utf8')))).toEqual([]);
  });
});

describe('the table of modules', () => {
  it('lets no module import its own level or a higher one', () => {
    const upward = Object.entries(modules).flatMap(([name, { level }]) =>
      [...allowed(name)].filter((other) => (modules[other]?.level ?? Infinity) >= level).map((other) => [name, other])
    );
    expect(upward).toEqual([]);
  });
});

describe('brokenArrow()', () => {
  it.each([
    ['an upward import', 'allocator/rules/fit.ts', "import { run } from '#lib/allocator/sim/index.ts';"],
    ['a sibling', 'base/units/parse.ts', "import { read } from '#lib/base/input/index.ts';"],
    ['an import of a type', 'allocator/rules/fit.ts', "import type { Run } from '#lib/allocator/sim/index.ts';"],
    ['a re-export', 'allocator/rules/index.ts', "export { run } from '#lib/allocator/sim/index.ts';"],
    ['an import at run time', 'allocator/rules/fit.ts', "await import('#lib/allocator/sim/index.ts');"],
    ['an import by path', 'allocator/rules/fit.ts', "import { run } from '../sim/index.ts';"],
    ['an import past an entry', 'allocator/sim/engine.ts', "import { seek } from '#lib/allocator/trace/seek.ts';"],
    ['an import of a page', 'teaching/explain/rows.ts', "import { load } from '../../../routes/+page.ts';"],
    ['a module that is not in the table', 'allocator/magic/index.ts', "import { x } from '#lib/base/units/index.ts';"],
    ['an import in a component', 'ui/Board.svelte', '<script lang="ts">import { x } from "#lib/other/x.ts";</script>']
  ])('refuses %s', (_, path, source) => {
    expect(faults(`src/lib/${path}`, source)).toHaveLength(1);
  });

  it.each([
    ['a lower module', 'allocator/sim/engine.ts', "import { seek } from '#lib/allocator/trace/index.ts';"],
    ['a file of the same module', 'allocator/sim/engine.ts', "import { pass } from './pass.ts';"],
    ['a package', 'allocator/lifecycle/machine.ts', "import { setup } from 'xstate';"],
    ['the named second entry', 'ui/Chart.svelte', "<script>import '#lib/allocator/lifecycle/machine.ts'</script>"]
  ])('accepts %s', (_, path, source) => {
    expect(faults(`src/lib/${path}`, source)).toEqual([]);
  });
});
