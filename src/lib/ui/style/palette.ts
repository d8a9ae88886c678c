import { roles, type Role } from './roles.ts';

/** A set of values that the colours have. */
export type Theme = 'light' | 'dark' | 'projector';

const grounds = ['ground', 'raised', 'sunken', 'rule', 'control', 'ink', 'muted', 'changed'] as const;

/** Every colour of `tokens.css` by its name. */
export type Colours = Readonly<Record<Role | (typeof grounds)[number], string>>;

/**
 * The colours of one theme, read from the text of `tokens.css`.
 *
 * @throws {Error} for a colour without a value in this theme
 */
export function palette(css: string, theme: Theme): Colours {
  const found = new Map(
    [...css.matchAll(/--([a-z]+): ((?:var\(--\w+, #[0-9a-f]{6}\) ?){3});/g)].map(([, name = '', values = '']) => [
      name,
      new RegExp(`var\\(--${theme}, (#[0-9a-f]{6})\\)`).exec(values)?.[1]
    ])
  );
  const colour = (name: string): string => {
    const value = found.get(name);
    if (value === undefined) throw new Error(`Cannot read colour "${name}" of the theme "${theme}"`);
    return value;
  };
  return Object.fromEntries([...grounds, ...roles].map((name) => [name, colour(name)])) as Colours;
}
