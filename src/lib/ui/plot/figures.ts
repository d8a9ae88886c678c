const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const precise = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** A number to read: whole ones in full with commas, others to four significant digits. */
export const figure = (value: number): string => (Number.isInteger(value) ? whole : precise).format(value);

/** A number beside an axis, where there is little room: `500`, `10K`, `1M`. */
export const tickFigure = (value: number): string => (value >= 10_000 ? short : precise).format(value);
