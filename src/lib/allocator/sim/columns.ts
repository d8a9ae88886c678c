/** What the engine remembers of each job beside the world: columns that grow when a deployment adds replicas. */
export class JobColumns {
  /** Tick it last joined the queue. */
  readonly queuedAt: number[] = [];
  /** Order of joining, which breaks ties of the queue. */
  readonly sequence: number[] = [];
  /** 1 for one that had run before it last joined, else 0. */
  readonly returned: number[] = [];
  /** Attempts begun, the first being 1. */
  readonly attempt: number[] = [];
  /** Ticks of work that are left, without what a checkpoint or a throttle adds. */
  readonly remaining: number[] = [];
  /** Tick it started running last; -1 while it does not run. */
  readonly startedAt: number[] = [];
  /** Tick at which its estimate says it ends; Infinity while it does not run. Set by `ExpectedEnds`. */
  readonly expectedEnd: number[] = [];
  /** Goes up whenever its life takes a turn, so that what was scheduled before no longer counts. */
  readonly stamp: number[] = [];
  /** Why its run ends, decided when it starts. */
  readonly ending: Ending[] = [];
  /** Failures of its program so far. */
  readonly failures: number[] = [];
  /** Restarts of its container in place so far. */
  readonly restarts: number[] = [];
  /** Seconds that its next crash will have to wait: the kubelet's back-off. */
  readonly crashDelay: number[] = [];
  /** Whether it counts against its tenant's quotas. */
  readonly admitted: boolean[] = [];
  /** Whether its image is there. */
  readonly ready: boolean[] = [];

  add(remaining: number): void {
    this.queuedAt.push(0);
    this.sequence.push(0);
    this.returned.push(0);
    this.attempt.push(0);
    this.remaining.push(remaining);
    this.startedAt.push(-1);
    this.expectedEnd.push(Infinity);
    this.stamp.push(0);
    this.ending.push('end');
    this.failures.push(0);
    this.restarts.push(0);
    this.crashDelay.push(0);
    this.admitted.push(false);
    this.ready.push(false);
  }
}

/** How a run ends: its work is done, its program fails, it is killed, or it is stopped from outside. */
export type Ending = 'end' | 'fail' | 'kill' | 'preempt' | 'evict' | 'lose' | 'expire' | 'cancel' | 'turn';
