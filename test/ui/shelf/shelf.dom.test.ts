import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import Shelf from '#lib/ui/shelf/Shelf.svelte';
import type { ShelfRun } from '#lib/ui/shelf/shelf.ts';

vi.mock('$app/paths', () => ({ resolve: (_: string, { scenario }: { scenario: string }) => `/runs/${scenario}` }));

const run = (id: string, title: string): ShelfRun => ({
  id,
  title,
  objective: `Objective of ${id}.`,
  look: `What of ${id}?`,
  level: 'hard',
  steps: 12
});
const shelf = [
  { topic: 'Quotas', runs: [run('refused', 'Refused with GPUs free')] },
  { topic: 'All or nothing', runs: [run('deadlock', 'Four GPUs held'), run('whole', 'Four or none')] }
];
const type = (text: string) => userEvent.type(screen.getByRole('searchbox', { name: 'Find a run' }), text);

describe('Shelf', () => {
  beforeEach(() => {
    render(Shelf, { shelf });
  });

  it('lists the runs of each topic under its heading', () => {
    expect(screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent)).toEqual([
      'Quotas',
      'All or nothing'
    ]);
    const [, gangs] = screen.getAllByRole('list');
    expect(gangs!.querySelectorAll('li')).toHaveLength(2);
  });

  it('says of each run what it is for, what to look for, how hard and how long it is', () => {
    const line = screen.getByRole('link', { name: 'Refused with GPUs free' }).closest('li');
    for (const text of ['Objective of refused.', 'What of refused?', 'hard, 12 steps'])
      expect(line).toHaveTextContent(text);
  });

  it('links each run to its page', () => {
    expect(screen.getByRole('link', { name: 'Four or none' })).toHaveAttribute('href', '/runs/whole');
  });

  it('leaves the runs that mention what is typed, and says how many', async () => {
    await type('held');
    expect(screen.getAllByRole('link').map((a) => a.textContent)).toEqual(['Four GPUs held']);
    expect(screen.getByText('1 run')).toBeInTheDocument();
  });

  it('offers a way back where nothing is found', async () => {
    await type('tennis');
    expect(screen.queryAllByRole('link')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'show all runs' }));
    expect(screen.getAllByRole('link')).toHaveLength(3);
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });
});
