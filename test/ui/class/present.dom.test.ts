import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startPlayer, type PlayerCommand } from '#lib/teaching/player/index.ts';
import Present from '#lib/ui/class/Present.svelte';
// Loaded on demand by the one above; here beforehand, so that no test waits for it.
import '#lib/ui/class/Presentation.svelte';
import { run, steps } from '../fixtures/steps.ts';

const root = document.documentElement;

const show = () => {
  const onCommand = vi.fn<(command: PlayerCommand) => void>();
  render(Present, { run, player: startPlayer(run.last, steps.waits), predictions: undefined, onCommand });
  return onCommand;
};

beforeEach(() => {
  localStorage.clear();
  delete root.dataset['theme'];
  // Which dialogs the test's browser lacks.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

describe('Present', () => {
  it('shows the step on the screen in the projector theme, paused, without its reasons', async () => {
    const onCommand = show();
    await userEvent.keyboard('p');
    expect(await screen.findByRole('dialog', { name: 'Presentation' })).toHaveTextContent(run.at(steps.waits).sentence);
    expect(root.dataset['theme']).toBe('projector');
    expect(onCommand).toHaveBeenCalledExactlyOnceWith({ type: 'pause' });
    expect(screen.queryByRole('region', { name: 'Why' })).toBeNull();
  });

  it('gives back the theme that was worn', async () => {
    root.dataset['theme'] = 'dark';
    show();
    await userEvent.click(screen.getByRole('button', { name: 'Present' }));
    await userEvent.click(await screen.findByRole('button', { name: /Back to the page/ }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(root.dataset['theme']).toBe('dark');
  });

  it('goes on and back by a clicker', async () => {
    const onCommand = show();
    await userEvent.keyboard('p');
    await screen.findByRole('dialog');
    onCommand.mockClear();
    await userEvent.keyboard('{PageDown}{PageUp}');
    expect(onCommand.mock.calls).toEqual([[{ type: 'next' }], [{ type: 'previous' }]]);
  });

  it('does not answer to P where single keys are switched off', async () => {
    localStorage.setItem('single-keys', 'off');
    show();
    await userEvent.keyboard('p');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
