import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palette } from '#lib/ui/style/palette.ts';
import { contrast } from './colours.ts';

const css = readFileSync('src/lib/ui/style/tokens.css', 'utf8');
const grounds = ['ground', 'raised', 'sunken'];
const lines = ['rule', 'control'];

describe('contrast()', () => {
  it('is 21 between black and white, and 1 between a colour and itself', () => {
    expect([contrast('#000000', '#ffffff'), contrast('#a14a06', '#a14a06')]).toEqual([21, 1]);
  });
});

describe.each(['light', 'dark', 'projector'] as const)('the %s colours', (theme) => {
  const colours: Readonly<Record<string, string>> = palette(css, theme);
  const words = Object.keys(colours).filter((role) => !grounds.includes(role) && !lines.includes(role));

  it('name every state and both inks', () => {
    expect(words).toHaveLength(12);
  });

  it.each(words.flatMap((role) => grounds.map((ground) => [role, ground] as const)))(
    'let %s be read on %s, at 5 to 1 or better',
    (role, ground) => {
      expect(contrast(colours[role] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(5);
    }
  );

  it('show the edge of a control at 3 to 1 or better', () => {
    for (const ground of grounds)
      expect(contrast(colours['control'] ?? '', colours[ground] ?? ''), ground).toBeGreaterThanOrEqual(3);
  });
});
