import type { StateName } from '#lib/allocator/lifecycle/index.ts';

/** How a state looks: one colour and one glyph each, named in `tokens.css` and `glyphs.ts`. */
export const roles = [
  'requested',
  'checking',
  'waiting',
  'allocated',
  'running',
  'releasing',
  'released',
  'failed',
  'preempted'
] as const;

export type Role = (typeof roles)[number];

/** The look of each state of the chart. */
export const roleOf: Readonly<Record<StateName, Role>> = {
  requested: 'requested',
  checking: 'checking',
  'waiting.queued': 'waiting',
  'waiting.held': 'waiting',
  'waiting.scaling': 'waiting',
  'waiting.preempting': 'waiting',
  allocated: 'allocated',
  running: 'running',
  stopping: 'releasing',
  releasing: 'releasing',
  backoff: 'waiting',
  released: 'released',
  rejected: 'failed',
  failed: 'failed'
};
