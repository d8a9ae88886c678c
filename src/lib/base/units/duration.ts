/**
 * Durations as people write them, and simulated time as people read it. Inside, a duration is whole milliseconds and a
 * moment is a whole number of ticks.
 *
 * @module
 */

/** Thrown for a text that is no duration, and for a duration that is off the tick. */
export class DurationError extends Error {
  override readonly name = 'DurationError';
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1000;

const PART_MILLIS = [HOUR, MINUTE, SECOND, 1];
const PLAIN = /^(?:[0-9]+(?:\.[0-9]+)?)$/;
const PARTS =
  /^(?:([0-9]+(?:\.[0-9]+)?)h)?(?:([0-9]+(?:\.[0-9]+)?)m)?(?:([0-9]+(?:\.[0-9]+)?)s)?(?:([0-9]+(?:\.[0-9]+)?)ms)?$/;

/** `decimal` × `unit` milliseconds; on integers, because 1.005 × 1000 is not 1005 in floating point. */
function millisOf(decimal: string, unit: number): number {
  const [whole = '', fraction = ''] = decimal.split('.');
  return (Number(whole + fraction) * unit) / Number(`1e${fraction.length}`);
}

/**
 * Whole milliseconds in a text such as `90s`, `1h30m`, `1.5h`, `250ms` or `0s`. A plain number counts seconds.
 *
 * @throws {DurationError} for any other text, a negative number, and a length that is not whole milliseconds below 2^53
 */
export function parseDuration(text: string | number): number {
  const written = String(text);
  const parts = PLAIN.test(written) ? [undefined, undefined, written, undefined] : PARTS.exec(written)?.slice(1);
  if (written === '' || parts === undefined)
    throw new DurationError(`"${written}" is not a duration; write one such as 90s, 1h30m, 1.5h or 250ms`);
  const millis = parts.reduce((sum, part, i) => sum + (part === undefined ? 0 : millisOf(part, PART_MILLIS[i]!)), 0);
  if (!Number.isInteger(millis)) throw new DurationError(`"${written}" is finer than a millisecond`);
  if (!Number.isSafeInteger(millis)) throw new DurationError(`"${written}" is too long`);
  return millis;
}

/** The shortest such text that `parseDuration` reads back: `1h30m`, `1m1.5s`, `250ms`; `0s` for none. */
export function formatDuration(millis: number): string {
  if (millis > 0 && millis < SECOND) return `${millis}ms`;
  const hours = Math.floor(millis / HOUR);
  const minutes = Math.floor((millis % HOUR) / MINUTE);
  const seconds = (millis % MINUTE) / SECOND;
  const text = `${hours > 0 ? `${hours}h` : ''}${minutes > 0 ? `${minutes}m` : ''}${seconds > 0 ? `${seconds}s` : ''}`;
  return text === '' ? '0s' : text;
}

/** Digits after the point that tell every tick of this length from the next. */
function fractionDigits(tickMillis: number): number {
  if (tickMillis % SECOND === 0) return 0;
  if (tickMillis % 100 === 0) return 1;
  return tickMillis % 10 === 0 ? 2 : 3;
}

/**
 * Simulated time on a clock: `0:40`, `1:02:05`. Where a tick is not whole seconds, every time has the same number of
 * digits after the point (`0:00.25`, `0:01.00`), so that a column of them lines up.
 *
 * @param ticks whole ticks since the run began, at least 0
 * @param tickMillis length of a tick
 */
export function formatClock(ticks: number, tickMillis: number): string {
  const millis = ticks * tickMillis;
  const twoDigits = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(millis / HOUR);
  const minutes = Math.floor((millis % HOUR) / MINUTE);
  const seconds = twoDigits(Math.floor((millis % MINUTE) / SECOND));
  const digits = fractionDigits(tickMillis);
  const fraction =
    digits === 0
      ? ''
      : `.${String(millis % SECOND)
          .padStart(3, '0')
          .slice(0, digits)}`;
  const clock = hours > 0 ? `${hours}:${twoDigits(minutes)}` : `${minutes}`;
  return `${clock}:${seconds}${fraction}`;
}

/**
 * A duration in ticks.
 *
 * @throws {DurationError} unless it is a whole number of them
 */
export function toTicks(millis: number, tickMillis: number): number {
  if (millis % tickMillis !== 0)
    throw new DurationError(
      `${formatDuration(millis)} is not a whole number of ticks; a tick is ${formatDuration(tickMillis)}`
    );
  return millis / tickMillis;
}
