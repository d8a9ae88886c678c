import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '#lib/teaching/content/index.ts';
import { lessonFile, lessonWith, readWith } from '../kit.ts';

const scenario = 'content/scenarios/all-at-once.yaml';

function readGrowth(growth: string) {
  const lesson = lessonWith(':::run{run=all-at-once}\nPress Next.\n:::').replace(
    'runs: [one-gpu-busy]',
    `runs: [one-gpu-busy, all-at-once]\ngrowth: ${growth}`
  );
  const { content, problems } = readWith({ [lessonFile]: lesson, [scenario]: readFileSync(scenario, 'utf8') });
  return { growth: content.lessons[0]?.growth, problems: formatProblems(problems) };
}

const good = '{ run: all-at-once, vary: jobs.0.count, count: allocations, most: 1000 }';

describe('the growth of a lesson', () => {
  it('is read from the head', () => {
    expect(readGrowth(good)).toEqual({
      growth: { run: 'all-at-once', vary: 'jobs.0.count', count: 'allocations', most: 1000 },
      problems: ''
    });
  });

  it.each([
    ['a run that the lesson does not show', 'all-at-once', 'fragmentation', 'there is no run of this lesson'],
    ['a field that is not the number of jobs', 'jobs.0.count', 'seed', 'with seed=4, run "all-at-once" has 3 jobs'],
    ['a count that there is not', 'allocations', 'alocations', 'did you mean "allocations"?'],
    ['more jobs than a page can run', '1000', '2000000', '1000000']
  ])('is refused for %s, where it stands', (_, right, wrong, says) => {
    const { problems } = readGrowth(good.replace(right, wrong));
    expect(problems).toContain(says);
    expect(problems).toMatch(new RegExp(`^${lessonFile}:8:`));
  });
});
