import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '#lib/ui/picture/picture.ts';
import { cut, lines } from '#lib/ui/picture/svg.ts';
import { run, steps } from '../fixtures/steps.ts';

const tokens = readFileSync('src/lib/ui/style/tokens.css', 'utf8');

const draw = (step: number, title = run.title): Document => {
  const svg = pictureOf({ ...run, title }, run.at(step), tokens);
  return new DOMParser().parseFromString(svg, 'image/svg+xml');
};
const texts = (picture: Document): string[] => [...picture.querySelectorAll('text')].map((text) => text.textContent);

describe('pictureOf()', () => {
  it('says the step, the sentence and every line of the board', () => {
    const view = run.at(steps.waits);
    const said = texts(draw(steps.waits));
    expect(said).toContain(`Step ${steps.waits} of ${run.last} · ${view.clock}`);
    expect(said.join(' ')).toContain(view.sentence);
    for (const { job, words, since } of view.board) {
      expect(said).toContain(`${job}${words}`);
      expect(said).toContain(`since ${since}`);
    }
    for (const { label } of view.strip) expect(said).toContain(label);
  });

  it('is one well-formed document whatever a title holds', () => {
    const picture = draw(steps.waits, 'Fish & <chips> "to go"');
    expect(picture.querySelector('parsererror')).toBeNull();
    expect(texts(picture)[0]).toBe('Fish & <chips> "to go"');
  });

  it('needs nothing from outside, and no style sheet', () => {
    const svg = pictureOf(run, run.at(steps.waits), tokens);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|href|class=|var\(/);
  });

  it('has room for all it draws, also before anything has happened', () => {
    for (const step of [steps.nothing, steps.waits]) {
      const picture = draw(step);
      const height = Number(picture.documentElement.getAttribute('height'));
      const [x, y] =
        /translate\((\d+) (\d+)\)/.exec([...picture.querySelectorAll('g')].at(0)?.outerHTML ?? '')?.slice(1) ?? [];
      expect([Number(x), Number(y)]).toEqual([40, 40]);
      const boards = [...picture.querySelectorAll('svg > g')].at(-1);
      const top = Number(/translate\(\d+ (\d+)\)/.exec(boards?.getAttribute('transform') ?? '')?.[1]);
      const high = Number(boards?.querySelector('rect')?.getAttribute('height'));
      expect(top + high).toBeLessThan(height);
    }
  });
});

describe('lines()', () => {
  it('breaks between words and loses none', () => {
    const text = 'Job wide waits: it asks for 4 GPUs, node-a has 2 free and nobody gives way.';
    const made = lines(text, 200, 16);
    expect(made.length).toBeGreaterThan(1);
    expect(made.join(' ')).toBe(text);
  });

  it('gives a word that is too long a line of its own', () => {
    expect(lines('a incomprehensibilities b', 40, 16)).toEqual(['a', 'incomprehensibilities', 'b']);
  });
});

describe('cut()', () => {
  it('leaves what fits, and marks what it cuts', () => {
    expect(cut('node-a', 200, 16)).toBe('node-a');
    expect(cut('node-a has 0 free', 80, 16)).toBe('node-a h…');
  });
});
