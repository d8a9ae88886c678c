import { readFileSync } from 'node:fs';
import { formatProblems, readContent, type Highlight, type ReadContent } from '#lib/teaching/content/index.ts';

/** Knows YAML, and leaves it plain. */
const highlight: Highlight = (code, language) =>
  language === 'yaml'
    ? { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value: code }] }
    : undefined;

const scenario = (id: string): readonly [string, string] => [
  `content/scenarios/${id}.yaml`,
  readFileSync(`content/scenarios/${id}.yaml`, 'utf8')
];

const shared: ReadonlyMap<string, string> = new Map([
  scenario('one-gpu'),
  scenario('one-gpu-busy'),
  [
    'content/sources.yaml',
    '- { id: a-paper, title: A paper, where: https://example.org/, version: "1.0", checked: 2026-11-21 }\n'
  ],
  [
    'content/glossary.yaml',
    '- { id: job, term: job, means: One request for resources. }\n- { id: queue, term: queue, means: Those who wait. }\n'
  ]
]);

/** Reads a small content with other files beside it. */
export const readWith = (files: Readonly<Record<string, string>>): ReadContent =>
  readContent(new Map([...shared, ...Object.entries(files)]), highlight);

export const lessonFile = 'content/lessons/01-first/index.md';

const head = `---
title: First
summary: A lesson that stands here so that tests have something to read.
objective: read a lesson
minutes: 8
needs: []
runs: [one-gpu-busy]
---
`;

const predict = `
:::predict{#what gives=b at=5}
What becomes of b?

- \`waiting\` It waits

  Nothing is free.

- \`running\` It runs

  Job a has the GPU.

:::
`;

const rest = `
:::snapshot

- All there is.

:::
`;

/** A lesson that has no problems, with text in its one section. */
export const lessonWith = (text: string): string =>
  `${head}${predict}
## Section

${text}

:::run
Press Next.
:::
${rest}`;

/** The line at which the text of `lessonWith` begins. */
export const textLine = lessonWith('HERE').split('\n').indexOf('HERE') + 1;

/** The problems of a lesson, each as `line:col message`. */
export function problemsOf(text: string): string[] {
  const { problems } = readWith({ [lessonFile]: text });
  return formatProblems(problems)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(`${lessonFile}:`, ''));
}

/** The problems of a text in the section of a lesson, lines counted from the text's first. */
export const problemsIn = (text: string): string[] =>
  problemsOf(lessonWith(text)).map((problem) => {
    const [line = '', ...more] = problem.split(':');
    return [Number(line) - textLine + 1, ...more].join(':');
  });
