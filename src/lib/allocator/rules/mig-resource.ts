/**
 * How the device plugin advertises MIG devices.
 *
 * Source: NVIDIA/k8s-device-plugin `internal/rm/rm.go`, commit 1b826ac.
 *
 * @module
 */

import { GPU_RESOURCE } from './gpu-sharing.ts';

/** `single`: all instances of a node are alike and count as GPUs; `mixed`: each profile is a resource of its own. */
export type MigStrategy = 'single' | 'mixed';

/** The resource of instances of a profile. A resource name takes no `+`, so `1g.5gb+me` becomes `1g.5gb.me`. */
export const migResource = (profile: string, strategy: MigStrategy): string =>
  strategy === 'single' ? GPU_RESOURCE : `nvidia.com/mig-${profile.replaceAll('+', '.')}`;
