import { readScenario } from '#lib/allocator/scenario/index.ts';
import { Engine } from '#lib/allocator/sim/index.ts';
import { Trace, type Rec, type Run, type World } from '#lib/allocator/trace/index.ts';

/** A trace that counts how many of its records are read, in whichever way. */
export class CountedTrace extends Trace {
  reads = 0;

  override kindOf(index: number): number {
    this.reads++;
    return super.kindOf(index);
  }

  override subjectOf(index: number): number {
    this.reads++;
    return super.subjectOf(index);
  }

  override recordsOf(step: number): Rec[] {
    const records = super.recordsOf(step);
    this.reads += records.length;
    return records;
  }

  override at(index: number): Rec {
    this.reads++;
    return super.at(index);
  }

  override replay(world: World, from: number, to: number): void {
    this.reads += to - from;
    super.replay(world, from, to);
  }

  override rewind(world: World, from: number, to: number): void {
    this.reads += from - to;
    super.rewind(world, from, to);
  }
}

/** A run of so many jobs on a few nodes that are nearly always full, with all reads of its records counted and no evidence. */
export function countedRun(jobs: number): Run & { readonly trace: CountedTrace } {
  const read = readScenario(`{ schema: 1, id: many, seed: 1, policy: { preset: textbook },
    cluster: { nodes: [ { name: node, count: 4, allocatable: { cpu: 16, memory: 64Gi, nvidia.com/gpu: 8 } } ] },
    jobs: [ { name: job, count: 0, resources: { requests: { cpu: 1, memory: 1Gi }, limits: { nvidia.com/gpu: 1 } } } ],
    workload: { n: ${jobs}, arrival: { exponential: 4s }, service: { exponential: 120s }, like: job } }`);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const trace = new CountedTrace(read.scenario);
  new Engine(read.scenario, trace).advance();
  return { trace, evidenceAt: () => undefined, scalingAt: () => undefined, pressureAt: () => undefined };
}
