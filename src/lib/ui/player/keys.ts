import type { PlayerCommand } from '#lib/teaching/player/index.ts';
import { isEmbedded } from '../embed/embedded.ts';

/** What a key asks of the page that shows a player. */
export type KeyAct =
  | PlayerCommand
  | { readonly type: 'playOrPause' | 'nextDecision' | 'nextMoment' | 'previousMoment' | 'askStep' | 'showKeys' };

/** A line of the list of keys: what to press and what it does. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

export const keyLines: readonly KeyLine[] = [
  { keys: ['→'], does: 'Next step' },
  { keys: ['←'], does: 'Previous step' },
  { keys: ['Space'], does: 'Play or pause' },
  { keys: ['Home'], does: 'First step' },
  { keys: ['End'], does: 'Last step' },
  { keys: ['N'], does: 'Next decision' },
  { keys: [']', 'Shift + →'], does: 'Next key moment' },
  { keys: ['[', 'Shift + ←'], does: 'Previous key moment' },
  { keys: ['G'], does: 'Go to a step by its number' },
  { keys: ['R'], does: 'Back to the start' },
  { keys: ['+', '−'], does: 'Faster, slower' },
  { keys: ['P'], does: 'Present to a class' },
  { keys: ['?'], does: 'These keys' }
];

const plain: Readonly<Record<string, KeyAct>> = {
  ' ': { type: 'playOrPause' },
  ArrowRight: { type: 'next' },
  ArrowLeft: { type: 'previous' },
  Home: { type: 'first' },
  End: { type: 'last' }
};

const withShift: Readonly<Record<string, KeyAct>> = {
  ArrowRight: { type: 'nextMoment' },
  ArrowLeft: { type: 'previousMoment' }
};

/** Keys that write a character: they can be switched off (WCAG 2.1.4). Shift may be needed to type them. */
const single: Readonly<Record<string, KeyAct>> = {
  ']': { type: 'nextMoment' },
  '[': { type: 'previousMoment' },
  n: { type: 'nextDecision' },
  g: { type: 'askStep' },
  r: { type: 'first' },
  '+': { type: 'faster' },
  '=': { type: 'faster' },
  '-': { type: 'slower' },
  '?': { type: 'showKeys' }
};

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What a pressed key asks; `undefined` for any other key and for those of the browser (with Ctrl, Alt or Meta). */
export function keyAct(pressed: Pressed, singleKeys: boolean): KeyAct | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  const act = (pressed.shiftKey ? withShift : plain)[pressed.key];
  return act ?? (singleKeys ? single[pressed.key.toLowerCase()] : undefined);
}

const arrows = ['ArrowRight', 'ArrowLeft', 'Home', 'End'];
const fields = 'select, textarea, [contenteditable], input:not([type=range], [type=checkbox], [type=radio])';
const arrowWidgets = 'input[type=range], input[type=radio], [role=tab], [data-own-keys]';
const spaceWidgets = 'button, summary, input[type=checkbox], input[type=radio], [role=tab]';

/** Whether the player must leave a key alone: the element in focus uses it itself, or keys do not act here. */
export function usesKey(focused: Element, key: string): boolean {
  if (!keysAct(focused) || focused.closest('dialog') !== null || focused.closest(fields) !== null) return true;
  if (key === ' ') return focused.closest(spaceWidgets) !== null;
  return arrows.includes(key) && focused.closest(arrowWidgets) !== null;
}

/** Whether keys may act: within a frame only while something of the page in it has the focus, as WCAG 2.1.4 has it. */
const keysAct = ({ ownerDocument }: Element): boolean =>
  !isEmbedded(ownerDocument.documentElement) || ownerDocument.activeElement !== ownerDocument.body;
