/** A place on the screen, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a finger asks that is drawn across a run: to the left as a page is turned, so the next step. */
export type Swipe = 'next' | 'previous';

/** Pixels that a finger travels at least, which no tap does. */
const LEAST = 48;

/** What a touch from one place to another asks; undefined for one that is short, or as much up or down as across. */
export function swipeOf(from: Point, to: Point): Swipe | undefined {
  const [across, along] = [to.x - from.x, to.y - from.y];
  if (Math.abs(across) < LEAST || Math.abs(across) < 2 * Math.abs(along)) return undefined;
  return across < 0 ? 'next' : 'previous';
}

/** Whether a touch there moves something else: a slider, a dialog, or what scrolls sideways. */
function takesTouch(touched: Element, frame: Element): boolean {
  if (touched.closest('dialog, input, select, textarea') !== null) return true;
  for (let at: Element | null = touched; at !== null && at !== frame; at = at.parentElement) {
    const { overflowX } = getComputedStyle(at);
    if ((overflowX === 'auto' || overflowX === 'scroll') && at.scrollWidth > at.clientWidth) return true;
  }
  return false;
}

/** A page that is zoomed in by two fingers is moved by one. */
const isZoomed = (): boolean => (visualViewport?.scale ?? 1) > 1;

/** An attachment for a frame in which a finger drawn across means something. Scrolling and tapping stay as they are. */
export function swipes(onSwipe: (way: Swipe) => void): (frame: HTMLElement) => () => void {
  return (frame) => {
    let from: Point | undefined;
    const begin = ({ touches, target }: TouchEvent): void => {
      const [touch, second] = touches;
      const free = touch !== undefined && second === undefined && !isZoomed() && !takesTouch(target as Element, frame);
      from = free ? { x: touch.clientX, y: touch.clientY } : undefined;
    };
    const end = ({ changedTouches: [touch] }: TouchEvent): void => {
      const way =
        from === undefined || touch === undefined ? undefined : swipeOf(from, { x: touch.clientX, y: touch.clientY });
      from = undefined;
      if (way !== undefined) onSwipe(way);
    };
    const drop = (): void => (from = undefined);
    frame.addEventListener('touchstart', begin, { passive: true });
    frame.addEventListener('touchend', end, { passive: true });
    frame.addEventListener('touchcancel', drop, { passive: true });
    return () => {
      frame.removeEventListener('touchstart', begin);
      frame.removeEventListener('touchend', end);
      frame.removeEventListener('touchcancel', drop);
    };
  };
}
