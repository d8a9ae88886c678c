import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { questionAt } from '#lib/teaching/predict/index.ts';
import { viewRun } from '#lib/teaching/explain/index.ts';
import type { Predictions } from '#lib/ui/player/prediction.ts';
import HandOut from '#lib/ui/handout/HandOut.svelte';
import { questionsOf } from '#lib/ui/handout/whole-run.ts';
import { runContent } from '../../kit.ts';

const finished = runContent('one-gpu-busy');
const run = viewRun(finished);
const predictions = Object.fromEntries(
  Array.from({ length: run.last }, (_, step) => [
    step,
    run.decidesAfter(step) ? questionAt(finished, step) : undefined
  ]).filter(([, question]) => question !== undefined)
) as Predictions;

describe('HandOut', () => {
  it('holds the whole run: what it starts from, every step, the timeline and the numbers', () => {
    render(HandOut, { run, predictions });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('One GPU, busy');
    expect(screen.getByText('What has to happen before job b can run?')).toBeInTheDocument();
    expect(screen.getByText('Node node-a offers 1 GPU.')).toBeInTheDocument();
    expect(within(screen.getByRole('table', { name: 'Process table' })).getAllByRole('row')).toHaveLength(run.last + 1);
    expect(screen.getByRole('region', { name: 'Timeline of the hand-out' })).toBeInTheDocument();
    expect(screen.getByRole('table', { name: /^Numbers up to step 10/ })).toBeInTheDocument();
  });

  it('asks first and answers last, behind everything that happened', () => {
    const { container } = render(HandOut, { run, predictions });
    const text = container.textContent;
    const [first] = questionsOf(predictions);
    const right = first?.question.options.find(({ key }) => key);
    expect(text.indexOf(first?.question.stem ?? '?')).toBeLessThan(text.indexOf('Step by step'));
    expect(text.indexOf(`Right: ${right?.text ?? '?'}`)).toBeGreaterThan(text.indexOf('Utilisation, GPU'));
  });

  it('has no answers where nothing is asked', () => {
    render(HandOut, { run, predictions: undefined });
    expect(screen.queryByRole('heading', { name: 'Answers' })).toBeNull();
  });
});
