import type { Policy, Preset } from './types.ts';

const base = {
  order: 'fifo',
  blocked: 'block',
  rank: 'first-fit',
  preemption: 'never',
  preempted: 'restart',
  gangs: 'all-or-nothing',
  neverFits: 'reject',
  wake: 'all',
  quantum: 10
} as const;

/**
 * What each preset bundles. A scenario's `policy` may override any part but the preset's name.
 * `kubernetes`: queue by priority, pass over what does not fit, spread (LeastAllocated), preempt, pod by pod, stay pending.
 * `kueue`: quota first, whole workloads, best-effort FIFO by priority.
 * `slurm`: backfill behind reservations, pack, reject what no node could hold.
 * `mesos` (history): dominant resource fairness over offers.
 */
export const presets: Readonly<Record<Preset, Policy>> = {
  textbook: { ...base, preset: 'textbook', preempted: 'resume' },
  kubernetes: {
    ...base,
    preset: 'kubernetes',
    order: 'priority',
    blocked: 'skip',
    rank: 'least-allocated',
    preemption: 'lower-priority',
    gangs: 'pod-by-pod',
    neverFits: 'wait',
    wake: 'hinted'
  },
  kueue: { ...base, preset: 'kueue', order: 'priority', blocked: 'skip', rank: 'least-allocated', neverFits: 'wait' },
  slurm: { ...base, preset: 'slurm', order: 'priority', blocked: 'conservative', rank: 'best-fit' },
  mesos: { ...base, preset: 'mesos', order: 'drf', blocked: 'skip', gangs: 'pod-by-pod', neverFits: 'wait' }
};
