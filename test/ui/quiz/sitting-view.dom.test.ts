import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { beginSitting, type SittingKind } from '#lib/teaching/quiz/index.ts';
import type { NewKind } from '#lib/ui/quiz/quiz-data.ts';
import SittingView from '#lib/ui/quiz/SittingView.svelte';
import { one } from '../../teaching/quiz/items.ts';

const items = ['first', 'second'].map((id) => one('xyz', 'x', { id, stem: `The ${id}?` }));
const objectives = [{ id: 'hold', topic: 'allocation', title: 'say who holds it' }];

function begin(kind: SittingKind, newKinds: readonly NewKind[] = []) {
  const on = { onAnswered: vi.fn(), onRetry: vi.fn() };
  const data = { items, objectives, sources: {}, runs: {}, newKinds };
  render(SittingView, { start: beginSitting(kind, items), attempt: 'a', data, ...on });
  return on;
}

async function answer(option: string, submit: string, confidence?: string): Promise<void> {
  await userEvent.click(screen.getByRole('radio', { name: option }));
  if (confidence !== undefined) await userEvent.click(screen.getByRole('radio', { name: confidence }));
  await userEvent.click(screen.getByRole('button', { name: submit }));
}

describe('SittingView', () => {
  it('hands over each answer to be kept, once', async () => {
    const { onAnswered } = begin('practice');
    await answer('x', 'Check answer');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(onAnswered).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ item: items[0], score: 1 }));
  });

  it('puts the focus on what is to be read next: the verdict, then the next stem', async () => {
    begin('practice');
    await answer('x', 'Check answer');
    expect(screen.getByRole('heading', { name: 'Right' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('The second?')).toHaveFocus();
  });

  it('makes another like an authored item from a run, then goes on as before', async () => {
    begin('practice', [{ id: 'free', title: 'How many are free?', objective: 'hold', revision: 1 }]);
    await answer('x', 'Check answer');
    await userEvent.click(screen.getByRole('button', { name: 'Another like this' }));
    expect(await screen.findByText(/How many GPUs are free on/, {}, { timeout: 30_000 })).toHaveFocus();
    expect(screen.getByText(/^2 of 3/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show solution' }));
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByText('The second?')).toHaveFocus();
  });

  it('gives no word on an answer before the end of a test', async () => {
    begin('test');
    await answer('y', 'Next');
    expect(screen.queryByText(/right|why/i)).not.toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'The second?' })).toBeInTheDocument();
  });

  it('ends a test with a verdict by objective and what was missed, sure mistakes first', async () => {
    const { onRetry } = begin('test');
    await answer('y', 'Next');
    await answer('z', 'Next', 'Sure');
    expect(screen.getByRole('heading', { name: '0 of 2 right' })).toHaveFocus();
    expect(screen.getByRole('row', { name: /say who holds it 0 of 2/ })).toBeInTheDocument();
    const stems = screen.getAllByText(/^The (first|second)\?$/).map((stem) => stem.textContent);
    expect(stems.join(' ')).toMatch(/You were sure\..*The second\?.*The first\?/s);
    await userEvent.click(screen.getByRole('button', { name: 'Retry the missed ones' }));
    expect(onRetry).toHaveBeenCalledExactlyOnceWith([
      expect.objectContaining({ item: items[1] }),
      expect.objectContaining({ item: items[0] })
    ]);
  });

  it('offers nothing to retry where nothing was missed', async () => {
    begin('test');
    await answer('x', 'Next');
    await answer('x', 'Next');
    expect(screen.getByRole('heading', { name: '2 of 2 right' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Retry/ })).not.toBeInTheDocument();
  });
});
