import type { RunView, StepView } from '#lib/teaching/explain/index.ts';
import { palette, type Colours } from '../style/palette.ts';
import { boardPart } from './board-part.ts';
import { stripPart } from './strip-part.ts';
import { escaped, lines, textAt, type Part } from './svg.ts';

const WIDTH = 880;
const MARGIN = 40;
const INNER = WIDTH - 2 * MARGIN;
const SENTENCE = 28;
const LEADING = 36;
const GAP = 32;

/**
 * One step of a run as an SVG document that needs nothing else: light theme, its colours written out, and fonts that fall
 * back to what is there. Widths of text are estimated, so lines may end early.
 *
 * @param tokens the text of `tokens.css`
 */
export function pictureOf(run: Pick<RunView, 'id' | 'title' | 'last'>, view: StepView, tokens: string): string {
  const light = palette(tokens, 'light');
  const parts = [
    heading(run, view, light),
    stripPart(view.strip, INNER, light),
    boardPart(view.board, view.clock, INNER, palette(tokens, 'dark'))
  ];
  let y = MARGIN;
  const placed = parts.map(({ svg, height }) => {
    const at = `<g transform="translate(${MARGIN} ${y})">${svg}</g>`;
    y += height + GAP;
    return at;
  });
  const height = y + MARGIN / 2;
  const unlisted = view.offBoard > 0 ? ` · ${view.offBoard} more jobs are not listed` : '';
  const foot = textAt(MARGIN, height - MARGIN / 2, `Still Pending · ${run.id} · step ${view.step}${unlisted}`, {
    size: 14,
    fill: light.muted
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"` +
    ` role="img" font-family="Inter, 'Helvetica Neue', Arial, sans-serif">` +
    `<title>${escaped(`${run.title}, step ${view.step} of ${run.last}: ${view.sentence}`)}</title>` +
    `<rect width="${WIDTH}" height="${height}" fill="${light.ground}"/>${placed.join('')}${foot}</svg>`
  );
}

function heading({ title, last }: Pick<RunView, 'title' | 'last'>, view: StepView, colours: Colours): Part {
  const { ink, muted } = colours;
  const wrapped = lines(view.sentence, INNER, SENTENCE);
  const told = wrapped.map((line, i) => textAt(0, 56 + i * LEADING, line, { size: SENTENCE, weight: 600, fill: ink }));
  const svg = [
    textAt(0, 16, title, { size: 16, weight: 600, fill: ink }),
    textAt(INNER, 16, `Step ${view.step} of ${last} · ${view.clock}`, { size: 16, fill: muted, anchor: 'end' }),
    ...told
  ];
  return { svg: svg.join(''), height: 32 + wrapped.length * LEADING };
}
