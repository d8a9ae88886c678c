/**
 * Powers of two with any exponent, whose bits are the same on every machine; exact where the exponent is whole.
 *
 * @module
 */

import { exp } from './real.ts';

/** 2 to the power of x: 0 below -1074, Infinity from 1024 on, NaN for NaN. */
export function exp2(x: number): number {
  if (x < -1075) return 0;
  if (x >= 1024) return Infinity;
  const whole = Math.floor(x);
  let power = exp((x - whole) * Math.LN2);
  for (let i = 0; i < Math.abs(whole); i++) power *= whole < 0 ? 0.5 : 2;
  return power;
}
