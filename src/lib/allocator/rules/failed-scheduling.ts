/**
 * The message of a FailedScheduling event, word for word as kube-scheduler prints it.
 *
 * Source: `FitError` in kubernetes `pkg/scheduler/framework/types.go` and `preemption/preemption.go`; texts of v1.31,
 * v1.34 and v1.35 (PR 131345, PR 134740).
 *
 * @module
 */

import { POD_SLOTS, type Shortage } from './fit.ts';
import type { NodeRejection, SchedulerRelease } from './node-filter.ts';
import type { Ineligibility } from './preemption.ts';
import type { VictimSearch } from './victims.ts';

/** What preemption gave for a pod that fitted nowhere. */
export type PreemptionReport =
  | { readonly outcome: 'nominated' }
  | { readonly outcome: 'ineligible'; readonly why: Ineligibility }
  /** `searches` holds the nodes that were tried; on all others it would not have helped. */
  | { readonly outcome: 'failed'; readonly searches: readonly VictimSearch[] };

/** How resources and releases are named in the text. */
export interface MessageContext {
  /** Resource names by index. */
  readonly names: readonly string[];
  readonly release: SchedulerRelease;
}

const INELIGIBLE: Record<Ineligibility, string> = {
  'policy-never': 'not eligible due to preemptionPolicy=Never.',
  'victim-terminating': 'not eligible due to a terminating pod on the nominated node.'
};

/** The reason for one short resource. */
export function shortageReason(short: Shortage, names: readonly string[]): string {
  const name = names[short.resource] ?? '';
  return name === POD_SLOTS ? 'Too many pods' : `Insufficient ${name}`;
}

/** The reasons that one node contributes; several where several resources are short. */
export function rejectionReasons(rejection: NodeRejection, { names, release }: MessageContext): string[] {
  switch (rejection.rule) {
    case 'unschedulable':
      return ['node(s) were unschedulable'];
    case 'taint': {
      const { key, value = '' } = rejection.taint;
      return [
        release === '1.35' ? 'node(s) had untolerated taint(s)' : `node(s) had untolerated taint {${key}: ${value}}`
      ];
    }
    case 'selector':
      return ["node(s) didn't match Pod's node affinity/selector"];
    case 'fit':
      return rejection.shortages.map((s) => shortageReason(s, names));
  }
}

/**
 * The whole text. Counts are of nodes and may add up to more than there are; parts are sorted as text, so that
 * "10 …" comes before "2 …".
 *
 * @param rejections one for each node of the cluster
 */
export function failedSchedulingMessage(
  rejections: readonly NodeRejection[],
  preemption: PreemptionReport,
  context: MessageContext
): string {
  if (rejections.length === 0) return 'no nodes available to schedule pods';
  const filters = available(
    rejections.length,
    rejections.flatMap((r) => rejectionReasons(r, context))
  );
  const afterwards = preemptionText(rejections.length, preemption, context);
  return afterwards === '' ? filters : `${filters} ${afterwards}`;
}

function preemptionText(nodes: number, report: PreemptionReport, context: MessageContext): string {
  if (report.outcome === 'nominated') return '';
  const text =
    report.outcome === 'ineligible'
      ? INELIGIBLE[report.why]
      : available(nodes, preemptionReasons(nodes, report.searches, context));
  const claims = context.release === '1.35' ? 'no new claims to deallocate, ' : '';
  return `${claims}preemption: ${text}`;
}

function preemptionReasons(nodes: number, searches: readonly VictimSearch[], context: MessageContext): string[] {
  const untried = Array.from({ length: nodes - searches.length }, () => 'Preemption is not helpful for scheduling');
  return [...searches.flatMap((s) => searchReasons(s, context.names)), ...untried];
}

function searchReasons(search: VictimSearch, names: readonly string[]): string[] {
  switch (search.outcome) {
    case 'victims':
      return [];
    case 'nobody-lower':
      return ['No preemption victims found for incoming pod'];
    case 'still-short':
      return search.shortages.map((s) => shortageReason(s, names));
  }
}

function available(nodes: number, reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`);
  parts.sort((a, b) => (a < b ? -1 : 1));
  return `0/${nodes} nodes are available: ${parts.join(', ')}.`;
}
