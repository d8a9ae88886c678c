import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeHighlight } from '../../../../src/build/content/highlight.ts';
import { readContentFiles } from '../../../../src/build/content/files.ts';
import { formatProblems, readContent } from '#lib/teaching/content/index.ts';

const highlight = await makeHighlight();
const { prompts, tradeOffs, plans } = readContent(readContentFiles('.'), highlight).content.interview;

describe('the interview of the content', () => {
  it('has at least 12 prompts with their chains, 6 trade-offs and plans for three spans of time', () => {
    expect(prompts.length).toBeGreaterThanOrEqual(12);
    expect(tradeOffs.length).toBeGreaterThanOrEqual(6);
    expect(plans.map(({ id }) => id)).toEqual(['15-minutes', 'an-hour', 'a-week']);
  });

  it('keeps to the time it promises', () => {
    expect(plans[0]?.minutes).toBe(15);
    expect(plans[1]?.minutes).toBe(60);
  });

  it.each(prompts.map((prompt) => [prompt.id, prompt] as const))(
    'asks %s while there is something to happen',
    (_, prompt) => {
      for (const { clip, rubric } of prompt.stages) {
        expect(clip.frames.length).toBeGreaterThanOrEqual(3);
        expect(new Set(rubric).size).toBe(rubric.length);
      }
    }
  );

  it('uses every prompt and every card in a plan', () => {
    const parts = plans.flatMap((plan) => plan.parts);
    const used = (ids: readonly string[]): string[] => [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1));
    expect(used(parts.flatMap((part) => part.prompts))).toEqual(used(prompts.map(({ id }) => id)));
    expect(used(parts.flatMap((part) => part.cards))).toEqual(used(tradeOffs.map(({ id }) => id)));
  });
});

describe('the guide for authors', () => {
  it('holds a prompt that can be added to the interview as it stands', () => {
    const [, template = ''] = /^```yaml\n(revision: .*?)^```$/ms.exec(readFileSync('content/README.md', 'utf8')) ?? [];
    const file = 'content/interview/prompts/my-prompt.yaml';
    const { content, problems } = readContent(new Map([...readContentFiles('.'), [file, template]]), highlight);
    expect(formatProblems(problems)).toBe('');
    expect(content.interview.prompts.find(({ id }) => id === 'my-prompt')?.stages).toHaveLength(3);
  });
});
