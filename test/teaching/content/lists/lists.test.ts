import { describe, expect, it } from 'vitest';
import { formatProblems } from '#lib/teaching/content/index.ts';
import { readWith } from '../kit.ts';

const problems = (file: string, text: string): string =>
  formatProblems(readWith({ [`content/${file}.yaml`]: text }).problems);

describe('the glossary', () => {
  it.each([
    ['a term that is not there', '- { id: a, term: aaa, means: Some., see: [b] }', '1:43 there is no term "b"'],
    ['a source that is not there', '- { id: a, term: aaa, means: Some., source: x }', '1:45 there is no source "x"'],
    [
      'an id given twice',
      '- { id: a, term: aaa, means: Some. }\n- { id: a, term: bbb, means: Some. }',
      '2:9 id "a" is given twice'
    ],
    [
      'a word with two meanings',
      '- { id: a, term: aaa, means: Some. }\n- { id: b, term: bbb, means: Some., also: [Aaa] }',
      '2:18 "aaa" already stands under "a"'
    ],
    ['an unknown field', '- { id: a, term: aaa, mean: Some. }', '1:23 unknown field "mean"; did you mean "means"?']
  ])('is told of %s', (_, text, problem) => {
    expect(problems('glossary', text)).toContain(`content/glossary.yaml:${problem}`);
  });
});

describe('the sources', () => {
  it('hold each document once', () => {
    const source = (id: string): string =>
      `- { id: ${id}, title: Abc, where: https://a.org/, version: "1.0", checked: 2026-11-21 }`;
    expect(problems('sources', `${source('a')}\n${source('b')}`)).toBe(
      'content/sources.yaml:2:31 this document is already source "a"'
    );
  });
});

describe('the corrections', () => {
  const correction = (more: string): string => `- { id: a, taught: Abc., verdict: wrong, truth: Def.${more} }`;

  it('may rest on a run that gives what they say', () => {
    expect(problems('corrections', correction(', run: one-gpu, step: 1, gives: GPU free, is: 1'))).toBe('');
  });

  it.each([
    ['neither run nor source', '', 'correction "a" has neither a run nor a source'],
    [
      'a run that gives something else',
      ', run: one-gpu, step: 1, gives: GPU free, is: 0',
      'the run gives 1 for "GPU free", this says 0'
    ],
    ['a step beyond the last', ', run: one-gpu, step: 99', 'run "one-gpu" has steps 0 to 6, not 99'],
    ['a scenario that is not there', ', run: one-gup', 'there is no scenario "one-gup"; did you mean "one-gpu"?']
  ])('are told of %s', (_, more, problem) => {
    expect(problems('corrections', correction(more))).toContain(problem);
  });
});
