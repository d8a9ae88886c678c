import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startPlayer, type Player as State, type PlayerCommand } from '#lib/teaching/player/index.ts';
import Player from '#lib/ui/player/Player.svelte';
import type { ViewId } from '#lib/ui/player/views.ts';
import { run, steps } from '../fixtures/steps.ts';

const show = (state: Partial<State> = {}) => {
  const onCommand = vi.fn<(command: PlayerCommand) => void>();
  const player = { ...startPlayer(run.last, steps.waits), ...state };
  render(Player, { run, player, onCommand, chosen: 'table', onChoose: vi.fn<(view: ViewId) => void>() });
  return onCommand;
};

beforeEach(() => {
  localStorage.clear();
  // Which dialogs the test's browser lacks.
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});

describe('Player', () => {
  it.each([
    ['First step', 'first'],
    ['Previous step', 'previous'],
    ['Play', 'play'],
    ['Next step', 'next'],
    ['Last step', 'last']
  ])('has a button %s that asks for %s', async (name, type) => {
    const onCommand = show();
    await userEvent.click(screen.getByRole('button', { name }));
    expect(onCommand).toHaveBeenCalledExactlyOnceWith({ type });
  });

  it('offers Pause in the place of Play while it plays', () => {
    show({ playing: true });
    expect(screen.getByRole('button', { name: 'Pause' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Play' })).toBeNull();
  });

  it('has a slider Step over the whole run', () => {
    show();
    const slider = screen.getByRole('slider', { name: 'Step' });
    expect(slider).toHaveValue(String(steps.waits));
    expect(slider).toHaveAttribute('max', String(run.last));
  });

  it('keeps a button at the end of its way focusable', () => {
    show({ step: run.last });
    expect(screen.getByRole('button', { name: 'Next step' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('button', { name: 'Next step' })).toBeEnabled();
  });

  it('speaks the sentence of the step politely, and stays silent while playing fast', () => {
    show();
    show({ playing: true, speed: 2 });
    const spoken = screen.getAllByText(run.at(steps.waits).sentence).map((line) => line.getAttribute('aria-live'));
    expect(spoken).toEqual(['polite', 'off']);
  });

  it.each([
    ['{ArrowRight}', { type: 'next' }],
    [' ', { type: 'play' }],
    [']]', { type: 'goTo', step: 6 }],
    ['[[', { type: 'goTo', step: 2 }],
    ['r', { type: 'first' }]
  ])('answers the key %j', async (key, command) => {
    const onCommand = show();
    await userEvent.keyboard(key);
    expect(onCommand).toHaveBeenCalledWith(command);
  });

  it('leaves letters alone once they are switched off, and remembers that', async () => {
    const onCommand = show();
    await userEvent.keyboard('?');
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Letters and signs act on their own' }));
    await userEvent.click(document.body);
    await userEvent.keyboard('r');
    expect(onCommand).not.toHaveBeenCalled();
    expect(localStorage.getItem('single-keys')).toBe('off');
  });

  it.each([
    [1, 2400],
    [4, 600]
  ] as const)('asks for a tick at speed %i every %i ms while it plays', (speed, pause) => {
    vi.useFakeTimers();
    const onCommand = show({ playing: true, speed });
    vi.advanceTimersByTime(pause - 1);
    expect(onCommand).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1 + pause);
    expect(onCommand.mock.calls).toEqual([[{ type: 'tick', stop: false }], [{ type: 'tick', stop: false }]]);
    vi.useRealTimers();
  });

  it('asks for no tick while it is paused', () => {
    vi.useFakeTimers();
    const onCommand = show();
    vi.advanceTimersByTime(60_000);
    expect(onCommand).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('jumps to a key moment', async () => {
    const onCommand = show();
    await userEvent.click(screen.getByRole('button', { name: /A release wakes the queue/ }));
    expect(onCommand).toHaveBeenCalledExactlyOnceWith({ type: 'goTo', step: 6 });
  });
});
