import { describe, expect, it } from 'vitest';
import { usesKey } from '#lib/ui/player/keys.ts';

function inside(html: string): Element {
  const place = document.createElement('div');
  place.innerHTML = html;
  return place.querySelector('[data-focus]') ?? place;
}

describe('usesKey()', () => {
  it.each([
    ['Space in a button', ' ', '<button data-focus></button>'],
    ['arrows in the slider', 'ArrowRight', '<input type="range" data-focus>'],
    ['arrows in a frame that scrolls', 'ArrowLeft', '<div data-own-keys data-focus></div>'],
    ['End in a choice', 'End', '<input type="radio" data-focus>'],
    ['letters in a field', 'r', '<input data-focus>'],
    ['letters in a list of choices', 'g', '<select data-focus></select>'],
    ['any key in a dialog', 'ArrowRight', '<dialog><button data-focus></button></dialog>']
  ])('leaves %s alone', (_, key, html) => {
    expect(usesKey(inside(html), key)).toBe(true);
  });

  it.each([
    ['arrows on a button', 'ArrowRight', '<button data-focus></button>'],
    ['Space on the slider', ' ', '<input type="range" data-focus>'],
    ['letters on the slider', 'r', '<input type="range" data-focus>'],
    ['Space on the page', ' ', '<p data-focus></p>']
  ])('gives %s to the player', (_, key, html) => {
    expect(usesKey(inside(html), key)).toBe(false);
  });
});
