/** Runs of the content, computed at build. */
import { oneGpuBusy } from '../../test/ui/fixtures/one-gpu-busy.ts';
import type { RunData } from '#lib/teaching/explain/view.ts';

export const runIds = (): readonly string[] => [oneGpuBusy.id];

export function runOf(_id: string): RunData {
  return oneGpuBusy;
}
