import { describe, expect, it } from 'vitest';
import { lessonFile, lessonWith, problemsIn, problemsOf, readWith } from '../kit.ts';

const lesson = (text = 'Some text.') => readWith({ [lessonFile]: lessonWith(text) }).content.lessons[0];

describe('readLesson()', () => {
  it('finds nothing wrong with a lesson that keeps to the format', () => {
    expect(problemsOf(lessonWith('Some text.'))).toEqual([]);
  });

  it('takes place and address from the name of the folder', () => {
    expect(lesson()).toMatchObject({ slug: 'first', order: 1, title: 'First' });
  });

  it('divides the text into an opening and sections with anchors', () => {
    expect(lesson()?.opening.map(({ kind }) => kind)).toEqual(['predict']);
    expect(lesson()?.sections).toMatchObject([
      { id: 'section', title: 'Section', blocks: [{ kind: 'text' }, { kind: 'run' }] }
    ]);
  });

  it('makes right the answer whose value the run gives', () => {
    const [block] = lesson()?.opening ?? [];
    const answers = block?.kind === 'predict' ? block.question.answers : [];
    expect(answers.filter(({ right }) => right).map(({ value }) => value)).toEqual(['waiting']);
  });

  it('shows the step before a prediction, and after the answer the step itself', () => {
    const [block] = lesson()?.opening ?? [];
    expect(block).toMatchObject({ question: { id: 'first/what', shown: { step: 4 }, next: { step: 5 } } });
  });

  it('gathers what :::look asks in the visual quiz, with the board of that step', () => {
    const look = lesson(
      ':::look{#see gives=b at=5}\nWhere is b?\n\n- `waiting` Waiting\n\n  Yes.\n\n- `none` Gone\n\n  No.\n\n:::'
    );
    expect(look?.quiz).toMatchObject([{ id: 'first/see', shown: { step: 5 }, next: undefined }]);
  });

  it('reads loops as lanes, each a name and its steps, with a legend', () => {
    const drawn = lesson(':::loops[Two]\n\n- One\n  1. Ask\n  2. **Book**\n- Other\n  1. Measure\n\nA legend.\n\n:::');
    expect(drawn?.sections[0]?.blocks[0]).toEqual({
      kind: 'loops',
      title: 'Two',
      loops: [
        { name: '<p>One</p>', steps: ['<p>Ask</p>', '<p><strong>Book</strong></p>'] },
        { name: '<p>Other</p>', steps: ['<p>Measure</p>'] }
      ],
      html: '<p>A legend.</p>'
    });
  });

  it('numbers sources in the order in which they are cited, each once', () => {
    const cited = lesson('One.  :cite[a-paper] Two. :cite[a-paper]');
    expect(cited?.sources).toEqual(['a-paper']);
    expect(cited?.sections[0]?.blocks[0]).toHaveProperty(
      'html',
      expect.stringContaining('One.<a class="cite" href="#source-a-paper"')
    );
  });

  it('puts the meaning of a term behind a button that opens it', () => {
    const html = lesson('All :term[jobs] wait.')?.sections[0]?.blocks[0];
    expect(html).toHaveProperty(
      'html',
      expect.stringMatching(/<button type="button" popovertarget="(first-term-1)">jobs<\/button><span id="\1" popover/)
    );
  });

  it('lets a long name in code break before its capitals', () => {
    expect(lesson('See `ImagePullBackOff`.')?.sections[0]?.blocks[0]).toMatchObject({
      html: '<p>See <code>Image<wbr>Pull<wbr>Back<wbr>Off</code>.</p>'
    });
  });

  it('leaves the time of day alone, though it looks like a directive', () => {
    expect(problemsIn('Job b asks at 0:04.')).toEqual([]);
  });
});

