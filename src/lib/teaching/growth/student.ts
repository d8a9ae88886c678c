/**
 * Points of Student's distribution for 1 to 30 degrees of freedom: an estimate lies within so many standard errors of the
 * true value in 95, or 999, of 100, or 1000, cases. Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
 */
const points = {
  '95 %': [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
    2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042
  ],
  '99.9 %': [
    636.619, 31.599, 12.924, 8.61, 6.869, 5.959, 5.408, 5.041, 4.781, 4.587, 4.437, 4.318, 4.221, 4.14, 4.073, 4.015,
    3.965, 3.922, 3.883, 3.85, 3.819, 3.792, 3.768, 3.745, 3.725, 3.707, 3.69, 3.674, 3.659, 3.646
  ]
} as const;

export type Certainty = keyof typeof points;

/**
 * How many standard errors an estimate lies from the true value at most. Beyond 30 degrees of freedom the figure for 30
 * is given, which errs on the wide side by at most a tenth.
 *
 * @param freedom degrees of freedom; Infinity comes of fewer than 1, where nothing can be said
 */
export const withinErrors = (freedom: number, certainty: Certainty): number =>
  freedom < 1 ? Infinity : (points[certainty][Math.min(freedom, 30) - 1] as number);
