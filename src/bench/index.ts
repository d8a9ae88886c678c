import { backfilling } from './backfill.ts';
import { clustering } from './cluster.ts';
import { counting, type Effort } from './counting.ts';
import type { Line } from './line.ts';
import { remembering } from './memory.ts';
import { placing } from './placement.ts';
import type { Tools } from './tools.ts';
import { tracing } from './trace.ts';

/** What `npm run bench` measures, by name. */
export const benchmarks: Readonly<Record<string, (tools: Tools, effort: Effort) => AsyncGenerator<Line>>> = {
  counting,
  cluster: clustering,
  memory: remembering,
  placement: placing,
  backfill: backfilling,
  trace: tracing
};
