/** A run on a page, and the step at which it stands there: `data-run` and `data-step` of the element that shows it. */
export interface Place {
  readonly run: string;
  readonly step: number;
}

/** Where an element stands on the screen, in CSS pixels from its top. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  /** Whether the reader touched it or moved the focus into it last. */
  readonly used: boolean;
}

/**
 * The one of some boxes at which a reader is: the one used last while any of it can be seen, else the one nearest the
 * middle of the screen, else the one used last, and where none was, the nearest. Undefined without boxes.
 *
 * @param height of the screen
 */
export function atReader<B extends Box>(boxes: readonly B[], height: number): B | undefined {
  const seen = boxes.filter(({ top, bottom }) => bottom > 0 && top < height);
  const used = (among: readonly B[]): B | undefined => among.find((box) => box.used);
  return used(seen) ?? nearest(seen, height / 2) ?? used(boxes) ?? nearest(boxes, height / 2);
}

function nearest<B extends Box>(boxes: readonly B[], middle: number): B | undefined {
  const far = ({ top, bottom }: Box): number => Math.max(top - middle, middle - bottom, 0);
  return boxes.reduce<B | undefined>(
    (best, box) => (best === undefined || far(box) < far(best) ? box : best),
    undefined
  );
}

/** The element around another that shows a run; undefined where none does. */
export const runAround = (target: EventTarget | null): Element | undefined =>
  (target instanceof Element ? target.closest('[data-run]') : null) ?? undefined;

/**
 * The run at which the reader of a page is; undefined where the page shows none.
 *
 * @param used the element that was used last
 */
export function placeOfReader(page: Document, used: Element | undefined): Place | undefined {
  const shown = [...page.querySelectorAll<HTMLElement>('[data-run]')].filter(
    // What stands beside the text is in view all the time, so it counts only for whoever uses it.
    (element) => element.checkVisibility() && (element === used || element.closest('aside') === null)
  );
  const boxes = shown.map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const { run = '', step } = element.dataset;
    return { top, bottom, used: element === used, run, step: Number(step) };
  });
  return atReader(boxes, page.documentElement.clientHeight);
}
