import {
  defaultContainer,
  fieldErrorText,
  parseResourceList,
  validateContainer,
  validatePodSpec
} from '#lib/allocator/rules/index.ts';
import type { JobEntry, ScenarioFile } from './schema.ts';

type Body = Pick<JobEntry, 'resources' | 'restartPolicy' | 'nodeSelector' | 'tolerations' | 'activeDeadlineSeconds'>;

/** Whether requests go through an API server, which looks at them before any scheduler does. */
export const hasApiServer = (preset: ScenarioFile['policy']['preset']): boolean =>
  preset === 'kubernetes' || preset === 'kueue';

/** What the API server answers to a pod that is not valid, word for word; undefined where it is accepted. */
export function apiComplaint(body: Body): string | undefined {
  const { requests, limits } = body.resources;
  const container = defaultContainer({ requests: parseResourceList(requests), limits: parseResourceList(limits) });
  const errors = [
    ...validateContainer(container, 'spec.containers[0].resources'),
    ...validatePodSpec({
      restartPolicy: body.restartPolicy,
      nodeSelector: body.nodeSelector,
      tolerations: body.tolerations.map(({ effect, ...rest }) => (effect === undefined ? rest : { ...rest, effect })),
      ...(body.activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds: body.activeDeadlineSeconds })
    })
  ].map(fieldErrorText);
  if (errors.length === 0) return undefined;
  return errors.length === 1 ? errors[0] : `[${errors.join(', ')}]`;
}
