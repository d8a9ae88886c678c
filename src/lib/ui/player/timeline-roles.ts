import type { BarState, MarkKind, RunView } from '#lib/teaching/explain/index.ts';
import type { Role } from '../style/roles.ts';

/** How what a job does in a place looks. */
export const barRole: Readonly<Record<BarState, Role>> = {
  waiting: 'waiting',
  allocated: 'allocated',
  running: 'running',
  stopping: 'releasing'
};

/** How a mark looks, and what it is called. */
export const markLooks: Readonly<Record<MarkKind, { readonly role: Role; readonly words: string }>> = {
  allocate: { role: 'allocated', words: 'allocate' },
  wait: { role: 'waiting', words: 'wait' },
  scale: { role: 'checking', words: 'scale' },
  preempt: { role: 'preempted', words: 'preempt' },
  release: { role: 'released', words: 'release' },
  kill: { role: 'failed', words: 'killed, failed or lost' }
};

/** A step marked below the slider. */
export interface SliderMark {
  readonly step: number;
  readonly role: Role;
}

/** The key moments of a run, each with the shape of what happens in it. */
export const sliderMarks = (run: RunView): SliderMark[] =>
  run.keyMoments.map(({ step }) => {
    const [mark] = run.marks(step, step);
    return { step, role: mark === undefined ? 'checking' : markLooks[mark.kind].role };
  });
