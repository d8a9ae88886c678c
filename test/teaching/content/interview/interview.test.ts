import { describe, expect, it } from 'vitest';
import { formatProblems, type Prompt } from '#lib/teaching/content/index.ts';
import { readWith } from '../kit.ts';

const file = 'content/interview/prompts/second-job.yaml';

const good = `revision: 1
title: A second job asks
level: easy
run: one-gpu-busy
at: Request b
ask: What happens to b?
answer: |
  It waits :n[6]{gives="wait of b"} seconds.
rubric:
  - step: Wait b
  - gives: wait of b
follow:
  - now: Now there are two nodes.
    set: 'cluster.nodes=[{ name: node, count: 2, allocatable: { nvidia.com/gpu: 1 } }]'
    at: Request b
    ask: And now?
    answer: |
      It waits :n[0]{gives="wait of b"} seconds, not :n[6]{set="" gives="wait of b"}.
    rubric: [{ step: Allocate b }, { gives: mean wait }]
  - now: Now the node is lost as b asks.
    intervene: [{ step: 4, node: node-a, is: lost }]
    at: Request b
    ask: And now?
    answer: b never starts.
    rubric: [{ step: Wait b }, { gives: start of b }]
`;

const promptIn = (text: string): Prompt | undefined => readWith({ [file]: text }).content.interview.prompts[0];

/** The problems of a prompt, each as `line:col message`. */
const problemsOf = (text: string): string[] =>
  formatProblems(readWith({ [file]: text }).problems)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(`${file}:`, ''));

describe('a prompt of the drill', () => {
  it('has no problems when it keeps to the format, and is called as its file is', () => {
    expect(problemsOf(good)).toEqual([]);
    expect(promptIn(good)).toMatchObject({ id: 'second-job', level: 'easy', run: 'one-gpu-busy' });
  });

  it('takes its rubric from the run: the sentence of a step, a figure with its name', () => {
    expect(promptIn(good)?.stages[0]?.rubric).toEqual([
      '0:04 · Job b waits: it asks for 1 GPU, node-a has 0 free.',
      'Wait of b: 0:06.'
    ]);
  });

  it('begins the run at the step where the question is asked', () => {
    const frames = promptIn(good)?.stages[0]?.clip.frames ?? [];
    expect(frames[0]).toMatchObject({ step: 4, sentence: 'Job b asks for 1 GPU. Is there room?' });
    expect(frames.at(-1)?.step).toBe(10);
  });

  it('tells nodes, jobs and policy from the scenario', () => {
    expect(promptIn(good)?.stages[0]?.setup).toMatchObject({
      nodes: ['node-a: 1 GPU'],
      jobs: [
        { job: 'a', arrives: '0:00', asks: '1 GPU', runs: '0:10', priority: '', tenant: '' },
        { job: 'b', arrives: '0:04', asks: '1 GPU', runs: '0:06', priority: '', tenant: '' }
      ]
    });
  });

  it('runs each follow-up for real: a changed field, and an intervention', () => {
    const [, nodes, lost] = promptIn(good)?.stages ?? [];
    expect(nodes?.rubric).toEqual(['0:04 · Job b gets 1 GPU on node-2: 1 GPU free becomes 0.', 'Mean wait: 0 s.']);
    expect(lost?.rubric[1]).toBe('Start of b: never.');
    expect(lost?.clip.frames.some(({ sentence }) => sentence.startsWith('Node node-a is gone'))).toBe(true);
  });

  it.each([
    [
      'a number that the run does not give',
      ['[6]{gives', '[7]{gives'],
      '7:9 the run gives 6 for "wait of b", this says 7'
    ],
    [
      'a step that the run has not',
      ['- step: Wait b', '- step: Wait c'],
      '10:5 run "one-gpu-busy" gives no "step of Wait c"'
    ],
    [
      'a figure that the run has not',
      ['- gives: wait of b', '- gives: wait of q'],
      '11:5 run "one-gpu-busy" gives no "wait of q"'
    ],
    ['a run that is not there', ['run: one-gpu-busy', 'run: one-gpu-bus'], '4:6 there is no scenario "one-gpu-bus"'],
    ['a follow-up that cannot be run', ['name: node,', 'nam: node,'], 'field "name" is missing'],
    ['a follow-up without its change in words', ['now: Now there are two nodes.', "now: ''"], '13:10'],
    ['American spelling', ['What happens to b?', 'What is its utilization?'], '6:6 "utilization" is American spelling'],
    ['a citation', ['It waits :n[6]', 'It waits:cite[a-paper] :n[6]'], '7:9 what is said aloud cites nothing']
  ])('is told %s', (_, [from = '', to = ''], problem) => {
    const problems = problemsOf(good.replace(from, to));
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });

  it('is told an answer that takes longer than a minute', () => {
    const long = Array.from({ length: 19 }, () => '  It waits and waits and waits again, on and on.\n').join('\n');
    expect(problemsOf(good.replace('answer: |\n', `answer: |\n${long}\n`))).toEqual([
      expect.stringContaining('7:9 at most 150 words are said in a minute')
    ]);
  });

  it('is told a file with another name', () => {
    const { problems } = readWith({ 'content/interview/prompts/Second Job.yaml': good });
    expect(formatProblems(problems)).toContain('a prompt is interview/prompts/<name>.yaml');
  });
});

const card = `- id: line
  title: Keep the line?
  run: one-gpu-busy
  figures: [wait of b, mean wait]
  sides:
    - { name: One node, favours: It costs less. }
    - { name: Two nodes, set: 'cluster.nodes=[{ name: node, count: 2, allocatable: { nvidia.com/gpu: 1 } }]', favours: Nobody waits. }
  say: One waits :n[6]{gives="wait of b"} seconds.
`;

describe('a trade-off card', () => {
  const cards = 'content/interview/trade-offs.yaml';

  it('has the figures of both runs', () => {
    const { content, problems } = readWith({ [cards]: card });
    expect(formatProblems(problems)).toBe('');
    expect(content.interview.tradeOffs[0]).toMatchObject({
      figures: ['Wait of b', 'Mean wait'],
      sides: [{ values: ['0:06', '3 s'] }, { values: ['0:00', '0 s'] }]
    });
  });

  it('is told two sides that come to the same', () => {
    const same = card.replace(/set: '[^']*', /, '');
    expect(formatProblems(readWith({ [cards]: same }).problems)).toBe(`${cards}:4:12 both sides give the same figures`);
  });
});

describe('a plan', () => {
  const plans = 'content/interview/plans.yaml';
  const plan = `- id: soon
  title: Soon
  parts:
    - { title: First, minutes: 4, say: Speak., prompts: [second-job] }
    - { title: Then, minutes: 5, say: Decide., cards: [line] }
`;

  it('adds its minutes up', () => {
    const { content, problems } = readWith({ [file]: good, 'content/interview/trade-offs.yaml': card, [plans]: plan });
    expect(formatProblems(problems)).toBe('');
    expect(content.interview.plans[0]?.minutes).toBe(9);
  });

  it('is told a prompt and a card that are not there', () => {
    expect(formatProblems(readWith({ [plans]: plan }).problems).split('\n')).toEqual([
      `${plans}:4:58 there is no prompt "second-job"`,
      `${plans}:5:56 there is no trade-off "line"`
    ]);
  });
});
