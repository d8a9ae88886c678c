import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, optionsOf, parseResponse, rationaleOf, scoreOf, type Item } from '#lib/teaching/quiz/index.ts';
import { everyType, faulty, filled, gpus, item, matched, one, ordered, pointed, several, withRows } from './items.ts';

const position = fc.nat({ max: 4 });
/** Anything a form or a log may hold for an item. */
const given = fc.oneof(position, fc.array(position, { maxLength: 5 }), fc.string(), fc.constant(null));

const named = everyType.map((item) => [item.type, item] as const);

describe.each(named)('an item of type %s', (_, item: Item) => {
  it('gives full marks for its key', () => {
    expect(scoreOf(item, keyOf(item))).toBe(1);
  });

  it('gives full marks for nothing but its key, and never marks outside 0 to 1', () => {
    fc.assert(
      fc.property(given, (raw) => {
        const response = parseResponse(item, raw);
        if (response === undefined) return;
        const score = scoreOf(item, response);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score === 1).toBe(String(response) === String(keyOf(item)));
      })
    );
  });

  it('reads its own key back from a log', () => {
    expect(parseResponse(item, JSON.parse(JSON.stringify(keyOf(item))))).toEqual(keyOf(item));
  });

  it('says why for the key, and marks it as chosen when it was', () => {
    const right = rationaleOf(item, keyOf(item)).filter((r) => r.right);
    expect(right.length).toBeGreaterThan(0);
    expect(right.every((r) => r.chosen && r.text !== '')).toBe(true);
    expect(rationaleOf(item).some((r) => r.chosen)).toBe(false);
  });

  it('refuses what is no answer to it', () => {
    for (const raw of [undefined, null, {}, [], -1.5 / 0, 'none of these', [9, 9, 9, 9]])
      expect(parseResponse(item, raw)).toBeUndefined();
  });
});

describe('one of many', () => {
  it('scores an option by what it says, wherever it stands', () => {
    const asWritten = one('abc', 'b');
    const turned = one('bca', 'b');
    for (const letter of 'abc')
      expect(scoreOf(turned, 'bca'.indexOf(letter))).toBe(scoreOf(asWritten, 'abc'.indexOf(letter)));
  });

  it('refuses two keys', () => {
    expect(() => one('abc', 'ab')).toThrow('exactly one option must have "key: true"');
  });
});

describe('several of many', () => {
  it('earns nothing by choosing everything, however many are keys', () => {
    expect(scoreOf(several('abcd', 'a'), [0, 1, 2, 3])).toBe(0);
    expect(scoreOf(several('abcd', 'abc'), [0, 1, 2, 3])).toBe(0);
  });

  it('gives half for half of the keys, and takes back for each wrong one', () => {
    expect(scoreOf(several('abcd', 'ab'), [0])).toBe(0.5);
    expect(scoreOf(several('abcd', 'ab'), [0, 1, 2])).toBe(0.5);
  });

  it('does not mind the order of the clicks, nor a click counted twice', () => {
    expect(parseResponse(several('abcd', 'ab'), [3, 1, 3])).toEqual([1, 3]);
  });
});

describe('a number', () => {
  it.each(['4', ' 4 ', '4 GPUs', '4 gpu', '4.0'])('reads %j as 4 GPUs', (text) => {
    expect(parseResponse(gpus(4, 8), text)).toBe(4);
  });

  it.each(['1,000', '1 000', '1000'])('reads %j as a thousand', (text) => {
    expect(parseResponse(gpus(4, 8), text)).toBe(1000);
  });

  it.each(['', 'four', '4 nodes', '4 5', '1,00', '--4'])('does not read %j', (text) => {
    expect(parseResponse(gpus(4, 8), text)).toBeUndefined();
  });

  it('is right within its tolerance and wrong beyond it', () => {
    expect([3.8, 4.2, 4.3].map((x) => scoreOf(gpus(4, 8, 0.2), x))).toEqual([1, 1, 0]);
  });

  it('names the mistake that led to a wrong number', () => {
    expect(rationaleOf(gpus(4, 8), 8).find((r) => r.chosen)).toMatchObject({ right: false, text: 'miscounted' });
  });
});

describe('an order', () => {
  it('loses a third for one swap of neighbours among four', () => {
    expect(scoreOf(ordered('abcd'), [1, 0, 2, 3])).toBeCloseTo(2 / 3);
  });

  it('gives nothing for the right order backwards', () => {
    expect(scoreOf(ordered('abcd'), [3, 2, 1, 0])).toBe(0);
  });
});

describe('a match', () => {
  it('earns nothing by giving every entry the same partner', () => {
    expect(scoreOf(matched('a1 b2 c3'), [1, 1, 1])).toBe(0);
  });
});

