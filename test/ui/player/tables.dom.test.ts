import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ProcessTable from '#lib/ui/player/ProcessTable.svelte';
import StatusTracker from '#lib/ui/player/StatusTracker.svelte';
import { oneGpuBusy } from '../fixtures/one-gpu-busy.ts';
import { run, steps } from '../fixtures/steps.ts';

const rows = oneGpuBusy.steps.flatMap(({ row }) => row ?? []);

const processTable = (step: number) => {
  render(ProcessTable, { rows, step });
  return within(screen.getByRole('table', { name: 'Process table' }));
};

const statusTracker = (step: number) => {
  render(StatusTracker, { rows: run.tracker, step });
  return within(screen.getByRole('table', { name: 'Status tracker' }));
};

describe('ProcessTable', () => {
  it('has a row for every step, and marks the current one', () => {
    const table = processTable(steps.waits);
    expect(table.getAllByRole('rowheader')).toHaveLength(run.last);
    expect(within(table.getByRole('row', { current: 'step' })).getByRole('rowheader')).toHaveTextContent('4 0:04');
  });

  it('shows what a step changed as its value before and after', () => {
    expect(processTable(steps.allocated).getByRole('row', { current: 'step' })).toHaveTextContent(
      'GPU free on node-a: 1 → 0'
    );
  });

  it('marks no row before anything has happened', () => {
    expect(processTable(steps.nothing).queryByRole('row', { current: 'step' })).toBeNull();
  });
});

describe('StatusTracker', () => {
  it('has a row for every variable with a value after every step', () => {
    const row = statusTracker(steps.waits).getByRole('row', { name: /^Job b/ });
    expect(within(row).getAllByRole('cell')).toHaveLength(run.last + 1);
  });

  it('marks the column of the current step', () => {
    expect(statusTracker(steps.waits).getByRole('columnheader', { current: 'step' })).toHaveTextContent('Step 4');
  });
});
