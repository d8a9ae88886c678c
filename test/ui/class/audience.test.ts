import { describe, expect, it, vi } from 'vitest';
import { follow, presentTo, type Shown } from '#lib/ui/class/audience.ts';

const shown: Shown = { run: 'one-gpu', step: 3, blank: false, tally: { before: [1, 2], after: [0, 0] } };

/** A second window of a presentation, with all it was told. */
function second(id: string) {
  const told: (Shown | undefined)[] = [];
  const leave = follow(id, (next) => told.push(next));
  return { told, leave };
}

describe('a second window', () => {
  it('is told what is shown, whichever of the two was there first', async () => {
    const early = second('a');
    const presenter = presentTo('a');
    presenter.show(shown);
    const late = second('a');
    await vi.waitFor(() => expect([early.told.at(-1), late.told.at(-1)]).toEqual([shown, shown]));
    for (const { leave } of [early, late]) leave();
    presenter.end();
  });

  it('hears that it is over, and the presenter who comes back', async () => {
    const { told, leave } = second('b');
    const first = presentTo('b');
    first.show(shown);
    first.end();
    await vi.waitFor(() => expect(told).toEqual([shown, undefined]));
    const again = presentTo('b');
    again.show({ ...shown, step: 4 });
    await vi.waitFor(() => expect(told.at(-1)?.step).toBe(4));
    leave();
    again.end();
  });

  it('hears nothing of another presentation', async () => {
    const [own, other] = [second('c'), second('d')];
    const presenter = presentTo('d');
    presenter.show(shown);
    await vi.waitFor(() => expect(other.told).toEqual([shown]));
    expect(own.told).toEqual([]);
    for (const { leave } of [own, other]) leave();
    presenter.end();
  });
});
