/**
 * Windows that keep a HorizontalPodAutoscaler from following every swing of a metric.
 *
 * Ages and windows in seconds; a recommendation exactly as old as the window is outside it.
 *
 * Source: kubernetes `pkg/controller/podautoscaler/horizontal.go`, v1.31 to v1.35.
 *
 * @module
 */

/** What the metrics asked for `age` ago, before windows and limits. */
export interface Recommendation {
  readonly replicas: number;
  readonly age: number;
}

/** The window for scaling down when there is no behaviour. */
export const SCALE_DOWN_WINDOW_SECONDS = 300;

const inside = (history: readonly Recommendation[], window: number): number[] =>
  history.filter(({ age }) => age < window).map(({ replicas }) => replicas);

/**
 * The number closest to `current` between the least that was asked for in the window for scaling up and the most in the
 * one for scaling down, the present wish included: a rise or a fall must have been asked for all through its window.
 */
export function stabilise(
  current: number,
  desired: number,
  history: readonly Recommendation[],
  upWindow: number,
  downWindow: number
): number {
  const least = Math.min(desired, ...inside(history, upWindow));
  const most = Math.max(desired, ...inside(history, downWindow));
  return Math.min(Math.max(current, least), most);
}

/** The same without a behaviour: the most that was asked for in the window, so only falls are held back. */
export const stabiliseDown = (
  desired: number,
  history: readonly Recommendation[],
  window: number = SCALE_DOWN_WINDOW_SECONDS
): number => Math.max(desired, ...inside(history, window));
