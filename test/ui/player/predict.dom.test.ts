import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startPlayer, type PlayerCommand } from '#lib/teaching/player/index.ts';
import { questionAt } from '#lib/teaching/predict/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import Player from '#lib/ui/player/Player.svelte';
import type { Predicted } from '#lib/ui/player/prediction.ts';
import { runContent } from '../../kit.ts';

const finished = runContent('one-gpu-busy');
const run = viewRun(finished);
/** The step at which job b asks for the GPU that job a holds. */
const asks = 4;
const question = questionAt(finished, asks)!;
const right = question.options.find(({ key }) => key)!;

function show(step = asks) {
  const onCommand = vi.fn<(command: PlayerCommand) => void>();
  const onPredict = vi.fn<(predicted: Predicted) => void>();
  const props = { run, onCommand, onPredict, predictions: { [asks]: question }, chosen: 'table' as const };
  const { rerender } = render(Player, { ...props, onChoose: () => undefined, player: startPlayer(run.last, step) });
  const goTo = (to: number) => rerender({ player: startPlayer(run.last, to) });
  return { onCommand, onPredict, goTo, region: within(screen.getByRole('region', { name: 'Predict' })) };
}

const switchOn = () => userEvent.click(screen.getByRole('checkbox', { name: 'Predict before each decision' }));

beforeEach(() => localStorage.clear());

describe('Predict', () => {
  it('asks nothing until it is switched on, and remembers that it was', async () => {
    show();
    expect(screen.queryByText(question.stem)).toBeNull();
    await switchOn();
    expect(screen.getByText(question.stem)).toBeInTheDocument();
    expect(localStorage.getItem('predict')).toBe('on');
  });

  it('keeps the reasons back until the answer', async () => {
    show();
    expect(screen.getByRole('region', { name: 'Why' })).toBeInTheDocument();
    await switchOn();
    expect(screen.queryByRole('region', { name: 'Why' })).toBeNull();
  });

  it('hands the answer on, goes to the step that settles it, and says why of every option', async () => {
    const { onCommand, onPredict, goTo, region } = show();
    await switchOn();
    await userEvent.click(region.getByRole('button', { name: right.text }));
    expect(onPredict).toHaveBeenCalledExactlyOnceWith({
      step: asks,
      question,
      option: question.options.indexOf(right)
    });
    expect(onCommand).toHaveBeenCalledExactlyOnceWith({ type: 'next' });
    await goTo(asks + 1);
    expect(region.getByText(`Right, your answer: ${right.text}`)).toBeInTheDocument();
    for (const { rationale } of question.options) expect(region.getByText(rationale)).toBeInTheDocument();
  });

  it('lets the timer stop at a question, and nowhere else', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    for (const [from, stop] of [
      [asks - 1, true],
      [asks - 2, false]
    ] as const) {
      const onCommand = vi.fn<(command: PlayerCommand) => void>();
      localStorage.setItem('predict', 'on');
      const { unmount } = render(Player, {
        run,
        onCommand,
        predictions: { [asks]: question },
        chosen: 'table',
        onChoose: () => undefined,
        player: { ...startPlayer(run.last, from), playing: true }
      });
      vi.advanceTimersByTime(2400);
      expect(onCommand).toHaveBeenCalledExactlyOnceWith({ type: 'tick', stop });
      unmount();
    }
    vi.useRealTimers();
  });
});
