import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { keyOf, shownOrder, type Answer, type Item } from '#lib/teaching/quiz/index.ts';
import Question from '#lib/ui/quiz/Question.svelte';
import { faulty, filled, gpus, matched, one, ordered, pointed, several, withRows } from '../../teaching/quiz/items.ts';

const attempt = 'practice/all/1/1';

function ask(item: Item, fields: { answer?: Answer; test?: boolean; hinted?: boolean; hasLike?: boolean } = {}) {
  const on = { onAnswer: vi.fn(), onHint: vi.fn(), onGiveUp: vi.fn(), onNext: vi.fn(), onAnother: vi.fn() };
  const titles = { sources: { book: 'The Book' }, runs: { 'one-gpu': 'One GPU' } };
  const asked = { answer: undefined, test: false, hinted: false, hasLike: true, ...fields };
  render(Question, { item, attempt, titles, ...asked, ...on });
  return on;
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const focusStem = (): void => screen.getByText('What then?').focus();

describe('Question', () => {
  it('is a group named by its stem', () => {
    ask(one('abcd', 'c'));
    expect(screen.getByRole('group', { name: 'What then?' })).toBeInTheDocument();
  });

  it('hands over the option chosen by its place in the file, wherever it is shown', async () => {
    const { onAnswer } = ask(one('xyzw', 'z'));
    await userEvent.click(screen.getByRole('radio', { name: 'z' }));
    await userEvent.click(button('Check answer'));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(2, undefined);
  });

  it('hands over how sure somebody said they were', async () => {
    const { onAnswer } = ask(one('xyzw', 'z'));
    await userEvent.click(screen.getByRole('radio', { name: 'x' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Sure' }));
    await userEvent.click(button('Check answer'));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(0, 'sure');
  });

  it('takes no answer before there is one', async () => {
    const { onAnswer } = ask(one('xyzw', 'z'));
    await userEvent.click(button('Check answer'));
    expect(onAnswer).not.toHaveBeenCalled();
  });

  it.each([
    ['2', 1],
    ['d', 3]
  ])('chooses by key %s and checks by Enter', async (key, place) => {
    const item = one('xyzw', 'z');
    const { onAnswer } = ask(item);
    focusStem();
    await userEvent.keyboard(`${key}{Enter}`);
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(shownOrder(item, attempt)[place], undefined);
  });

  it('chooses several, and takes one back', async () => {
    const item = several('xyzw', 'xy');
    const { onAnswer } = ask(item);
    for (const name of ['x', 'y', 'w', 'y']) await userEvent.click(screen.getByRole('checkbox', { name }));
    await userEvent.click(button('Check answer'));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith([0, 3], undefined);
  });

  it('reads a number with its unit, and keeps digits typed there from choosing options', async () => {
    const { onAnswer } = ask(gpus(4, 8));
    await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), '4 GPUs{Enter}');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(4, undefined);
  });

  it('says what kind of number it wants when it cannot read one', async () => {
    ask(gpus(4, 8));
    await userEvent.type(screen.getByRole('textbox', { name: 'Your answer' }), 'four');
    expect(screen.getByText('Write a number, in GPUs.')).toBeInTheDocument();
  });

  it('moves entries up and down until they are in order', async () => {
    const item = ordered('xyz');
    const { onAnswer } = ask(item);
    for (const name of ['Move up: x', 'Move up: x', 'Move down: z', 'Move down: z'])
      await userEvent.click(button(name));
    await userEvent.click(button('Check answer'));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(keyOf(item), undefined);
  });

  it('matches entries with partners', async () => {
    const { onAnswer } = ask(matched('xp yq zr'));
    for (const [name, partner] of [
      ['x', 'p'],
      ['y', 'r'],
      ['z', 'q']
    ] as const)
      await userEvent.selectOptions(screen.getByRole('combobox', { name }), partner);
    await userEvent.click(button('Check answer'));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith([0, 2, 1], undefined);
  });

  it('shows the run as a table, of which a step is chosen', async () => {
    const { onAnswer } = ask(withRows(pointed(1, 4, 3, 2)));
    const row = screen.getByRole('row', { name: /act 4/ });
    expect(row).toHaveTextContent('value 4');
    await userEvent.click(within(row).getByRole('radio', { name: 'Step 4, 0:04: act 4' }));
    await userEvent.click(button('Check answer'));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(4, undefined);
  });

  it('takes the state of each open cell, and no answer before the last of them', async () => {
    const { onAnswer } = ask(withRows(filled('wrc', 'wrc')));
    for (const [i, choice] of ['w', 'c', 'r'].entries()) {
      await userEvent.click(button('Check answer'));
      await userEvent.selectOptions(screen.getByRole('combobox', { name: `a after step ${i + 1}` }), choice);
    }
    expect(onAnswer).not.toHaveBeenCalled();
    await userEvent.click(button('Check answer'));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith([0, 2, 1], undefined);
  });

  it('says nothing of an open cell, and the value of every other', () => {
    const asked = filled('wrc', 'wrc');
    if (asked.type !== 'fill') throw new Error('no table to fill');
    ask(withRows({ ...asked, shows: { ...asked.shows, to: 4 } }));
    expect(screen.queryByText('value 3')).not.toBeInTheDocument();
    expect(screen.getByText('value 4')).toBeInTheDocument();
  });

  it('numbers the lines of a manifest, of which one is chosen by arrow keys', async () => {
    const { onAnswer } = ask(faulty('xyz', 'y'));
    await userEvent.click(screen.getByRole('radio', { name: 'Line 1: x' }));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await userEvent.click(button('Check answer'));
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(3, undefined);
  });

  it('chooses a line by the key of its number', async () => {
    const { onAnswer } = ask(faulty('xyz', 'y'));
    focusStem();
    await userEvent.keyboard('3{Enter}');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(3, undefined);
  });

  it('chooses a step by the key of its number, and none that is not shown', async () => {
    const { onAnswer } = ask(withRows(pointed(3, 6, 5, 4)));
    focusStem();
    await userEvent.keyboard('1{Enter}');
    expect(onAnswer).not.toHaveBeenCalled();
    await userEvent.keyboard('6{Enter}');
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith(6, undefined);
  });

  it('offers a hint and the solution in practice, and neither in a test', async () => {
    const { onHint, onGiveUp } = ask(one('xyzw', 'z'));
    await userEvent.click(button('Show hint'));
    await userEvent.click(button('Show solution'));
    expect([onHint, onGiveUp].map((f) => f.mock.calls.length)).toEqual([1, 1]);
  });

  it('offers in a test to say that one does not know', () => {
    ask(one('xyzw', 'z'), { test: true });
    expect(screen.queryByRole('button', { name: /hint|solution/ })).not.toBeInTheDocument();
    expect(button('I don’t know')).toBeInTheDocument();
  });
});

describe('Question, answered', () => {
  const item = one('xyzw', 'z');
  const wrong: Answer = { item, response: 0, score: 0, confidence: undefined, hints: 0 };
  const explanation = (): HTMLElement => screen.getByRole('region', { name: 'Explanation' });

  it('says why for the chosen option and for the key first, and for the others behind', () => {
    ask(item, { answer: wrong });
    expect(explanation()).toHaveTextContent(/Not right.*why x.*why z.*Why not the others\?.*why y.*why w/s);
  });

  it('goes on with Enter, or to another one like it', async () => {
    const { onNext, onAnother } = ask(item, { answer: wrong });
    screen.getByRole('heading', { name: 'Not right' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(onNext).toHaveBeenCalledOnce();
    await userEvent.click(button('Another like this'));
    expect(onAnother).toHaveBeenCalledOnce();
  });

  it('leads to the run at the step that proves it', () => {
    const proven = one('xyzw', 'z', { check: { run: 'one-gpu', at: 3, gives: 'GPU free', is: 0 } });
    ask(proven, { answer: { ...wrong, item: proven } });
    expect(screen.getByRole('link', { name: /Show it in the run “One GPU”/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/runs\/one-gpu\/?\?step=3$/)
    );
  });

  it('leads to no run that the check has changed', () => {
    const changed = one('xyzw', 'z', { check: { run: 'one-gpu', set: 'seed=3', at: 3, gives: 'GPU free', is: 0 } });
    ask(changed, { answer: { ...wrong, item: changed } });
    expect(screen.queryByRole('link', { name: /Show it in the run/ })).not.toBeInTheDocument();
  });

  it('shows the solution to somebody who asked for it, and calls it neither right nor wrong', () => {
    ask(item, { answer: { ...wrong, response: null } });
    expect(screen.getByRole('heading', { name: 'The solution' })).toBeInTheDocument();
    expect(screen.getByText('It follows.')).toBeVisible();
  });

  it('tells an answer that is partly right from a wrong one', () => {
    ask(item, { answer: { ...wrong, score: 0.5 } });
    expect(screen.getByRole('heading', { name: 'Partly right: 50 %' })).toBeInTheDocument();
  });
});
