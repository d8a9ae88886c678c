import { cfsQuota, cpuShares, curvedWeight, linearWeight, podCgroup } from '#lib/allocator/rules/cgroup.ts';
import { divideCpu } from '#lib/allocator/rules/cpu-contention.ts';
import { cpuGranted, exceedsMemoryLimit, OOM_KILLED, slowdownBy } from '#lib/allocator/rules/throttle.ts';
import { formatAmount, parseAmount } from '#lib/base/units/index.ts';
import { type CaseContainer, readCompute } from '../case-container.ts';
import { type Case, type CaseCheck, differences, near, UnknownKind } from '../case-kit.ts';

interface CgroupCase extends Case {
  readonly cpuLimitMilli: number;
  readonly periodMicros: number;
  readonly cpuRequestMilli: number;
  readonly containers: readonly CaseContainer[];
  readonly resource: 'cpu' | 'memory';
  readonly limit: string | null;
  readonly tries: string;
  readonly nodeCpu?: string;
  readonly busyThreads: number;
  readonly periodMs: number;
  readonly nodeCpus: number;
  readonly requests: readonly string[];
  readonly limits: readonly (string | null)[] | null;
}

const NO_LIMIT = -1;
const milli = (text: string): number => parseAmount('cpu', text);
const limitOf = (resource: string, text: string | null): number =>
  text === null ? NO_LIMIT : parseAmount(resource, text);

function shares({ cpuRequestMilli }: CgroupCase): unknown {
  const shares = cpuShares(cpuRequestMilli);
  return { shares, cgroup2WeightLinear: linearWeight(shares), cgroup2WeightNew: curvedWeight(shares) };
}

function cgroupOfPod({ containers }: CgroupCase): unknown {
  const { shares, quotaMicros, memoryLimit } = podCgroup(containers.map((c) => readCompute(c, false)));
  return { cpuShares: shares, cpuQuotaMicrosPer100ms: quotaMicros, memoryLimitBytes: memoryLimit };
}

function limitBehaviour({ resource, limit, tries, nodeCpu }: CgroupCase): unknown {
  const bound = limitOf(resource, limit);
  if (resource === 'memory') {
    const killed = exceedsMemoryLimit(parseAmount('memory', tries), bound);
    return killed ? { killed, ...OOM_KILLED } : { killed, reason: null, exitCode: null };
  }
  const granted = cpuGranted(milli(tries), bound, nodeCpu === undefined ? Infinity : milli(nodeCpu));
  return { killed: false, effective: formatAmount('cpu', granted), reason: null };
}

function throttling({ limit, busyThreads, periodMs, nodeCpus }: CgroupCase): unknown {
  const need = busyThreads * 1000;
  const granted = cpuGranted(need, limitOf('cpu', limit), nodeCpus * 1000);
  return { cpuMsPerPeriod: (granted * periodMs) / 1000, slowdown: slowdownBy(need, granted) };
}

function contention({ requests, limits, nodeCpus }: CgroupCase): unknown {
  const containers = requests.map((request, i) => ({
    weight: cpuShares(milli(request)),
    limit: limitOf('cpu', limits?.[i] ?? null)
  }));
  return { cpusApprox: divideCpu(nodeCpus * 1000, containers).map((granted) => granted / 1000) };
}

function contentionDifferences(c: CgroupCase) {
  const { cpusApprox, toleranceRelative } = c.expect as { cpusApprox: number[]; toleranceRelative: number };
  return differences({ cpusApprox }, contention(c), near(toleranceRelative));
}

/** Topic `cgroup-limits`: what requests and limits become at run time. */
export const check: CaseCheck = (c) => {
  const fields = c as CgroupCase;
  switch (c.kind) {
    case 'cfsQuota':
      return differences(c.expect, { quotaMicros: cfsQuota(fields.cpuLimitMilli, fields.periodMicros) });
    case 'cpuShares':
      return differences(c.expect, shares(fields));
    case 'podCgroup':
      return differences(c.expect, cgroupOfPod(fields));
    case 'limitBehaviour':
      return differences(c.expect, limitBehaviour(fields));
    case 'throttling':
      return differences(c.expect, throttling(fields), near(1e-9));
    case 'contention':
      return contentionDifferences(fields);
    default:
      throw new UnknownKind(c.kind);
  }
};
