import type { ScenarioInput } from '#lib/allocator/scenario/index.ts';
import { asks, oneNode, scenarioNamed } from './family.ts';

/**
 * Gangs that are placed pod by pod, each pod going to the gang that holds least: the order in which they come into each
 * other's way the most. A run of it that leaves gangs unreleased is a deadlock.
 *
 * @param gpus G
 * @param gangs J, each of another tenant
 * @param size g, pods of one GPU
 */
export const podByPod = (gpus: number, gangs: number, size: number): ScenarioInput =>
  scenarioNamed('pod-by-pod', {
    cluster: oneNode(gpus),
    policy: { preset: 'textbook', order: 'drf', blocked: 'skip', gangs: 'pod-by-pod' },
    jobs: Array.from({ length: gangs }, (_, i) => ({
      name: `gang-${i + 1}`,
      tenant: `team-${i + 1}`,
      gang: size,
      service: 60,
      ...asks(1)
    }))
  });

/** Whether gangs can all be left waiting for each other: G ≤ J(g − 1), when each may hold all it needs but one. */
export const canDeadlock = (gpus: number, gangs: number, size: number): boolean => gpus <= gangs * (size - 1);
