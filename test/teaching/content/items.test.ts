import { describe, expect, it } from 'vitest';
import { formatProblems, readBank, RunShelf } from '#lib/teaching/content/index.ts';

const oneGpu = `
schema: 1
id: one-gpu
cluster: { nodes: [{ name: node-a, allocatable: { nvidia.com/gpu: 1 } }] }
jobs:
  - { name: a, service: 10s, resources: { limits: { nvidia.com/gpu: 1 } } }
  - { name: b, arrival: 4s, service: 6s, resources: { limits: { nvidia.com/gpu: 1 } } }
`;

const option = (text: string, rest = `, rationale: "why ${text}"`): string => `    - { text: "${text}"${rest} }`;
const key = (text: string): string => option(text, `, key: true, rationale: "why ${text}"`);

/** The text of an item of one of many; lines given replace those of the same field. */
function itemText(fields: Readonly<Record<string, string>> = {}): string {
  const all = {
    id: 'holds-the-gpu',
    type: 'one',
    objective: 'hold',
    difficulty: 'easy',
    stem: 'Who holds it?',
    options: `\n${[key('a'), option('b, the other'), option('c')].join('\n')}`,
    hint: 'Look.',
    solution: '[It follows.]',
    mistake: 'None.',
    source: 'book',
    ...fields
  };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return `- ${lines.join('\n  ')}\n`;
}

const bankOf = (files: Readonly<Record<string, string>>) =>
  readBank({
    items: new Map(Object.entries(files)),
    objectives: '- { id: hold, topic: allocation, title: say who holds it }',
    sources: new Set(['book']),
    runs: new RunShelf(new Map([['one-gpu', oneGpu]]))
  });

const problemsOf = (...items: string[]): string =>
  formatProblems(bankOf({ 'content/items.yaml': items.join('') }).problems);

