/**
 * Kubernetes manifests as scenarios: Pods, Jobs, Deployments with their HorizontalPodAutoscalers, ResourceQuotas, Nodes and
 * PriorityClasses. What cannot be represented is an error with its line; what has no bearing on a run is said in a comment.
 */
import { stringify } from 'yaml';
import type { Problem } from '#lib/base/input/index.ts';
import { convert } from './convert.ts';
import { readDocuments } from './documents.ts';

/**
 * The text of a scenario file, with what was assumed and what was left out, which stands in its comments too; or
 * everything that keeps a manifest from being one.
 */
export type FromManifest =
  | { readonly ok: true; readonly text: string; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Turns a Kubernetes manifest of one or more documents into the text of a scenario file. */
export function fromManifest(text: string): FromManifest {
  const read = readDocuments(text);
  if ('problems' in read) return { ok: false, problems: read.problems };
  const converted = convert(read.documents);
  if ('problems' in converted) return { ok: false, problems: converted.problems };
  const notes = [...converted.assumed, ...read.aside.map(({ line, message }) => `Line ${line}: ${message}.`)];
  const comment = ['Made from a Kubernetes manifest.', ...notes].map((note) => `# ${note}\n`).join('');
  return { ok: true, text: comment + stringify(converted.scenario, { lineWidth: 0 }), notes };
}
