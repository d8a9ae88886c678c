import type { RunView } from '#lib/teaching/explain/index.ts';
import { saveFile } from '../fork/link.ts';
import tokens from '../style/tokens.css?raw';
import { pictureOf } from './picture.ts';
import { toPng } from './to-png.ts';

/** Saves one step of a run as a picture. @throws {Error} where the browser draws no PNG */
export async function savePicture(format: 'svg' | 'png', run: RunView, step: number): Promise<void> {
  const svg = pictureOf(run, run.at(step), tokens);
  const name = `${run.id}-step-${step}.${format}`;
  if (format === 'svg') saveFile(name, 'image/svg+xml', svg);
  else saveFile(name, 'image/png', await toPng(svg));
}
