import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenarioData } from '#lib/allocator/scenario/index.ts';
import { run, type FinishedRun } from '#lib/allocator/sim/index.ts';
import {
  anotherLike,
  generate,
  generatedItem,
  misconceptions,
  templates,
  type GeneratedItem,
  type TemplateId
} from '#lib/teaching/predict/index.ts';
import { keyOf, rationaleOf, scoreOf } from '#lib/teaching/quiz/index.ts';
import { oracles } from './oracles.ts';

const ids = Object.keys(templates) as TemplateId[];
const SEEDS = Math.ceil(5000 / ids.length);

const made = new Map<TemplateId, GeneratedItem[]>();

/** Items of the first seeds, made once. */
function itemsOf(id: TemplateId): GeneratedItem[] {
  const items = made.get(id) ?? Array.from({ length: SEEDS }, (_, seed) => generate(id, seed));
  made.set(id, items);
  return items;
}

function runOf({ scenario }: GeneratedItem): FinishedRun {
  const read = readScenarioData(scenario);
  if (!read.ok) throw new Error('the scenario of an item does not read');
  return run(read.scenario);
}

/** What is wrong with an item: its key is not true, or one of the others is. */
function flaws(item: GeneratedItem): string[] {
  const truths = oracles[item.template](item, runOf(item));
  return item.options
    .filter((o) => o.key !== truths.includes(o.text))
    .map(
      (o) => `${item.id}: “${o.text}” is ${o.key ? 'the key' : 'no key'}, true: ${truths.join(' | ')}\n${item.stem}`
    );
}

describe('generated items', { timeout: 120_000 }, () => {
  it.each(ids)('have a true key and no other true option: %s', (id) => {
    expect(itemsOf(id).flatMap(flaws)).toEqual([]);
  });

  it.each(ids)('come in at least fifty kinds: %s', (id) => {
    const stems = new Set(itemsOf(id).map(({ stem }) => stem));
    expect(stems.size).toBeGreaterThanOrEqual(50);
  });

  it.each(ids)('have three or four different options, each with its reason: %s', (id) => {
    for (const { options } of itemsOf(id)) {
      expect(options.length === 3 || options.length === 4).toBe(true);
      expect(new Set(options.map((o) => o.text)).size).toBe(options.length);
      for (const { key, rationale, misconception } of options) {
        expect(rationale.length).toBeGreaterThan(10);
        expect(misconception === undefined).toBe(key);
        if (misconception !== undefined) expect(rationale.startsWith(misconceptions[misconception])).toBe(true);
      }
    }
  });

  it('are the same for the same seed, and others for another', () => {
    for (const id of ids) {
      expect(generate(id, 7)).toEqual(generate(id, 7));
      expect(generate(id, 7).id).not.toBe(generate(id, 8).id);
    }
  });

  it('go by template, revision, scenario, seed and step', () => {
    const item = generate('node', 12);
    expect(item.id).toMatch(/^node@1\/[0-9a-f]{8}\/12\/\d+$/);
    expect(generatedItem(item.id)).toEqual(item);
  });

  it('are not found under an id of another revision, scenario or template', () => {
    const { id } = generate('node', 12);
    expect(generatedItem(id.replace('@1', '@0'))).toBeUndefined();
    expect(generatedItem(id.replace(/\/[0-9a-f]{8}\//, '/00000000/'))).toBeUndefined();
    expect(generatedItem('toString@1/00000000/1/1')).toBeUndefined();
    expect(generatedItem('node@1/00000000/99999999999999999999/1')).toBeUndefined();
    expect(generatedItem('an-authored-item')).toBeUndefined();
  });

  it('are followed by another that asks the same kind of thing of another run', () => {
    const item = generate('retry', 3);
    const other = anotherLike(item);
    expect(other.template).toBe('retry');
    expect(other.stem).not.toBe(item.stem);
  });

  it('belong to objectives of the course', () => {
    const objectives = parse(readFileSync('content/objectives.yaml', 'utf8')) as { id: string }[];
    const known = objectives.map(({ id }) => id);
    expect(ids.map((id) => templates[id].objective).filter((objective) => !known.includes(objective))).toEqual([]);
  });

  it('are scored like the items of a file', () => {
    const item = generate('fits', 1);
    const key = keyOf(item) as number;
    expect(item.options[key]!.key).toBe(true);
    expect(item.options.map((_, i) => scoreOf(item, i))).toEqual(item.options.map((_, i) => (i === key ? 1 : 0)));
    expect(rationaleOf(item, key)[key]!.chosen).toBe(true);
  });

  it('use every named misconception', () => {
    const used = new Set(ids.flatMap((id) => itemsOf(id).flatMap((item) => item.options.map((o) => o.misconception))));
    const unused = Object.keys(misconceptions).filter((m) => !used.has(m as never));
    expect(unused).toEqual([]);
  });
});
