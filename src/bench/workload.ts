import { exponential, stream } from '#lib/base/random/index.ts';
import type { JobBlock } from '#lib/allocator/sim/index.ts';

/** Mean service in ticks: fine enough that rounding to whole ticks changes nothing that is measured. */
const MEAN_SERVICE = 10_000;

/** Jobs of one server each that arrive at random and keep some servers busy for a share of the time, in whole ticks. */
export function poissonJobs(count: number, servers: number, load: number): JobBlock {
  const gap = exponential(MEAN_SERVICE / (load * servers));
  const length = exponential(MEAN_SERVICE);
  const arrivals = stream(1, 'arrivals');
  const services = stream(1, 'services');
  const arrival = new Float64Array(count);
  const service = new Float64Array(count);
  let tick = 0;
  for (let job = 0; job < count; job++) {
    tick += gap(arrivals);
    arrival[job] = Math.round(tick);
    service[job] = Math.max(1, Math.round(length(services)));
  }
  return { count, arrival, service, kind: new Uint32Array(count) };
}

/** The same jobs as a file: arrivals, then services, as 64-bit floats. */
export const bytesOf = ({ arrival, service }: JobBlock): Buffer =>
  Buffer.concat([arrival, service].map(({ buffer }) => Buffer.from(buffer as ArrayBuffer)));

/** Jobs from such a file. */
export function jobsFrom(bytes: Buffer): JobBlock {
  const count = bytes.length / 16;
  const columns = new Float64Array(new Uint8Array(bytes).buffer);
  return {
    count,
    arrival: columns.subarray(0, count),
    service: columns.subarray(count),
    kind: new Uint32Array(count)
  };
}
