import { metricsOf, type Metrics } from '#lib/allocator/metrics/index.ts';
import type { Trace } from '#lib/allocator/trace/index.ts';
import { shortName } from '#lib/base/units/index.ts';
import { clockOf } from './names.ts';
import type { NumberRow } from './view.ts';

/** What a run comes to up to a step, each figure with what it means. A figure that nothing defines yet reads `–`. */
export function numbersOf(trace: Trace, step: number): NumberRow[] {
  const metrics = metricsOf(trace, step);
  const time = (ticks: number | undefined): string =>
    ticks === undefined ? NONE : clockOf(trace.scenario, Math.round(ticks));
  return [
    ...jobRows(metrics),
    row('Mean wait', time(metrics.meanWait), 'From arrival to end, the time in which a job held nothing'),
    row('Longest wait', time(metrics.maxWait), 'The wait of the job that waited most'),
    row('Mean turnaround', time(metrics.meanTurnaround), 'From arrival to end'),
    row(
      'Mean slowdown',
      ratio(metrics.meanSlowdown),
      'Turnaround over the time it held its resources; 1 is no waiting'
    ),
    row('Makespan', time(metrics.makespan), 'From the first arrival to the last end'),
    ...Object.entries(metrics.utilisation).map(([resource, share]) =>
      row(
        `Utilisation, ${shortName(resource)}`,
        `${Math.round(share * 100)} %`,
        'Held over offered, over the whole time'
      )
    ),
    row('Fairness', ratio(metrics.fairness), 'Jain’s index of the slowdowns: 1 when all were slowed alike')
  ];
}

const NONE = '–';

const row = (label: string, value: string, about: string): NumberRow => ({ label, value, about });

/** To two decimals, without trailing noughts. */
const ratio = (value: number | undefined): string => (value === undefined ? NONE : `${Math.round(value * 100) / 100}`);

const jobRows = ({ jobs }: Metrics): NumberRow[] => [
  row('Jobs arrived', `${jobs.arrived}`, 'Jobs that have joined so far'),
  row('Jobs released', `${jobs.released}`, 'Done, with everything given back; the times below are theirs'),
  ...(jobs.failed > 0 ? [row('Jobs failed', `${jobs.failed}`, 'Ended for good before their work was done')] : []),
  ...(jobs.rejected > 0 ? [row('Jobs rejected', `${jobs.rejected}`, 'Refused at the check')] : [])
];
