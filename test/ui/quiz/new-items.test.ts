import { describe, expect, it } from 'vitest';
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { LONGEST_LINK, unpackScenario } from '#lib/teaching/share/index.ts';
import { browserCodec } from '#lib/ui/fork/codec.ts';
import { linkTo } from '#lib/ui/fork/link.ts';
import { madeAgain, newItemLike, newItems, newPracticeLength, reviewItems } from '#lib/ui/quiz/new-items.ts';
import { madeFrom } from '#lib/ui/quiz/quiz-data.ts';
import { one } from '../../teaching/quiz/items.ts';

const stems = (items: readonly { readonly stem: string }[]): string[] => items.map(({ stem }) => stem);
const kindOf = ({ id }: { readonly id: string }): string => id.slice(0, id.indexOf('@'));

describe('newItems()', () => {
  it('gives everybody with a seed the same items, and others with another', () => {
    expect(newItems(['fits', 'node'], 7)).toEqual(newItems(['fits', 'node'], 7));
    expect(stems(newItems(['fits', 'node'], 8))).not.toEqual(stems(newItems(['fits', 'node'], 7)));
  });

  it('takes the kinds in turn', () => {
    expect(newItems(['fits', 'node'], 7).slice(0, 3).map(kindOf)).toEqual(['fits', 'node', 'fits']);
  });

  it('never asks the same twice', () => {
    for (const seed of [1, 2, 3]) expect(new Set(stems(newItems(['retry'], seed))).size).toBe(newPracticeLength);
  });

  it('makes nothing of kinds that are not there', () => {
    expect(newItems(['cheese', 'toString'], 7)).toEqual([]);
  });
});

describe('newItemLike()', () => {
  const authored = one('abc', 'a');

  it('makes one of the kinds given', () => {
    expect(kindOf(newItemLike(authored, ['victim'], [authored], 'x'))).toBe('victim');
  });

  it('makes the same for the same attempt, and not always the same', () => {
    const like = (attempt: string) => newItemLike(authored, ['start'], [authored], attempt);
    expect(like('x')).toEqual(like('x'));
    expect(like('y').stem).not.toBe(like('x').stem);
  });

  it('makes none that the sitting has', () => {
    const first = newItemLike(authored, ['free'], [authored], 'x');
    expect(newItemLike(authored, ['free'], [authored, first], 'x').stem).not.toBe(first.stem);
  });
});

describe('reviewItems()', () => {
  const authored = one('abc', 'a');
  const kind = (id: string) => ({ id, title: '', objective: '', revision: 1 });

  it('asks authored items as they are and a new question of each kind, in the order in which they are due', () => {
    const items = reviewItems([kind('free'), authored, kind('retry')], 'review/1');
    expect(items[1]).toBe(authored);
    expect([items[0]!, items[2]!].map(kindOf)).toEqual(['free', 'retry']);
  });

  it('asks another one the next time', () => {
    const asked = (attempt: string) => reviewItems([kind('start')], attempt)[0]!.stem;
    expect(asked('review/1')).toBe(asked('review/1'));
    expect(asked('review/2')).not.toBe(asked('review/1'));
  });
});

describe('the scenario of a new item', () => {
  it('is what a link to its run holds, and reads as it was run', async () => {
    for (const kind of ['fits', 'victim', 'hpa', 'retry']) {
      const made = madeFrom(newItems([kind], 7)[0]!)!;
      const link = await linkTo('/lab/', JSON.stringify(made.scenario, undefined, 2), made.step + 1);
      expect(link).toMatch(new RegExp(`^/lab/\\?step=${made.step + 1}#s=`));
      expect(link.length).toBeLessThanOrEqual(LONGEST_LINK);
      const unpacked = await unpackScenario(link.slice(link.indexOf('#')), browserCodec);
      const read = unpacked?.ok === true ? readScenario(unpacked.text) : undefined;
      expect(read?.ok).toBe(true);
    }
  });

  it('is absent from authored ones', () => {
    expect(madeFrom(one('abc', 'a'))).toBeUndefined();
  });
});

describe('madeAgain()', () => {
  it('finds new items by their ids and leaves authored ones out', () => {
    const items = newItems(['hpa'], 7);
    expect(madeAgain(['an-authored-item', ...items.map(({ id }) => id)])).toEqual(items);
  });
});
