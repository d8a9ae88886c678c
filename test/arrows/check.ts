import type { Arrow } from './imports.ts';
import { insiders, modules, secondEntries, top } from './table.ts';

/** The folder of a module, with a slash at its end. */
export const folderOf = (name: string): string => {
  const room = modules[name]?.room;
  return room === 'ui' ? 'src/lib/ui/' : `src/lib/${room}/${name}/`;
};

const moduleOf = (path: string): string | undefined =>
  Object.keys(modules).find((name) => path.startsWith(folderOf(name)));

/** The modules that a module may import, by name. */
export function allowed(name: string): ReadonlySet<string> {
  const entries = modules[name]?.mayImport ?? [];
  return new Set(
    entries.flatMap((entry) =>
      typeof entry === 'string'
        ? [entry]
        : Object.keys(modules).filter((other) => (modules[other]?.level ?? Infinity) <= entry.below)
    )
  );
}

const isEntry = (path: string, name: string): boolean =>
  // Components have no index: one file is one component.
  name === 'ui' || path === `${folderOf(name)}index.ts` || secondEntries.includes(path);

const passesByEntries = (path: string): boolean => insiders.some((start) => path.startsWith(start));
/** Programs and pages may import what they like outside `src/lib`, a component what is drawn at build, a module nothing. */
const mayLeave = (from: string, to: string): boolean =>
  top.some((folder) => from.startsWith(folder)) || (moduleOf(from) === 'ui' && to.startsWith('src/build/'));

function fault(from: string, to: string): string | undefined {
  const source = moduleOf(from);
  const target = moduleOf(to);
  if (from.startsWith('src/lib/') && source === undefined) return 'is in no module of the table';
  if (to.startsWith('src/lib/') && target === undefined) return 'leads to no module of the table';
  if (target === undefined) return mayLeave(from, to) ? undefined : 'leaves src/lib';
  if (source === target) return undefined;
  if (source !== undefined && !allowed(source).has(target)) return `${source} may not import ${target}`;
  return isEntry(to, target) || passesByEntries(from) ? undefined : `passes by the entry of ${target}`;
}

/** What is wrong with an import by the table of modules; `undefined` where nothing is. */
export function brokenArrow({ from, to }: Arrow): string | undefined {
  const reason = fault(from, to);
  return reason === undefined ? undefined : `${from} → ${to}: ${reason}`;
}
