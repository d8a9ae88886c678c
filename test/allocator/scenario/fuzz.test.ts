import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { Engine } from '#lib/allocator/sim/index.ts';
import { Trace } from '#lib/allocator/trace/index.ts';

const texts = readdirSync('content/scenarios').map((name) => readFileSync(`content/scenarios/${name}`, 'utf8'));

/** Pieces that break files in practice: YAML's own signs, hostile numbers, names of fields in the wrong place. */
const piece = fc.constantFrom(
  '',
  ' ',
  '\n',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ':',
  '-',
  '&a',
  '*a',
  '!!binary',
  '0',
  '-1',
  '.nan',
  '.inf',
  '1e999',
  '9007199254740993',
  '1Ei',
  'null',
  'true',
  '~',
  '"',
  "'",
  'jobs',
  'service',
  '<<'
);

/** One of our scenarios with some stretches replaced by such pieces. */
const broken = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), piece), { minLength: 1, maxLength: 2 })
  )
  .map(([text, edits]) =>
    edits.reduce((now, [where, length, put]) => {
      const at = Math.floor(where * now.length);
      return now.slice(0, at) + put + now.slice(at + length);
    }, text)
  );

describe('a scenario file that somebody broke', () => {
  it('is refused with a place and a text, or runs to an end within its limit, and nothing is ever thrown', () => {
    let refused = 0;
    let ran = 0;
    fc.assert(
      fc.property(broken, (text) => {
        const read = readScenario(text);
        if (!read.ok) {
          refused++;
          expect(read.problems.length).toBeGreaterThan(0);
          for (const { line, col, message } of read.problems) {
            expect(line).toBeGreaterThan(0);
            expect(col).toBeGreaterThan(0);
            expect(message).not.toBe('');
          }
          return;
        }
        if (read.scenario.jobs.count > 1000) return;
        ran++;
        const engine = new Engine(read.scenario, new Trace(read.scenario), undefined, {
          steps: 2000,
          work: 10_000_000
        });
        expect(engine.advance()).toBe(true);
      }),
      { seed: 20_261_121, numRuns: 1500 }
    );
    expect(refused).toBeGreaterThan(100);
    expect(ran).toBeGreaterThan(20);
  });
});
