import type { Role } from './roles.ts';

/** Strokes and fills on a grid of 16: each role has a shape of its own, so that none is told by colour or mirroring. */
export const shapes: Readonly<Record<Role, { readonly stroke: string; readonly fill?: string }>> = {
  requested: { stroke: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z' },
  checking: { stroke: 'M8 1.5 14.5 8 8 14.5 1.5 8Z' },
  waiting: { stroke: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z', fill: 'M8 8V3.5A4.5 4.5 0 0 1 12.5 8Z' },
  allocated: { stroke: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z', fill: 'M2.5 8h11a5.5 5.5 0 0 1-11 0Z' },
  running: { stroke: '', fill: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Z' },
  releasing: { stroke: 'M9 3.5H3v9h6M6.5 8h8M11.5 5l3 3-3 3' },
  released: { stroke: 'm2.5 8.5 4 4 7-9' },
  failed: { stroke: 'm3 3 10 10M13 3 3 13' },
  preempted: { stroke: 'M2 5h11M10 2l3 3-3 3M14 11H3M6 8l-3 3 3 3' }
};
