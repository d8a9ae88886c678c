import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Strip from '#lib/ui/diagram/Strip.svelte';
import { run, steps } from '../fixtures/steps.ts';

const texts = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map((item) => item.textContent.replace(/\s+/g, ' ').trim());

describe('Strip', () => {
  it('shows the five steps in order with the jobs that stand in them', () => {
    render(Strip, { boxes: run.at(steps.waits).strip });
    const line = screen.getByRole('list', { name: 'Steps of a request' });
    expect(texts(line)).toEqual(['Request', 'Check', 'Allocate', 'Run job a', 'Release']);
  });

  it('marks the current box on the No branch, once', () => {
    render(Strip, { boxes: run.at(steps.waits).strip });
    const branch = screen.getByRole('list', { name: 'If the check says no' });
    expect(within(branch).getByRole('listitem', { current: 'step' })).toHaveTextContent('Wait job b');
    expect(screen.getAllByRole('listitem', { current: 'step' })).toHaveLength(1);
  });
});
