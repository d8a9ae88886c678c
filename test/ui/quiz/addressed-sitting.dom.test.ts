import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '#lib/teaching/progress/index.ts';
import AddressedSitting from '#lib/ui/quiz/AddressedSitting.svelte';
import type { QuizAddress } from '#lib/ui/quiz/address.ts';
import { newItems } from '#lib/ui/quiz/new-items.ts';
import { Progress } from '#lib/ui/quiz/progress.svelte.ts';
import type { Topic } from '#lib/ui/quiz/quiz-data.ts';
import { one } from '../../teaching/quiz/items.ts';

const objectives = [{ id: 'hold', topic: 'allocation', title: 'say who holds it' }];
const newKinds = [{ id: 'free', title: 'How many are free?', objective: 'hold', revision: 1 }];
const items = ['first', 'second'].map((id) => one('xyz', 'x', { id, stem: `The ${id}?` }));
const data = { items, objectives, sources: {}, runs: {}, newKinds };
const bank: Topic = { id: 'all', title: 'All topics', items, newKinds: ['free'] };
const fresh: Topic = { id: 'hold', title: 'Say who holds it', items: [], newKinds: ['free'] };

const press = async (name: string): Promise<void> => userEvent.click(await screen.findByRole('button', { name }));
const stem = (): string => document.querySelector('.stem')?.textContent ?? '';

function open(progress: Progress, address: QuizAddress, topic: Topic) {
  return render(AddressedSitting, { address, topic, data, progress, first: 1 });
}

const emptyProgress = (): Progress => new Progress(() => Promise.resolve(memoryStore('test')));

describe('AddressedSitting', () => {
  it('asks whoever opens a link to new questions the same ones', async () => {
    open(emptyProgress(), { kind: 'practice', from: 'hold', seed: 7 }, fresh);
    const [first, second] = newItems(['free'], 7);
    await screen.findByText('1 of 10', { exact: false });
    expect(stem()).toBe(first!.stem);
    await press('Show solution');
    await press('Next');
    expect(stem()).toBe(second!.stem);
  });

  it('takes up an answer to a question made in between', async () => {
    const progress = emptyProgress();
    const address: QuizAddress = { kind: 'practice', topic: 'all', seed: 7 };
    const { unmount } = open(progress, address, bank);
    await press('Show solution');
    await press('Another like this');
    await screen.findByText(/How many GPUs are free on/, {}, { timeout: 30_000 });
    await press('Show solution');
    await screen.findByRole('region', { name: 'Explanation' });
    unmount();
    open(progress, address, bank);
    expect(await screen.findByText(/^3 of 3/)).toBeInTheDocument();
    expect(items.map((item) => item.stem)).toContain(stem());
  });
});