describe('a lesson with mistakes', () => {
  it.each([
    [
      'a number that the run contradicts',
      ':n[7]{gives="wait of b"}',
      '1:1 the run gives 6 for "wait of b", this says 7'
    ],
    ['a number of nothing', 'The :n[6].', '1:5 a number says what it is, as in gives="wait of b"'],
    [
      'a name that the run does not give',
      ':n[6]{gives="wait of c"}',
      '1:1 run "one-gpu-busy" gives no "wait of c"; did you mean "wait of a"?'
    ],
    ['a step beyond the last', ':n[1]{gives="GPU free" at=99}', '1:1 run "one-gpu-busy" has steps 0 to 10, not 99'],
    [
      'an unknown scenario',
      ':n[6]{run=one-gpu-bussy gives="wait of b"}',
      '1:1 there is no scenario "one-gpu-bussy"; did you mean "one-gpu-busy"?'
    ],
    ['an unknown term', 'A :term[qeue].', '1:3 there is no term "qeue"; did you mean "queue"?'],
    ['a missing source', 'So it is. :cite[a-papre]', '1:11 there is no source "a-papre"; did you mean "a-paper"?'],
    ['a broken link', '[x](/runs/one-gup/)', '1:1 there is no page "/runs/one-gup/"; did you mean "/runs/one-gpu/"?'],
    ['a broken anchor', '[x](#sectoin)', '1:1 there is no section "sectoin"; did you mean "section"?'],
    [
      'a link to another site',
      '[x](https://example.org/)',
      '1:1 a link leads inside this site, as /runs/one-gpu/; other documents are cited with :cite'
    ],
    ['an unknown attribute', ':n[6]{give="wait of b"}', '1:1 "n" has no attribute "give"; did you mean "gives"?'],
    ['an unknown directive', 'A :tern[job].', '1:3 ":tern" is nothing that may stand here; did you mean "term"?'],
    ['an unknown block', ':::mith\nA\n:::', '1:1 there is no block ":::mith"; did you mean "myth"?'],
    ['code in an unknown language', '```cobol\nx\n```', '1:1 no highlighting for code in "cobol"'],
    ['HTML', '<b>Bold</b>', '1:1 HTML is not read; write Markdown'],
    [
      'a paragraph too long for a phone',
      'word '.repeat(50),
      '1:1 a paragraph has at most 215 letters here (five lines on a phone), this has 249'
    ],
    [
      'a question that is too long in its larger type',
      `:::look{#long gives=b at=5}\n${'word '.repeat(35)}\n\n- \`waiting\` Waiting\n\n  Yes.\n\n- \`none\` Gone\n\n  No.\n\n:::`,
      '2:1 a paragraph has at most 155 letters here (five lines on a phone), this has 174'
    ],
    [
      'a loop without steps',
      ':::loops[One]\n\n- Alone\n\n:::',
      '3:1 a loop is a name, and below it a numbered list of its steps'
    ],
    [
      'loops that are no list',
      ':::loops[One]\n\nText.\n\n:::',
      '1:1 loops are a list: a name each, and below it its steps as a numbered list'
    ],
    [
      'a column without a heading',
      '| | b |\n| - | - |\n| a | 1 |',
      '1:1 each column of a table has a heading, for those who hear it'
    ],
    ['American spelling', 'The utilization.', '1:1 "utilization" is American spelling; this site writes British'],
    [
      'a run that does not move',
      ':::run{from=3 to=3}\nGo.\n:::',
      '1:1 a run goes forward: from=3 to=3 has no step to take'
    ]
  ])('is told %s', (_, text, problem) => {
    expect(problemsIn(text)).toContain(problem);
  });

  it('is told all of them at once, from the top down', () => {
    expect(problemsIn('A :term[xyz].\n\nA :cite[xyz].')).toHaveLength(2);
  });

  it('is told of a question without exactly one right answer', () => {
    const [problem] = problemsOf(lessonWith('x').replace('`waiting`', '`failed`'));
    expect(problem).toMatch(/^\d+:1 exactly one answer must be right, here 0 are; see what run "one-gpu-busy" gives/);
  });

  it('is told of a section without an act', () => {
    expect(problemsOf(lessonWith('x').replace(':::run\nPress Next.\n:::', ''))).toContainEqual(
      expect.stringContaining('section "Section" asks for no act')
    );
  });

  it('is told of an explanation before the first prediction', () => {
    expect(problemsOf(lessonWith('x').replace('\n:::predict', 'First this.\n\n:::predict'))).toContainEqual(
      expect.stringContaining('a lesson opens with a :::predict')
    );
  });

  it('is told of a misspelt field of its head, at its line', () => {
    expect(problemsOf(lessonWith('x').replace('minutes:', 'minuts:'))).toContain(
      '5:1 unknown field "minuts"; did you mean "minutes"?'
    );
  });

  it('is told of a block that was not closed before the next', () => {
    expect(problemsIn(':::cheat\n\nx\n\n:::deep[More]\nx\n:::')).toContainEqual(
      expect.stringContaining('":::deep" stands inside another block')
    );
  });
});
