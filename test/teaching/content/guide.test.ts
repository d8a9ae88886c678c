import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeHighlight } from '../../../src/build/content/highlight.ts';
import { readContentFiles } from '../../../src/build/content/files.ts';
import { formatProblems, readContent } from '#lib/teaching/content/index.ts';

const [, template = ''] = /^````md\n(.*?)^````$/ms.exec(readFileSync('content/README.md', 'utf8')) ?? [];
const files = readContentFiles('.');
const highlight = await makeHighlight();

describe('the guide for authors', () => {
  it('holds a lesson that can be added to the course as it stands', () => {
    const file = 'content/lessons/98-my-lesson/index.md';
    const { content, problems } = readContent(new Map([...files, [file, template]]), highlight);
    expect(formatProblems(problems.filter((problem) => problem.file === file))).toBe('');
    expect(content.lessons.at(-1)).toMatchObject({ slug: 'my-lesson', title: 'A lesson to start from' });
  });
});

describe('the content', () => {
  const { content, problems } = readContent(files, highlight);

  it('has no problems', () => {
    expect(formatProblems(problems)).toBe('');
  });

  it('has at least 80 terms and 30 corrections', () => {
    expect(content.terms.length).toBeGreaterThanOrEqual(80);
    expect(content.corrections.length).toBeGreaterThanOrEqual(30);
  });

  it.each(content.lessons.map((lesson) => [lesson.slug, lesson] as const))(
    'tells %s in a lesson’s measure',
    (_, lesson) => {
      expect(lesson.prose.words).toBeGreaterThanOrEqual(900);
      expect(lesson.prose.words).toBeLessThanOrEqual(1600);
      expect(lesson.sections.length).toBeGreaterThanOrEqual(3);
      expect(lesson.sections.length).toBeLessThanOrEqual(6);
      expect(lesson.runs.length).toBeGreaterThanOrEqual(2);
    }
  );
});
