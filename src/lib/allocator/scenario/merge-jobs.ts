import type { Jobs } from './types.ts';

/** Two lists of jobs as one in order of arrival; those of the first go before those of the second at the same tick. */
export function mergeJobs(a: Jobs, b: Jobs): Jobs {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const count = a.count + b.count;
  /** Where each job comes from: one of `a` by its index, one of `b` by its index behind those. */
  const origin = new Uint32Array(count);
  const place = new Uint32Array(count);
  for (let i = 0, j = 0, to = 0; to < count; to++) {
    const takesA = j === b.count || (i < a.count && (a.arrival[i] as number) <= (b.arrival[j] as number));
    const from = takesA ? i++ : a.count + j++;
    origin[to] = from;
    place[from] = to;
  }
  const column = (name: 'arrival' | 'service' | 'estimate'): Float64Array =>
    Float64Array.from(origin, (from) => (from < a.count ? a[name][from] : b[name][from - a.count]) as number);
  return {
    count,
    arrival: column('arrival'),
    service: column('service'),
    estimate: column('estimate'),
    kind: Uint32Array.from(origin, (from) => (from < a.count ? a.kind[from] : b.kind[from - a.count]) as number),
    // The pods of a gang arrive together and stay side by side.
    gangOf: Uint32Array.from(
      origin,
      (from) =>
        place[from < a.count ? (a.gangOf[from] as number) : a.count + (b.gangOf[from - a.count] as number)] as number
    ),
    name: (job) => {
      const from = origin[job] as number;
      return from < a.count ? a.name(from) : b.name(from - a.count);
    }
  };
}
