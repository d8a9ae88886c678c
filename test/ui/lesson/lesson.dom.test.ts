import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Loops from '#lib/ui/lesson/Loops.svelte';
import QuestionView from '#lib/ui/lesson/Question.svelte';
import { rebased, siteRoot } from '#lib/ui/lesson/site-root.ts';
import SmallRun from '#lib/ui/lesson/SmallRun.svelte';
import { clip, question } from './fixtures.ts';

const show = (): void => void render(QuestionView, { question, kind: 'Predict' });

describe('Question', () => {
  it('is a group named by its stem, and gives no reason before an answer', () => {
    show();
    expect(screen.getByRole('group', { name: 'What becomes of b?' })).not.toHaveTextContent('Nothing is free.');
  });

  it('shows the board before the step until somebody answers, then the step', async () => {
    show();
    expect(screen.queryByText('waiting in the queue')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'It runs' }));
    expect(screen.getByText('waiting in the queue')).toBeVisible();
  });

  it('gives the reason of every answer at once, whichever was chosen', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'It runs' }));
    expect(screen.getByText('Nothing is free.')).toBeVisible();
    expect(screen.getByText('Job a has the GPU.')).toBeVisible();
  });

  it('tells with the verdict what the run does', async () => {
    show();
    await userEvent.click(screen.getByRole('button', { name: 'It waits' }));
    expect(screen.getByText('Yes.').parentElement).toHaveTextContent(`Yes. ${question.next?.sentence}`);
  });
});

describe('Question by a source', () => {
  it('shows several answers that are not right', () => {
    const no = (html: string) => ({ value: 'no', html, why: '<p>No.</p>', right: false });
    const answers = [{ value: 'yes', html: 'This', why: '<p>Yes.</p>', right: true }, no('That'), no('Neither')];
    render(QuestionView, { question: { ...question, next: undefined, answers }, kind: 'Predict' });
    expect(screen.getAllByRole('button').map((b) => b.textContent?.trim())).toEqual(['This', 'That', 'Neither']);
  });
});

describe('Loops', () => {
  it('are lists of steps to whoever does not see the arrows', () => {
    const loops = [
      { name: '<p>Books</p>', steps: ['<p>Ask</p>', '<p><strong>Book</strong></p>'] },
      { name: '<p>Meter</p>', steps: ['<p>Measure</p>'] }
    ];
    render(Loops, { title: 'Two loops', loops, html: '<p>Heavy: the books.</p>' });
    const steps = screen.getAllByRole('listitem').map((item) => item.textContent?.trim());
    expect(steps).toEqual(expect.arrayContaining(['Ask', 'Book', 'Measure']));
    expect(screen.getAllByRole('list')).toHaveLength(3);
    expect(screen.getByRole('figure', { name: 'Two loops' })).toHaveTextContent('Heavy: the books.');
  });
});

describe('SmallRun', () => {
  it('goes from its first step to its last and back', async () => {
    render(SmallRun, { clip });
    const [first, second] = clip.frames.map(({ sentence }) => sentence);
    expect(screen.getByText(first ?? '')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next step' }));
    expect(screen.getByText(second ?? '')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Previous step' }));
    expect(screen.getByText(first ?? '')).toBeVisible();
  });

  it('stays at its last step, with the button in place', async () => {
    render(SmallRun, { clip });
    const next = screen.getByRole('button', { name: 'Next step' });
    for (let i = 0; i < 5; i++) await userEvent.click(next);
    expect(screen.getByText(clip.frames.at(-1)?.sentence ?? '')).toBeVisible();
    expect(next).toHaveAttribute('aria-disabled', 'true');
  });

  it('links to the same step of the whole run', () => {
    render(SmallRun, { clip });
    expect(screen.getByRole('link', { name: 'Whole run' })).toHaveAttribute(
      'href',
      expect.stringMatching(/runs\/one-gpu-busy\/?\?step=3$/)
    );
  });
});

describe('siteRoot()', () => {
  it('leads from the page of a route to the root of the site', () => {
    expect([siteRoot('/'), siteRoot('/lessons'), siteRoot('/lessons/[slug]/recap')]).toEqual([
      './',
      '../',
      '../../../'
    ]);
  });

  it('makes links of a text relative, and leaves anchors alone', () => {
    expect(rebased('<a href="/runs/x/">x</a><a href="#y">y</a>', '../')).toBe(
      '<a href="../runs/x/">x</a><a href="#y">y</a>'
    );
  });
});
