/**
 * What a key asks of a run that is shown to a class: a command to its player, to blank the screen, or the run before or
 * behind this one.
 */
export type PresentAct =
  | { readonly type: 'next' | 'previous' | 'first' | 'last' }
  | { readonly type: 'blank' }
  | { readonly type: 'run'; readonly by: 1 | -1 };

/** PgDn, PgUp and the full stop are what presentation clickers send. */
const plain: Readonly<Record<string, PresentAct>> = {
  ArrowRight: { type: 'next' },
  PageDown: { type: 'next' },
  ArrowLeft: { type: 'previous' },
  PageUp: { type: 'previous' },
  Home: { type: 'first' },
  End: { type: 'last' },
  '.': { type: 'blank' }
};

/** Shift with an arrow goes to a key moment in the player, so another run is asked for by a larger leap. */
const withShift: Readonly<Record<string, PresentAct>> = {
  ...plain,
  PageDown: { type: 'run', by: 1 },
  PageUp: { type: 'run', by: -1 }
};

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a pressed key asks; `undefined` for any other key and for those of the browser (with Ctrl, Alt or Meta). */
export const presentAct = ({ key, shiftKey, ctrlKey, altKey, metaKey }: Pressed): PresentAct | undefined =>
  ctrlKey || altKey || metaKey ? undefined : (shiftKey ? withShift : plain)[key];
