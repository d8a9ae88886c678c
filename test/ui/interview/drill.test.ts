import { describe, expect, it } from 'vitest';
import { drillEntry, memoryStore } from '#lib/teaching/progress/index.ts';
import { beginDrill, drill, type Drill, type DrillCommand } from '#lib/ui/interview/drill.ts';
import { marksOf } from '#lib/ui/interview/marks.ts';
import { promptAfter } from '#lib/ui/interview/plan-path.ts';

const after = (...commands: DrillCommand[]): Drill => commands.reduce(drill, beginDrill());

describe('a drill', () => {
  it('goes from thinking over the run to the marks, and keeps them', () => {
    const phases = ['reveal', 'answer', 'keep'].map((_, i, all) =>
      after(...all.slice(0, i + 1).map((type) => ({ type }) as DrillCommand))
    );
    expect(phases.map(({ phase }) => phase)).toEqual(['run', 'mark', 'kept']);
  });

  it('shows no answer before the run', () => {
    expect(after({ type: 'answer' }).phase).toBe('think');
  });

  it('names each point once, in the order of the rubric, and takes it back', () => {
    const naming = after(
      { type: 'reveal' },
      { type: 'answer' },
      { type: 'name', point: 2, named: true },
      { type: 'name', point: 0, named: true },
      { type: 'name', point: 2, named: true }
    );
    expect(naming.named).toEqual([0, 2]);
    expect(drill(naming, { type: 'name', point: 0, named: false }).named).toEqual([2]);
  });

  it('changes no mark that is kept', () => {
    const kept = after({ type: 'reveal' }, { type: 'answer' }, { type: 'keep' });
    expect(drill(kept, { type: 'name', point: 1, named: true })).toBe(kept);
  });

  it('begins the next question with nothing revealed', () => {
    expect(after({ type: 'reveal' }, { type: 'goTo', stage: 1 })).toEqual({ stage: 1, phase: 'think', named: [] });
  });
});

describe('promptAfter()', () => {
  const all = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() }));

  it('follows the plan, and without one the list of all', () => {
    expect(promptAfter('c', all, { id: 'soon', prompts: ['c', 'a'] })?.id).toBe('a');
    expect(promptAfter('a', all, undefined)?.id).toBe('b');
  });

  it('goes on among all from a prompt that the plan does not hold', () => {
    expect(promptAfter('b', all, { id: 'soon', prompts: ['c', 'a'] })?.id).toBe('c');
  });

  it('ends behind the last', () => {
    expect(promptAfter('a', all, { id: 'soon', prompts: ['c', 'a'] })).toBeUndefined();
    expect(promptAfter('c', all, undefined)).toBeUndefined();
  });
});

describe('marksOf()', () => {
  it('is the mean over the questions answered, in per cent, and nothing for a prompt without any', async () => {
    const store = memoryStore('test');
    const mark = { prompt: 'a', revision: 1, points: 4 };
    await store.add(drillEntry({ ...mark, stage: 0, named: [0, 1, 2, 3] }, 1));
    await store.add(drillEntry({ ...mark, stage: 1, named: [0] }, 2));
    const prompts = ['a', 'b'].map((id) => ({ id, revision: 1, stages: 3 }));
    expect([...marksOf(prompts, await store.all())]).toEqual([['a', 63]]);
  });
});
