import type { Template } from '../template.ts';
import { backfillTemplate } from './backfill.ts';
import { fitsTemplate } from './fits.ts';
import { freeTemplate } from './free.ts';
import { hpaTemplate } from './hpa.ts';
import { nextTemplate } from './next.ts';
import { nodeTemplate } from './node.ts';
import { pendingTemplate } from './pending.ts';
import { retryTemplate } from './retry.ts';
import { startTemplate } from './start.ts';
import { statusTemplate } from './status.ts';
import { utilisationTemplate } from './utilisation.ts';
import { victimTemplate } from './victim.ts';

/** Every kind of question that can be made from a run, by the name that stands in the ids of its items. */
export const templates = {
  fits: fitsTemplate,
  node: nodeTemplate,
  next: nextTemplate,
  victim: victimTemplate,
  pending: pendingTemplate,
  start: startTemplate,
  status: statusTemplate,
  free: freeTemplate,
  backfill: backfillTemplate,
  hpa: hpaTemplate,
  retry: retryTemplate,
  utilisation: utilisationTemplate
} as const satisfies Readonly<Record<string, Template>>;

/** Name of a template. */
export type TemplateId = keyof typeof templates;
