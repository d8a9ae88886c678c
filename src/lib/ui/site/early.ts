/** A press or a choice that came while the page was only HTML, with the state that the field had then. */
interface Early {
  readonly field: HTMLElement;
  readonly type: 'click' | 'input' | 'change';
  readonly value?: string;
  readonly checked?: boolean;
}

declare global {
  interface Window {
    /** Of `static/early.js`: what was kept, in order. From then on nothing is kept any more. */
    takeEarly?: () => readonly Early[];
  }
}

/** Does again what a visitor pressed, typed or chose before the page could answer. To be called once it can. */
export function redoEarly(): void {
  for (const { field, type, value, checked } of window.takeEarly?.() ?? []) {
    if (!field.isConnected) continue;
    if (type === 'click') {
      field.click();
      continue;
    }
    // Waking up has set the field to what the page began with.
    if (checked !== undefined) Object.assign(field, { checked });
    if (value !== undefined) Object.assign(field, { value });
    field.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
