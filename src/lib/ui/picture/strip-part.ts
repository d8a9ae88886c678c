import type { BoxId, StripBox } from '#lib/teaching/explain/index.ts';
import type { Colours } from '../style/palette.ts';
import { cut, textAt, type Part } from './svg.ts';

const happyPath: readonly BoxId[] = ['request', 'check', 'allocate', 'run', 'release'];
const GAP = 30;
const HEIGHT = 64;
const DROP = 32;
const TIP = 6;

/** The strip: five boxes in a line, and below the check those of the answer No. */
export function stripPart(boxes: readonly StripBox[], width: number, colours: Colours): Part {
  const size = (width - 4 * GAP) / 5;
  const { control, ink } = colours;
  const left = (column: number): number => column * (size + GAP);
  const middle = (column: number): number => left(column) + size / 2;
  const line = boxes.filter(({ id }) => happyPath.includes(id));
  const branches = boxes.filter(({ id }) => !happyPath.includes(id));
  const rail = HEIGHT + DROP / 2;
  const drawn = [
    ...line.map((box, i) => boxAt(box, left(i), 0, size, colours)),
    ...line.slice(1).map((_, i) => arrow(`M${left(i) + size} ${HEIGHT / 2}H${left(i + 1)}`, control)),
    ...line.slice(1).map((_, i) => tip(left(i + 1), HEIGHT / 2, 'right', control)),
    ...branches.map((box, i) => boxAt(box, left(i + 1), HEIGHT + DROP, size, colours)),
    ...branches.map((_, i) =>
      arrow(
        i === 0
          ? `M${middle(1)} ${HEIGHT}V${HEIGHT + DROP}`
          : `M${middle(i)} ${rail}H${middle(i + 1)}V${HEIGHT + DROP}`,
        control
      )
    ),
    ...branches.map((_, i) => tip(middle(i + 1), HEIGHT + DROP, 'down', control)),
    ...(branches.length > 0
      ? [textAt(middle(1) - 12, HEIGHT + DROP - 8, 'No', { size: 14, fill: ink, anchor: 'end' })]
      : [])
  ];
  return { svg: drawn.join(''), height: branches.length > 0 ? 2 * HEIGHT + DROP : HEIGHT };
}

const arrow = (path: string, colour: string): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>`;

const tip = (x: number, y: number, to: 'right' | 'down', colour: string): string =>
  to === 'right'
    ? `<path d="M${x} ${y}l${-TIP} ${-TIP}v${2 * TIP}z" fill="${colour}"/>`
    : `<path d="M${x} ${y}l${-TIP} ${-TIP}h${2 * TIP}z" fill="${colour}"/>`;

function boxAt(box: StripBox, x: number, y: number, width: number, colours: Colours): string {
  const { ink, ground, raised, control, waiting } = colours;
  const fill = box.current ? ink : raised;
  const text = box.current ? ground : ink;
  const jobs = box.more > 0 ? `${box.jobs.join(', ')} and ${box.more} more` : box.jobs.join(', ');
  const named = box.jobs.length > 0;
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${HEIGHT}" rx="2" fill="${fill}" stroke="${box.current ? ink : control}"/>` +
    textAt(x + width / 2, y + (named ? 26 : 38), box.label, { size: 16, fill: text, anchor: 'middle' }) +
    (named
      ? textAt(x + width / 2, y + 48, cut(jobs, width - 12, 16), {
          size: 16,
          weight: 600,
          fill: box.id === 'wait' && !box.current ? waiting : text,
          anchor: 'middle'
        })
      : '')
  );
}
