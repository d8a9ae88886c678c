import { describe, expect, it } from 'vitest';
import { Live } from '#lib/ui/growth/live.svelte.ts';

describe('Live', () => {
  it('gives the results with their question, in the order in which they were asked for', async () => {
    const live = new Live<string, number, number>((ask) => Promise.resolve(ask * 2));
    await live.update('n = 3', [3, 1]);
    expect(live.shown).toEqual({
      question: 'n = 3',
      results: [6, 2]
    });
  });

  it('shows the last question alone, also when an earlier one is answered later', async () => {
    const answers: ((value: string) => void)[] = [];
    const live = new Live<string, string, string>(
      (ask) => new Promise((done) => (ask === 'late' ? answers.push(done) : done('now')))
    );
    const first = live.update('first', ['late']);
    await live.update('second', ['early']);
    answers[0]?.('then');
    await first;
    expect(live.shown).toEqual({ question: 'second', results: ['now'] });
  });

  it('asks no more of a question that was left', async () => {
    const asked: number[] = [];
    const live = new Live<string, number, number>((ask, { signal }) => {
      asked.push(ask);
      live.stop();
      return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve(ask);
    });
    await live.update('left', [1, 2]);
    expect({ asked, shown: live.shown, problem: live.problem }).toEqual({ asked: [1], shown: undefined, problem: '' });
  });

  it('keeps what was shown when a run fails, and says why', async () => {
    const live = new Live<string, number, number>((ask) =>
      ask > 0 ? Promise.resolve(ask) : Promise.reject(new Error('no room'))
    );
    await live.update('good', [1]);
    await live.update('bad', [0]);
    expect({ question: live.shown?.question, problem: live.problem }).toEqual({ question: 'good', problem: 'no room' });
  });
});
