import { describe, expect, it } from 'vitest';
import { attemptName, lastAttempt, queryOf, readAddress } from '#lib/ui/quiz/address.ts';
import { optionOfKey } from '#lib/ui/quiz/keys.ts';
import { pieces } from '#lib/ui/quiz/pieces.ts';
import { isNew, itemsToReset, kindsLike, newTopicsOf, topicsOf } from '#lib/ui/quiz/quiz-data.ts';
import { foreign } from '../../teaching/progress/contract.ts';
import { one } from '../../teaching/quiz/items.ts';

describe('pieces()', () => {
  it('tells code from words', () => {
    expect(pieces('Set `limits` and wait')).toEqual([
      { text: 'Set ', code: false },
      { text: 'limits', code: true },
      { text: ' and wait', code: false }
    ]);
  });

  it('leaves a single backtick alone and loses no text', () => {
    for (const text of ['a ` b', '`a` ` b', 'none', '``', '`all`'])
      expect(
        pieces(text)
          .map((piece) => (piece.code ? `\`${piece.text}\`` : piece.text))
          .join('')
      ).toBe(text.replace('``', ''));
  });
});

describe('optionOfKey()', () => {
  const press = (key: string, fields: object = {}) =>
    optionOfKey({ key, ctrlKey: false, altKey: false, metaKey: false, ...fields }, 4);

  it('takes digits and the letters shown before the options, large or small', () => {
    expect(['1', '4', 'a', 'D'].map((key) => press(key))).toEqual([0, 3, 0, 3]);
  });

  it('leaves other keys, options that are not there and the keys of the browser alone', () => {
    expect(['0', '5', 'e', 'Enter', 'ab', ''].map((key) => press(key))).toEqual(Array(6).fill(undefined));
    expect(press('a', { ctrlKey: true })).toBeUndefined();
  });
});

describe('readAddress()', () => {
  const read = (query: string) => readAddress(new URLSearchParams(query), ['all', 'queues']);

  it('takes back what queryOf() wrote', () => {
    const address = { kind: 'test', topic: 'queues', seed: 7 } as const;
    expect(read(queryOf(address))).toEqual(address);
  });

  it('takes back what queryOf() wrote of new items', () => {
    const address = { kind: 'practice', from: 'fits', seed: 7 } as const;
    expect(readAddress(new URLSearchParams(queryOf(address)), ['all'], ['fits'])).toEqual(address);
  });

  it.each(['?test=7&from=fits', '?practice=7&from=cheese', '?from=fits'])('makes nothing new for %j', (query) => {
    expect(readAddress(new URLSearchParams(query), ['all'], ['fits'])).toBeUndefined();
  });

  it('asks of all topics where none is named', () => {
    expect(read('?practice=3')).toEqual({ kind: 'practice', topic: 'all', seed: 3 });
  });

  it.each(['', '?topic=queues', '?test=', '?test=x', '?test=-1', '?test=7&topic=cheese', '?test=99999999999'])(
    'opens nothing for %j',
    (query) => {
      expect(read(query)).toBeUndefined();
    }
  );
});

describe('lastAttempt()', () => {
  const address = { kind: 'test', topic: 'all', seed: 7 } as const;

  it('is the first for somebody new and the last one begun for others', () => {
    expect(lastAttempt(address, new Set())).toBe(1);
    expect(lastAttempt(address, new Set([1, 2].map((n) => attemptName(address, n))))).toBe(2);
    expect(lastAttempt({ ...address, seed: 8 }, new Set([attemptName(address, 2)]))).toBe(1);
  });

  it('tells new items from a topic of the same name', () => {
    const [from, topic] = [
      { kind: 'practice', from: 'gangs', seed: 7 },
      { kind: 'practice', topic: 'gangs', seed: 7 }
    ] as const;
    expect(attemptName(from, 1)).not.toBe(attemptName(topic, 1));
  });
});

describe('topicsOf()', () => {
  const items = [one('abc', 'a', { id: 'x', objective: 'hold' }), one('abc', 'a', { id: 'y', objective: 'wait' })];
  const objectives = [
    { id: 'hold', topic: 'allocation', title: 'hold' },
    { id: 'wait', topic: 'job-queues', title: 'wait' }
  ];

  it('puts each item under the topic of its objective, and all of them under the first', () => {
    expect(topicsOf({ items, objectives }).map(({ title, items: of }) => [title, of.map(({ id }) => id)])).toEqual([
      ['All topics', ['x', 'y']],
      ['Allocation', ['x']],
      ['Job queues', ['y']]
    ]);
  });

  it('resets a topic alone, and with all topics the items that are gone too', () => {
    const [all, allocation] = topicsOf({ items, objectives });
    const entries = [foreign(1, 'x', 1), foreign(2, 'gone', 2)];
    expect([...itemsToReset(allocation!, entries)]).toEqual(['x']);
    expect([...itemsToReset(all!, entries)]).toEqual(['x', 'gone']);
  });
});

describe('what can be made new', () => {
  const objectives = [
    { id: 'hold', topic: 'allocation', title: 'say who holds it' },
    { id: 'wait', topic: 'queues', title: 'say who waits' },
    { id: 'grow', topic: 'queues', title: 'say what grows' }
  ];
  const newKinds = [
    { id: 'next', title: 'Who is next?', objective: 'wait', revision: 1 },
    { id: 'free', title: 'How many?', objective: 'hold', revision: 1 },
    { id: 'start', title: 'When?', objective: 'wait', revision: 1 }
  ];

  it('stands under its objectives, each kind by itself too', () => {
    expect(
      newTopicsOf({ objectives, newKinds }).map(({ whole, kinds }) => [whole.title, whole.newKinds, kinds.length])
    ).toEqual([
      ['Say who holds it', ['free'], 1],
      ['Say who waits', ['next', 'start'], 2]
    ]);
    expect(newTopicsOf({ objectives })).toEqual([]);
  });

  it('is like an item of a kind by its kind, and like an authored one by its objective', () => {
    expect(kindsLike(one('abc', 'a', { id: 'x', objective: 'wait' }), newKinds)).toEqual(['next', 'start']);
    expect(kindsLike({ ...one('abc', 'a', { objective: 'wait' }), id: 'start@1/00000000/1/1' }, newKinds)).toEqual([
      'start'
    ]);
    expect(kindsLike(one('abc', 'a', { objective: 'grow' }), newKinds)).toEqual([]);
    expect(kindsLike(one('abc', 'a'))).toEqual([]);
  });

  it('is told by its id', () => {
    expect(['start@1/00000000/1/1', 'an-authored-item'].map(isNew)).toEqual([true, false]);
  });

  it('is reset with its topic', () => {
    const [, allocation] = topicsOf({ items: [], objectives, newKinds });
    const ids = ['free@1/00000000/1/1', 'next@1/00000000/1/1'];
    expect([
      ...itemsToReset(
        allocation!,
        ids.map((id, i) => foreign(i + 1, id, i + 1))
      )
    ]).toEqual(['free@1/00000000/1/1']);
  });
});
