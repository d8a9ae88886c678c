import { formatClock, isExtended } from '#lib/base/units/index.ts';
import { jobTimes, metricsOf, type JobTimes } from '#lib/allocator/metrics/index.ts';
import { between, gpuNodes, gpus, jobNames } from '../draw.ts';
import type { MisconceptionId } from '../misconceptions/table.ts';
import type { OpenRun, WrongAnswer } from '../question.ts';
import type { Template } from '../template.ts';
import { nameOf } from '../words.ts';

/** A job that ran once, with what it held. */
interface Ran {
  readonly job: number;
  readonly amount: number;
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
}

/** The utilisation of a whole run. */
export const utilisationTemplate: Template = {
  title: 'What is the utilisation?',
  revision: 1,
  objective: 'booked-not-used',
  difficulty: 'hard',
  draw(s) {
    const offer = between(s, 2, 8);
    return {
      cluster: { nodes: gpuNodes([offer]) },
      jobs: jobNames(s, between(s, 2, 4)).map((name, i) => ({
        name,
        arrival: `${i === 0 ? 0 : between(s, 0, 6) * 5}s`,
        service: `${between(s, 2, 12) * 5}s`,
        resources: gpus(between(s, 1, offer))
      }))
    };
  },
  ask(open, step) {
    const { scenario, trace } = open;
    const resource = scenario.resources.findLastIndex(isExtended);
    if (step !== trace.last - 1 || resource < 0 || scenario.nodes.length !== 1) return undefined;
    const ran = ranOnce(open, resource);
    const name = scenario.resources[resource] as string;
    const offer = scenario.nodes[0]?.allocatable[resource] ?? 0;
    const utilisation = metricsOf(trace).utilisation[name];
    if (ran === undefined || utilisation === undefined || offer === 0) return undefined;
    const clock = (ticks: number): string => formatClock(ticks, scenario.tickMillis);
    const of = (r: Ran): string =>
      `Job ${scenario.jobs.name(r.job)} arrives at ${clock(r.arrival)} and holds ${r.amount} from ${clock(r.start)} to ${clock(r.end)}`;
    const span = spanOf(ran);
    const held = total(ran, (r) => r.amount * (r.end - r.start));
    // Half a per cent could be rounded either way.
    if (2 * ((100 * held) % (offer * span)) === offer * span) return undefined;
    const unit = timeUnit(scenario.tickMillis);
    const because = `${held} of ${offer} × ${span} = ${offer * span} GPU ${unit} were held: ${percent(utilisation)}.`;
    return {
      stem: `A node offers ${offer} ${nameOf(name)}. ${ran.map((r) => `${of(r)}.`).join(' ')} What is their utilisation from the first arrival to the last end, to the nearest per cent?`,
      hint: 'Multiply what each job holds by how long it holds it, and divide the sum by what was on offer.',
      solution: [
        `Held: ${ran.map((r) => `${r.amount} × ${r.end - r.start}`).join(' + ')} = ${held}.`,
        `On offer: ${offer} × ${span} = ${offer * span}.`,
        because
      ],
      key: { answer: percent(utilisation), because },
      wrong: wrongAnswers(ran, offer, unit)
    };
  }
};

/** What a tick is called where the clock shows it as a second. */
const timeUnit = (tickMillis: number): string => (tickMillis === 1000 ? 'seconds' : 'ticks');
const percent = (share: number): string => `${Math.round(100 * share)} %`;
const total = (ran: readonly Ran[], of: (r: Ran) => number): number => ran.reduce((sum, r) => sum + of(r), 0);
const spanOf = (ran: readonly Ran[]): number =>
  Math.max(...ran.map((r) => r.end)) - Math.min(...ran.map((r) => r.arrival));

/** All jobs of a run, where each of them ran once and to its end; undefined for any other run. */
function ranOnce({ trace, scenario }: OpenRun, resource: number): Ran[] | undefined {
  const times = jobTimes(trace);
  const once = (t: JobTimes): t is JobTimes & { start: number; end: number } =>
    t.finished === 'released' && t.start !== undefined && t.end !== undefined && t.held === t.end - t.start;
  if (times.length !== scenario.jobs.count || !times.every(once)) return undefined;
  return times.map((t) => ({
    job: t.job,
    amount: scenario.kinds[scenario.jobs.kind[t.job] as number]?.requests[resource] ?? 0,
    arrival: t.arrival,
    start: t.start as number,
    end: t.end as number
  }));
}

/** Ticks in which anything at all was held. */
function busyTicks(ran: readonly Ran[]): number {
  let busy = 0;
  let until = -Infinity;
  for (const { start, end } of ran.toSorted((a, b) => a.start - b.start)) {
    busy += Math.max(0, end - Math.max(start, until));
    until = Math.max(until, end);
  }
  return busy;
}

/** The most that was held at once. */
const peak = (ran: readonly Ran[]): number =>
  Math.max(
    ...ran.map(({ start }) =>
      total(
        ran.filter((r) => r.start <= start && start < r.end),
        (r) => r.amount
      )
    )
  );

function wrongAnswers(ran: readonly Ran[], offer: number, unit: string): WrongAnswer[] {
  const span = spanOf(ran);
  const waited = total(ran, (r) => r.amount * (r.end - r.arrival));
  const asked = total(ran, (r) => r.amount) / ran.length;
  const beliefs: readonly (readonly [MisconceptionId, number, string])[] = [
    ['counts-busy-time', busyTicks(ran) / span, `Something was held in ${busyTicks(ran)} of ${span} ${unit}.`],
    [
      'counts-waiting',
      waited / (offer * span),
      `From arrival to end it would be ${waited} of ${offer * span} GPU ${unit}.`
    ],
    ['takes-peak', peak(ran) / offer, `At most ${peak(ran)} of ${offer} were held at once.`],
    ['means-demand', asked / offer, `On average a job asks for ${Math.round(100 * asked) / 100} of ${offer}.`]
  ];
  // Nobody would believe in more than all.
  return beliefs
    .filter(([, share]) => share <= 1)
    .map(([misconception, share, numbers]) => ({ misconception, answer: percent(share), numbers }));
}