describe('pointing at a step', () => {
  it('answers with the number of the step, and takes none that is not shown', () => {
    const from3 = pointed(3, 6, 5, 4);
    expect(keyOf(from3)).toBe(5);
    expect([2, 3, 6, 7, 4.5].map((step) => parseResponse(from3, step))).toEqual([
      undefined,
      3,
      6,
      undefined,
      undefined
    ]);
  });

  it('says of a step that no mistake names what the run does there', () => {
    const reasons = rationaleOf(withRows(pointed(3, 6, 5, 4)), 6);
    expect(reasons.map(({ text }) => text)).toEqual(['did 3', 'why not', 'why this', 'did 6']);
    expect(reasons.filter(({ chosen }) => chosen).map(({ of }) => of)).toEqual(['Step 6']);
  });

  const why = { rationale: 'why' };
  const shows = { run: 'one-gpu', from: 1, to: 4, columns: ['a'] };
  const steps = [
    { step: 3, key: true, ...why },
    { step: 2, ...why }
  ];

  it.each([
    ['is not shown', { steps: [{ step: 9, key: true, ...why }, steps[1]] }],
    ['exactly one step must have', { steps: [steps[0], { step: 2, key: true, ...why }] }],
    ['names a step twice', { steps: [steps[0], { step: 3, ...why }] }],
    ['at least 3 steps', { shows: { ...shows, from: 2, to: 3 } }]
  ])('refuses an item that %s', (message, fields) => {
    expect(() => item({ type: 'step', id: 'point', shows, steps, ...fields })).toThrow(message);
  });
});

describe('filling the table', () => {
  it('earns nothing by the same choice everywhere, and by none of the right ones', () => {
    for (const choice of [0, 1, 2]) expect(scoreOf(filled('wrrc', 'wrc'), [choice, choice, choice, choice])).toBe(0);
    expect(scoreOf(filled('wrrc', 'wrc'), [2, 0, 0, 1])).toBe(0);
  });

  it('gives part of the marks for part of the cells', () => {
    expect(scoreOf(filled('wrrc', 'wrc'), [0, 1, 1, 1])).toBe(0.5);
  });

  it('scores a cell by what was chosen, wherever it stands among the choices', () => {
    expect(scoreOf(filled('wrrc', 'crw'), [2, 1, 1, 1])).toBe(scoreOf(filled('wrrc', 'wrc'), [0, 1, 1, 1]));
  });

  it('says of a wrong cell what was chosen and what the run says', () => {
    expect(rationaleOf(filled('wrrc', 'wrc'), [0, 1, 1, 0]).filter(({ right }) => !right)).toEqual([
      { of: 'a after step 4: w', right: false, chosen: true, text: 'The run says c.' }
    ]);
  });

  it('asks the run for every cell', () => {
    expect(filled('wrc', 'wrc').check).toEqual(
      ['w', 'r', 'c'].map((is, i) => ({ run: 'one-gpu', set: '', at: i + 1, gives: 'a', is }))
    );
  });

  it.each([
    ['must not all be the same', 'www', 'wrc'],
    ['has a cell that no choice is right for', 'wrx', 'wrc']
  ])('refuses cells: %s', (message, keys, choices) => {
    expect(() => filled(keys, choices)).toThrow(message);
  });
});

describe('a faulty line', () => {
  it('answers with the number of the line, counted from 1', () => {
    expect(keyOf(faulty('abcd', 'c'))).toBe(3);
    expect([0, 1, 4, 5].map((line) => parseResponse(faulty('abcd', 'c'), line))).toEqual([undefined, 1, 4, undefined]);
  });

  it('says why of lines that share a reason together', () => {
    const spans = [
      { line: 1, to: 2, rationale: 'why ab' },
      { line: 3, key: true, rationale: 'why c' }
    ];
    const reasons = rationaleOf(item({ ...faulty('abc', 'c'), lines: spans }), 2);
    expect(reasons).toEqual([
      { of: 'Lines 1 to 2', right: false, chosen: true, text: 'why ab' },
      { of: 'Line 3: `c`', right: true, chosen: false, text: 'why c' }
    ]);
  });

  const every = 'must speak of every line of the code once, in order';
  const one = 'exactly one line must have "key: true"';

  it.each([
    ['a line without a reason', every, [{ line: 1 }, { line: 3, key: true }]],
    ['a line with two reasons', every, [1, 2, 2, 3].map((line) => ({ line, key: line === 3 }))],
    ['lines that are not there', every, [1, 2, 3, 4].map((line) => ({ line, key: line === 3 }))],
    ['a key of two lines', one, [{ line: 1, to: 2, key: true }, { line: 3 }]],
    ['two keys', one, [1, 2, 3].map((line) => ({ line, key: line > 1 }))]
  ])('refuses %s', (_, message, spans) => {
    const lines = spans.map((span) => ({ ...span, rationale: 'why' }));
    expect(() => item({ ...faulty('abc', 'c'), lines })).toThrow(message);
  });
});

describe('optionsOf()', () => {
  it('lists what must differ: both sides of a match, the wrong numbers too', () => {
    expect(optionsOf(matched('a1 b2 c3'))).toEqual(['a', '1', 'b', '2', 'c', '3']);
    expect(optionsOf(gpus(4, 8))).toEqual(['4', '8']);
  });
});
