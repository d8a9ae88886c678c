import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Why from '#lib/ui/player/Why.svelte';
import { viewContent } from '../../kit.ts';
import { run, steps } from '../fixtures/steps.ts';

const show = (step: number) => {
  render(Why, { why: run.at(step).why });
  return within(screen.getByRole('region', { name: 'Why' }));
};

const lines = (region: ReturnType<typeof show>) =>
  region.getAllByRole('listitem').map((item) => item.textContent.replace(/\s+/g, ' ').trim());

describe('Why', () => {
  it('gives question, guards in the order asked with numbers and branch, and every node', () => {
    const region = show(steps.waits);
    expect(region.getByText('Is there room for job b?')).toBeInTheDocument();
    expect(lines(region)).toEqual([
      'not held the request itself is not valid so not rejected',
      'not held no node could ever hold it, even empty asks 1 GPU, node-a offers 1, so not rejected',
      'not held it fits now asks 1 GPU, most free on one node is 0, so not allocated',
      'not held stopping lower priorities would make room priority 0, a has 0, so not waiting for others to stop',
      'held nothing fits now, so it waits so waiting in the queue',
      'rejected node-a asks 1 GPU, 0 of 1 free'
    ]);
  });

  it('says of the guards behind the first that holds only that they were not asked', () => {
    expect(lines(show(1))).toContain('not asked nothing fits now, so it waits');
  });

  it('says the same in the real systems’ words, in place of ours, for those who ask', async () => {
    const region = show(steps.waits);
    const toggle = region.getByRole('button', { name: 'In the real system’s words', pressed: false });
    expect(region.queryByText('PENDING (Resources)')).toBeNull();
    await userEvent.click(toggle);
    expect(region.getByText('PENDING (Resources)')).toBeInTheDocument();
    expect(region.queryByText('Every node')).toBeNull();
    await userEvent.click(toggle);
    expect(region.getByText('Every node')).toBeInTheDocument();
  });

  it('gives the figures of a step that no check decided', () => {
    const view = viewContent('node-lost');
    const gone = Array.from({ length: view.last }, (_, i) => view.at(i + 1)).find(({ row }) =>
      row?.action.startsWith('Node gone')
    );
    render(Why, { why: gone?.why });
    expect(screen.getByText('Held on it').nextElementSibling).toHaveTextContent('train (1 GPU)');
  });

  it('says so at a step without a decision', () => {
    expect(show(steps.released).getByText('Nothing was decided at this step.')).toBeInTheDocument();
  });

  it('tells whether it is open', async () => {
    const button = show(steps.waits).getByRole('button', { name: 'Why', expanded: false });
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
  });
});
