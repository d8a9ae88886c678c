import { beforeEach, describe, expect, it } from 'vitest';
import { atReader, placeOfReader, runAround } from '#lib/ui/class/place.ts';

const box = (top: number, bottom: number, used = false) => ({ top, bottom, used });

describe('atReader()', () => {
  const above = box(-300, -20);
  const middle = box(350, 500);
  const low = box(700, 900);

  it('is the one nearest the middle of the screen', () => {
    expect(atReader([above, low, middle], 800)).toBe(middle);
  });

  it('is the one used last while any of it can be seen', () => {
    const used = box(790, 1200, true);
    expect(atReader([above, middle, used], 800)).toBe(used);
  });

  it('is no longer that one once another alone is in view', () => {
    expect(atReader([box(-900, -600, true), low], 800)).toBe(low);
  });

  it('is the one used last where none is in view, else the nearest', () => {
    const used = box(-3000, -2800, true);
    expect(atReader([used, above], 800)).toBe(used);
    expect(atReader([box(-3000, -2800), above, box(1500, 1600)], 800)).toBe(above);
    expect(atReader([], 800)).toBeUndefined();
  });
});

describe('placeOfReader()', () => {
  beforeEach(() => {
    // Which layout the test's browser lacks.
    Element.prototype.checkVisibility ??= function checkVisibility(this: Element) {
      return this.closest('[hidden]') === null;
    };
    document.body.innerHTML = `
      <p hidden data-run="folded-away" data-step="1"></p>
      <aside data-run="beside" data-step="2"><button>Next</button></aside>
      <div data-run="in-the-text" data-step="3"></div>`;
  });

  it('is a run of the text, at the step that it shows', () => {
    expect(placeOfReader(document, undefined)).toMatchObject({ run: 'in-the-text', step: 3 });
  });

  it('is the run beside the text for whoever used that one', () => {
    const used = runAround(document.querySelector('button'));
    expect(placeOfReader(document, used)).toMatchObject({ run: 'beside', step: 2 });
  });

  it('is none on a page without runs', () => {
    document.body.innerHTML = '<p>Text</p>';
    expect(placeOfReader(document, runAround(document.querySelector('p')))).toBeUndefined();
  });
});
