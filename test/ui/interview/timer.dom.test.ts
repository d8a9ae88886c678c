import { act, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Timer from '#lib/ui/interview/Timer.svelte';

const pass = (seconds: number): Promise<void> => act(() => void vi.advanceTimersByTime(seconds * 1000));

describe('Timer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is off until somebody starts it', async () => {
    render(Timer, { seconds: 90 });
    await pass(5);
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('counts down to nothing, says so, and stays there', async () => {
    render(Timer, { seconds: 90 });
    await fireEvent.click(screen.getByRole('button', { name: 'Start a timer, 90 seconds' }));
    expect(screen.getByRole('timer')).toHaveTextContent('1:30');
    await pass(31);
    expect(screen.getByRole('timer')).toHaveTextContent('0:59');
    await pass(60);
    expect(screen.getByRole('timer')).toHaveTextContent('0:00');
    expect(screen.getByRole('status')).toHaveTextContent('Time is up. Finish your sentence.');
  });

  it('goes away when it is stopped', async () => {
    render(Timer, { seconds: 90 });
    await fireEvent.click(screen.getByRole('button', { name: 'Start a timer, 90 seconds' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Stop the timer' }));
    expect(screen.queryByRole('timer')).toBeNull();
  });
});
