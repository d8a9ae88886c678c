/** What an embedded page tells the page around it, whenever it changes: the height of its content in CSS pixels. */
export interface HeightMessage {
  readonly type: 'still-pending:height';
  readonly height: number;
}

/**
 * Tells the page around a frame how high the content is, now and after every change, as long as the frame stands. The
 * message holds nothing private, so any page may read it.
 */
export function tellHeight(frame: Window): void {
  const { body } = frame.document;
  new ResizeObserver(() => {
    const message: HeightMessage = { type: 'still-pending:height', height: Math.ceil(body.offsetHeight) };
    frame.parent.postMessage(message, '*');
  }).observe(body);
}
