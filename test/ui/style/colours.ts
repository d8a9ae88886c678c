/** The colour roles of the style sheet, read from its text, and the contrast between two colours. */
export type Theme = 'light' | 'dark' | 'projector';

/** Colour of each role in one theme: `{ ink: '#171a21', … }`. */
export function palette(css: string, theme: Theme): Readonly<Record<string, string>> {
  const roles = [...css.matchAll(/--([a-z]+): ((?:var\(--\w+, #[0-9a-f]{6}\) ?){3});/g)];
  return Object.fromEntries(
    roles.map(([, role = '', values = '']) => {
      const colour = new RegExp(`var\\(--${theme}, (#[0-9a-f]{6})\\)`).exec(values)?.[1];
      if (colour === undefined) throw new Error(`Cannot read colour "${role}": no ${theme} value in "${values}"`);
      return [role, colour];
    })
  );
}

/** Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
