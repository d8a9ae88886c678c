import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import GrowthBench from '#lib/ui/growth/GrowthBench.svelte';

const checks = (n: number): number => (n * (n + 1)) / 2;
const stem = 'Twice the jobs: how many more checks?';

beforeEach(() => {
  render(GrowthBench<number>, {
    stem,
    experiments: [
      { id: 'one', name: 'All at once', about: 'All ask at once.', most: 640, measure: (n) => Promise.resolve(n) },
      { id: 'two', name: 'One by one', about: 'Each asks in turn.', most: 40, measure: (n) => Promise.resolve(-n) }
    ],
    quantities: [
      { id: 'checks', name: 'Checks', unit: '', about: 'Looks at a job.', of: checks },
      { id: 'calls', name: 'All calls', unit: '', about: 'Every call.', of: (n) => 3 * n }
    ],
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

  it('forgets the figures of another run, and offers no more jobs than it can take', async () => {
    await run();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Run' }), 'One by one');
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('slider', { name: 'Largest run' })).toHaveAttribute('aria-valuetext', '40 jobs');
  });
});
