import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Cluster from '#lib/ui/player/Cluster.svelte';
import Numbers from '#lib/ui/player/Numbers.svelte';
import TableView from '#lib/ui/player/TableView.svelte';
import Timeline from '#lib/ui/player/Timeline.svelte';
import Transcript from '#lib/ui/player/Transcript.svelte';
import Views from '#lib/ui/player/Views.svelte';
import type { ViewId } from '#lib/ui/player/views.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import { runText } from '../../kit.ts';
import { run, steps } from '../fixtures/steps.ts';

const at = (step: number, ahead = true) => ({ run, view: run.at(step), ahead });

describe('Views', () => {
  const show = (chosen: ViewId) => {
    const onChoose = vi.fn<(view: ViewId) => void>();
    render(Views, { ...at(steps.waits), chosen, onChoose });
    return onChoose;
  };

  it('has a tab for each view, the chosen one selected and alone in the order of Tab', () => {
    show('table');
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map(({ textContent }) => textContent)).toEqual([
      'Diagram',
      'Table',
      'Timeline',
      'Cluster',
      'Numbers',
      'Transcript'
    ]);
    expect(tabs.filter(({ tabIndex }) => tabIndex === 0)).toEqual([screen.getByRole('tab', { selected: true })]);
    expect(screen.getByRole('tabpanel', { name: 'Table' })).toBeInTheDocument();
  });

  it('asks for the view of a tab', async () => {
    const onChoose = show('table');
    await userEvent.click(screen.getByRole('tab', { name: 'Cluster' }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('cluster');
  });

  it('fetches the chosen view', async () => {
    show('timeline');
    expect(await screen.findByRole('region', { name: 'Timeline' })).toBeInTheDocument();
  });
});

describe('Timeline', () => {
  it('says who has what at the present step', () => {
    render(Timeline, at(steps.waits));
    expect(screen.getByText('At 0:04: a running (node-a, GPU 1); b waiting (the queue).')).toBeInTheDocument();
  });

  it('lists its bars in a table', () => {
    render(Timeline, at(steps.waits));
    const rows = within(screen.getByRole('table', { name: 'Bars of the timeline', hidden: true })).getAllByRole('row', {
      hidden: true
    });
    expect(rows.slice(1).map((row) => row.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'node-a, GPU 1aallocatedstep 2step 3',
      'node-a, GPU 1arunningstep 3step 5',
      'Queue, 1bwaitingstep 4step 7'
    ]);
  });

  it('tells nothing of later steps to those who predict', () => {
    render(Timeline, at(steps.waits, false));
    expect(screen.queryByText(/Step 5/)).toBeNull();
    expect(screen.queryByText('step 7')).toBeNull();
  });
});

describe('Cluster', () => {
  it('says of each place who has it, what is booked and used, and who waits', () => {
    render(Cluster, at(steps.waits));
    const region = within(screen.getByRole('region', { name: 'Cluster' }));
    expect(region.getByRole('list', { name: 'Nodes' })).toHaveTextContent('node-a GPU 1 a running');
    expect(region.getByText(/2 CPU of 4 CPU booked/)).toHaveTextContent('1 CPU used');
    expect(region.getByRole('list', { name: 'Queue' })).toHaveTextContent(
      'b waiting in the queue 1 GPU · node-a has 0 free'
    );
  });

  it('says that nobody waits', () => {
    render(Cluster, at(steps.allocated));
    expect(screen.getByText('Nobody waits.')).toBeInTheDocument();
  });
});

describe('Numbers', () => {
  it('are those of the present step', () => {
    render(Numbers, at(steps.released));
    expect(screen.getByRole('row', { name: /^Mean wait 0:00/ })).toBeInTheDocument();
  });
});

describe('Transcript', () => {
  it('marks the sentence of the present step among all', () => {
    render(Transcript, at(steps.waits));
    const region = screen.getByRole('region', { name: 'Transcript' });
    expect(region.querySelector('[aria-current]')).toHaveTextContent(run.at(steps.waits).sentence);
    expect(region).toHaveTextContent(run.at(run.last).sentence);
  });

  it('leaves a space between two sentences of a moment', () => {
    render(Transcript, at(steps.waits));
    const region = screen.getByRole('region', { name: 'Transcript' });
    expect(region).toHaveTextContent(`${run.at(0).sentence} ${run.at(1).sentence}`);
  });
});

describe('TableView', () => {
  it('lists neither later steps nor the result that is asked for, to those who predict', () => {
    const asked = { ...run.at(steps.waits), decision: true };
    render(TableView, { run, view: asked, ahead: false });
    const rows = within(screen.getByRole('table', { name: 'Process table' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows).toHaveLength(steps.waits);
    expect(within(rows.at(-1)!).getByText('?')).toBeInTheDocument();
  });
});

describe('TableView, of a long run', () => {
  it('lists thirty steps, those around the present one', () => {
    const long = viewRun(
      runText(`{ schema: 1, id: long, cluster: { nodes: [ { name: n, allocatable: { cpu: 1 } } ] },
        jobs: [ { name: job, count: 40, service: 5s, resources: { requests: { cpu: 1 } } } ] }`)
    );
    render(TableView, { run: long, view: long.at(100), ahead: true });
    const table = screen.getByRole('table', { name: 'Process table' });
    expect(within(table).getAllByRole('row')).toHaveLength(31);
    expect(screen.getByText(/^Steps 85 to 114 of \d+ are listed/)).toBeInTheDocument();
  });
});
