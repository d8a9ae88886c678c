/** What a key asks of a run that is shown to a class: a command to its player, or to blank the screen. */
export type PresentAct = { readonly type: 'next' | 'previous' | 'first' | 'last' } | { readonly type: 'blank' };

/** PgDn, PgUp and the full stop are what presentation clickers send. */
const acts: Readonly<Record<string, PresentAct>> = {
  ArrowRight: { type: 'next' },
  PageDown: { type: 'next' },
  ArrowLeft: { type: 'previous' },
  PageUp: { type: 'previous' },
  Home: { type: 'first' },
  End: { type: 'last' },
  '.': { type: 'blank' }
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a pressed key asks; `undefined` for any other key and for those of the browser (with Ctrl, Alt or Meta). */
export const presentAct = ({ key, ctrlKey, altKey, metaKey }: Pressed): PresentAct | undefined =>
  ctrlKey || altKey || metaKey ? undefined : acts[key];
