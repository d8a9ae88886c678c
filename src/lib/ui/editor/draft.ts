const KEY = 'lab-draft';

/** What was typed in this tab before a reload; undefined where nothing was, or the browser keeps nothing. */
export function readDraft(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is being typed until the tab is closed. */
export function keepDraft(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Storage is full or forbidden; what was typed still stands on the page.
  }
}
