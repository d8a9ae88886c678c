import { describe, expect, it } from 'vitest';
import { findables } from '#lib/teaching/content/index.ts';
import { contentBank } from './content-items.ts';
import { lessonFile, lessonWith, readWith } from './kit.ts';

const { content } = readWith({ [lessonFile]: lessonWith('Some :term[jobs] wait.') });
const found = findables(content, contentBank());

describe('findables()', () => {
  it.each([
    ['a lesson', '/lessons/first/'],
    ['a section of it', '/lessons/first/#section'],
    ['a run', '/runs/one-gpu/'],
    ['a term', '/glossary/#queue'],
    ['a question', '/quiz/?practice=1&topic=allocation#allocation-free-while-running']
  ])('has %s', (_, id) => {
    expect(found.map((entry) => entry.id)).toContain(id);
  });

  it('has each once, as the index demands', () => {
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it('holds the words of a text without its marks', () => {
    const section = found.find(({ id }) => id === '/lessons/first/#section');
    expect(section?.text).toMatch(/^Some jobs/);
    expect(section?.text).not.toContain('<');
  });
});
