import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '#lib/allocator/scenario/index.ts';
import { run } from '#lib/allocator/sim/index.ts';

const folder = 'content/scenarios';
const ids = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
const MOST_STEPS = 40;

describe.each(ids)('scenario %s', (id) => {
  const read = readScenario(readFileSync(`${folder}/${id}.yaml`, 'utf8'));

  it('reads, and is called as its file is', () => {
    expect(read).toMatchObject({ ok: true, file: { id } });
  });

  it('says what it is for, and what to look for', () => {
    expect(read).toMatchObject({
      file: {
        title: expect.stringMatching(/^\S.{4,}/) as string,
        objective: expect.stringMatching(/^[A-Z].+\.$/) as string,
        look: expect.stringMatching(/\?$/) as string
      }
    });
  });

  it(`comes to its end within ${MOST_STEPS} steps`, () => {
    const { trace, end } = run((read as Extract<typeof read, { ok: true }>).scenario);
    expect(end).not.toBe('limit');
    expect(trace.last).toBeGreaterThan(0);
    expect(trace.last).toBeLessThanOrEqual(MOST_STEPS);
  });
});
