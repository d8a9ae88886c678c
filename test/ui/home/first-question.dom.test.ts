import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import FirstQuestion from '#lib/ui/home/FirstQuestion.svelte';
import { firstQuestion } from '#lib/ui/home/question.ts';
import { oneGpuBusy } from '../fixtures/one-gpu-busy.ts';

const question = firstQuestion(oneGpuBusy);
const [waits, takes] = question.answers;

describe('FirstQuestion', () => {
  it('is a group named by its stem, with three answers and no explanation yet', () => {
    render(FirstQuestion, { question, chosen: undefined, onChoose: vi.fn() });
    expect(screen.getByRole('group', { name: question.stem })).not.toHaveTextContent('Yes.');
    expect(screen.getAllByRole('button', { pressed: false })).toHaveLength(3);
  });

  it('hands over the answer that was tapped', async () => {
    const onChoose = vi.fn();
    render(FirstQuestion, { question, chosen: undefined, onChoose });
    await userEvent.click(screen.getByRole('button', { name: 'It takes the GPU from a' }));
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(takes);
  });

  it.each([
    ['Yes.', waits],
    ['No.', takes]
  ])('says %s and why', (verdict, chosen) => {
    render(FirstQuestion, { question, chosen, onChoose: vi.fn() });
    expect(screen.getByText(verdict).parentElement).toHaveTextContent(`${verdict} ${chosen?.explanation}`);
  });
});
