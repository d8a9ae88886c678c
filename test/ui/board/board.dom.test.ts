import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Board from '#lib/ui/board/Board.svelte';
import { run, steps } from '../fixtures/steps.ts';

const show = (step: number) => {
  const { board, clock } = run.at(step);
  render(Board, { rows: board, clock, reserve: 2 });
  return screen.getByRole('list', { name: 'Board' });
};

describe('Board', () => {
  it('shows state, ask, place and time of every job in words', () => {
    const [b, a] = within(show(steps.waits)).getAllByRole('listitem');
    expect(b).toHaveTextContent('b waiting in the queue since 0:04 1 GPU node-a has 0 free');
    expect(a).toHaveTextContent('a running since 0:01 1 GPU node-a');
  });

  it('marks the line that the step changed, and no other', () => {
    const lines = within(show(steps.waits)).getAllByRole('listitem');
    expect(lines.map((line) => line.classList.contains('changed'))).toEqual([true, false]);
  });

  it('says so while no job has arrived', () => {
    show(steps.nothing);
    expect(screen.getByText('No job has arrived yet.')).toBeInTheDocument();
  });
});
