/**
 * A choice about the screen that this browser remembers, as text; `undefined` where nothing was chosen or the browser
 * keeps nothing. Answers and progress do not belong here.
 */
export function readPreference(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a choice, or forgets it when the value is `undefined`. Where nothing can be kept it lasts until reload. */
export function storePreference(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage is full or forbidden; the choice still holds on this page.
  }
}
