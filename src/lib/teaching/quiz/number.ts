import type { ItemType } from './item-type.ts';
import type { NumberItem } from './schema/number.ts';

/** A decimal number, its whole part in groups of three if somebody likes, and perhaps a unit behind it. */
const written = /^([-+]?(?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?)\s*([^0-9.,].*)?$/;

function read(given: string, unit: string): number | undefined {
  const [, digits, unitGiven] = written.exec(given.trim()) ?? [];
  if (digits === undefined || !/[0-9]/.test(digits)) return undefined;
  if (unitGiven !== undefined && !sameUnit(unitGiven, unit)) return undefined;
  return Number(digits.replace(/[, ]/g, ''));
}

/** `GPU` and `GPUs` are one unit. */
const sameUnit = (a: string, b: string): boolean => singular(a) === singular(b);
const singular = (unit: string): string => unit.trim().toLowerCase().replace(/s$/, '');

/** 4.2 is within 0.2 of 4, though their difference as binary fractions is a little more. */
const ROUNDING = 1e-9;

const isRight = ({ answer }: NumberItem, given: number): boolean =>
  Math.abs(given - answer.is) <= answer.within + ROUNDING;

/** All or nothing. An answer in another unit is none: the form says which unit is wanted. */
export const numberItem: ItemType<NumberItem, number> = {
  parse({ answer }, given) {
    const value = typeof given === 'string' ? read(given, answer.unit) : given;
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  },
  score: (item, given) => (isRight(item, given) ? 1 : 0),
  key: ({ answer }) => answer.is,
  keyValue: ({ answer }) => answer.is,
  rationale(item, given) {
    const { answer, mistakes } = item;
    const right = given !== undefined && isRight(item, given);
    return [
      { of: `${answer.is} ${answer.unit}`, right: true, chosen: right, text: answer.rationale },
      ...mistakes.map((m) => ({
        of: `${m.is} ${answer.unit}`,
        right: false,
        chosen: m.is === given,
        text: m.rationale
      }))
    ];
  },
  options: ({ answer, mistakes }) => [answer.is, ...mistakes.map((m) => m.is)].map(String)
};