describe('readBank()', () => {
  it('gives the items of all files and no problem where there is none', () => {
    const bank = bankOf({ 'a.yaml': itemText(), 'b.yaml': itemText({ id: 'other' }) });
    expect(bank.problems).toEqual([]);
    expect(bank.items.map(({ id }) => id)).toEqual(['holds-the-gpu', 'other']);
  });

  it('confirms a check by running it', () => {
    const check = '{ run: one-gpu, gives: wait of b, is: 6 }';
    expect(problemsOf(itemText({ source: '', check }))).toBe('');
  });

  it('takes what the key says where a check leaves out what it must be', () => {
    const options = `\n${[key('6'), option('10'), option('4')].join('\n')}`;
    expect(problemsOf(itemText({ options, check: '{ run: one-gpu, gives: wait of b }' }))).toBe('');
    const wrong = `\n${[option('6'), key('10'), option('4')].join('\n')}`;
    expect(problemsOf(itemText({ options: wrong, check: '{ run: one-gpu, gives: wait of b }' }))).toMatch(
      'says "10", the run gives 6'
    );
  });

  it('runs a scenario written in the item, and a scenario with a setting changed', () => {
    const scenario = `{ cluster: { nodes: [{ name: n, allocatable: { cpu: 1 } }] }, jobs: [{ name: a, service: 3s, resources: { requests: { cpu: 1 } } }] }`;
    const check = `\n    - { scenario: ${scenario}, gives: end of a, is: 3 }\n    - { run: one-gpu, set: jobs.0.service=20s, gives: wait of b, is: 16 }`;
    expect(problemsOf(itemText({ check }))).toBe('');
  });

  it('compares what kubectl would print at a step, where it prints something', () => {
    const at = (step: number) =>
      itemText({
        check: `{ run: one-gpu, set: policy.preset=kubernetes, at: ${step}, gives: message, is: something }`
      });
    expect(problemsOf(at(5))).toMatch(/the run gives ".*0\/1 nodes are available: 1 Insufficient nvidia\.com\/gpu/);
    expect(problemsOf(at(3))).toContain('kubectl prints nothing at this step');
  });

  it('compares lists as wholes', () => {
    const order = (is: string) => itemText({ check: `{ run: one-gpu, gives: order of starts, is: ${is} }` });
    expect(problemsOf(order('[a, b]'))).toBe('');
    expect(problemsOf(order('[b, a]'))).toMatch('says [b, a], the run gives [a, b]');
  });

  it.each([
    [
      'an option without a rationale',
      { options: `\n${[key('a'), option('b, the other', ''), option('c')].join('\n')}` },
      'field "rationale" is missing'
    ],
    ['neither check nor source', { source: '' }, 'neither a check nor a source'],
    [
      'a value that the run does not give',
      { check: '{ run: one-gpu, gives: wait of b, is: 7 }' },
      'says 7, the run gives 6'
    ],
    [
      'a name that the run does not know',
      { check: '{ run: one-gpu, gives: waitt of b, is: 6 }' },
      'did you mean "wait of b"?'
    ],
    [
      'a scenario that does not exist',
      { check: '{ run: two-gpus, gives: steps, is: 6 }' },
      'there is no scenario "two-gpus"'
    ],
    [
      'an inline scenario that does not read',
      { check: '{ scenario: { jobs: [] }, gives: steps, is: 6 }' },
      'cannot be checked: cluster'
    ],
    [
      'both a run and a scenario',
      { check: '{ run: one-gpu, scenario: {}, gives: steps, is: 6 }' },
      'either "run" or "scenario"'
    ],
    ['an unknown source', { source: 'bok' }, 'there is no source "bok"; did you mean "book"?'],
    ['an unknown objective', { objective: 'hild' }, 'there is no objective "hild"; did you mean "hold"?'],
    [
      'two equal options',
      { options: `\n${[key('a'), option('B, long'), option('b, Long')].join('\n')}` },
      'offers "b, long" twice'
    ],
    ['two keys', { options: `\n${[key('a'), key('b, the other'), option('c')].join('\n')}` }, 'exactly one option'],
    ['an unknown field', { hnt: 'x' }, 'unknown field "hnt"; did you mean "hint"?'],
    ['an unknown type', { type: 'ordr' }, 'did you mean "order"?']
  ])('reports %s with its line and column', (_, fields: Record<string, string>, message) => {
    expect(problemsOf(itemText(fields))).toMatch(/^content\/items\.yaml:\d+:\d+ /);
    expect(problemsOf(itemText(fields))).toContain(message);
  });

  const shows = (rest = '') => `{ run: one-gpu, from: 4, to: 8, columns: [GPU free, b]${rest} }`;
  const pointed = (fields: Record<string, string> = {}) =>
    itemText({
      type: 'step',
      options: '',
      shows: shows(),
      steps: '[{ step: 5, key: true, rationale: it waits }, { step: 4, rationale: it asks }]',
      ...fields
    });

  it('looks up the rows of the run that an item shows', () => {
    const [item] = bankOf({ 'a.yaml': pointed() }).items;
    if (item?.type !== 'step') throw new Error('no step to point at');
    const { rows } = item.shows;
    expect(rows.map(({ step }) => step)).toEqual([4, 5, 6, 7, 8]);
    expect(rows[1]).toMatchObject({ action: 'Wait b', clock: '0:04', values: ['0', 'waiting'] });
    expect(rows[1]?.sentence).toContain('b');
  });

  it('confirms the step that is the key', () => {
    const check = '{ run: one-gpu, gives: step of Wait b }';
    expect(problemsOf(pointed({ source: '', check }))).toBe('');
    const wrong = '[{ step: 4, key: true, rationale: it asks }, { step: 5, rationale: it waits }]';
    expect(problemsOf(pointed({ check, steps: wrong }))).toContain('says 4, the run gives 5');
  });

  it('confirms each cell of a table to fill, with no other check', () => {
    const cells = (third: string) =>
      itemText({
        type: 'fill',
        options: '',
        source: '',
        shows: shows(),
        choices: '[requested, waiting, running]',
        cells: `[${['requested', 'waiting', third].map((is, i) => `{ step: ${i + 4}, of: b, is: ${is}, rationale: why }`).join(', ')}]`
      });
    expect(problemsOf(cells('waiting'))).toBe('');
    expect(problemsOf(cells('running'))).toContain('says "running", the run gives "waiting"');
  });

  it.each([
    [
      'a column that the run does not track',
      { shows: '{ run: one-gpu, from: 4, to: 8, columns: [GPU fre] }' },
      'did you mean "GPU free"?'
    ],
    [
      'steps that the run does not have',
      { shows: '{ run: one-gpu, from: 4, to: 80, columns: [b] }' },
      'has steps 1 to'
    ],
    [
      'a run that does not exist',
      { shows: '{ run: two-gpus, from: 4, to: 8, columns: [b] }' },
      'there is no scenario "two-gpus"'
    ]
  ])('reports %s where the item shows it', (_, fields, message) => {
    expect(problemsOf(pointed(fields))).toMatch(/^content\/items\.yaml:\d+:\d+ item "holds-the-gpu" cannot be shown/);
    expect(problemsOf(pointed(fields))).toContain(message);
  });

  it('names the line of the check that fails', () => {
    const text = itemText({ check: '{ run: one-gpu, gives: wait of b, is: 7 }' });
    const line = text.split('\n').findIndex((l) => l.includes('check:')) + 1;
    expect(problemsOf(text)).toMatch(new RegExp(`^content/items\\.yaml:${line}:`));
  });

  it('reports an id used twice, in one file or in two', () => {
    expect(problemsOf(itemText(), itemText())).toContain('id "holds-the-gpu" is given twice');
    const bank = bankOf({ 'a.yaml': itemText(), 'b.yaml': itemText() });
    expect(formatProblems(bank.problems)).toBe('b.yaml:1:7 id "holds-the-gpu" is already that of an item of a.yaml');
  });

  it('reports every problem of every file at once', () => {
    const bank = bankOf({ 'a.yaml': itemText({ source: '' }), 'b.yaml': itemText({ id: 'other', objective: 'x' }) });
    expect(bank.problems.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml']);
  });

  it('reports a file whose key is always the longest option, and none whose key sometimes is', () => {
    const longest = itemText({ options: `\n${[key('a, much the longest'), option('b'), option('c')].join('\n')}` });
    expect(problemsOf(longest)).toContain('the key is the longest option');
    expect(problemsOf(longest, itemText({ id: 'other' }))).toBe('');
  });
});
