import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Measured } from '#lib/allocator/worker/index.ts';
import type { Experiment } from '#lib/ui/growth/experiment.ts';
import GrowthBench from '#lib/ui/growth/GrowthBench.svelte';

const counts = {
  queueScans: 0,
  nodeChecks: 0,
  rankComparisons: 0,
  victimSearches: 0,
  heapMoves: 0,
  preemptions: 0,
  peakHeld: 1,
  peakWaiting: 0
};

/** A run in which each job is checked as often as there are jobs behind it. */
const measured = (n: number): Measured => ({
  counts: { ...counts, checks: (n * (n + 1)) / 2, allocations: n, releases: n },
  figures: { jobs: { arrived: n, released: n, failed: 0, rejected: 0 }, meanWait: 0, maxWait: 0, meanTurnaround: 0, meanSlowdown: 1, makespan: n, throughput: 1 }, // prettier-ignore
  end: 'nothing left'
});

const experiment = (id: string, name: string, most: number): Experiment => ({
  id,
  name,
  about: `${name}.`,
  parameters: ['p'],
  most,
  measure: (n) => Promise.resolve(measured(n))
});
const stem = 'Twice the jobs: how many more checks?';

beforeEach(() => {
  render(GrowthBench, {
    stem,
    experiments: [experiment('one', 'All at once', 640), experiment('two', 'One by one', 40)],
    start: { experiment: 'one', quantity: 'checks', most: 320 }
  });
});

const run = () => userEvent.click(screen.getByRole('button', { name: 'Run' }));
const table = () => screen.getByRole('table', { name: /by number of jobs/ });
const row = (n: string) => within(table()).getByRole('rowheader', { name: n }).closest('tr');

describe('GrowthBench', () => {
  it('asks with three answers before anything is run', () => {
    expect(within(screen.getByRole('group', { name: stem })).getAllByRole('radio')).toHaveLength(3);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('runs doublings up to the largest, and names the growth with its exponent', async () => {
    await run();
    expect(row('320')).toHaveTextContent('51,360');
    expect(screen.getByText(/^Checks: quadratic, O\(n²\)\..*Fitted exponent 1\.9\d, between/)).toBeInTheDocument();
  });

  it('marks the learner’s answer in the last row, and says how it compares', async () => {
    await userEvent.click(screen.getByRole('radio', { name: 'About twice' }));
    await run();
    expect(row('320')).toHaveTextContent('25,760');
    expect(screen.getByText('For n = 320 you predicted 25,760. It is 51,360.')).toBeInTheDocument();
  });

  it('asks for the next row before it is run, and keeps the prediction beside the figure', async () => {
    await run();
    await userEvent.type(screen.getByRole('textbox', { name: /next row: n = 640/ }), '205000');
    await userEvent.click(screen.getByRole('button', { name: 'Run n = 640' }));
    expect(row('640')).toHaveTextContent('205,120');
    expect(screen.getByText(/For n = 640 you predicted 205,000\. Right: it is 205,120\./)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('counts something else in the same run', async () => {
    await run();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Count' }), 'All calls');
    expect(row('320')).toHaveTextContent('960');
  });

  it('forgets the figures when something is set otherwise', async () => {
    await run();
    await fireEvent.input(screen.getByRole('slider', { name: 'Slots, p' }), { target: { value: '0' } });
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('forgets the figures of another run, and offers no more jobs than it can take', async () => {
    await run();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Run' }), 'One by one');
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('slider', { name: 'Largest run' })).toHaveAttribute('aria-valuetext', '40 jobs');
  });
});
