import { jobName, type BackfillVerdict } from '#lib/allocator/trace/index.ts';
import { LaterRoom } from './later-room.ts';
import type { Backfill, Passing } from './reservations.ts';
import type { Place, Sim } from './sim.ts';

/** A job that gives its room back at a tick, by its estimate. */
interface Release {
  readonly tick: number;
  readonly job: number;
  readonly places: readonly Place[];
}

/** The first job that does not fit, the tick at which it will, and the room it sees then. */
interface Head {
  readonly job: number;
  readonly shadow: number;
  /** Undefined after what is kept for nominated jobs has changed, until it is needed again. */
  room: LaterRoom | undefined;
}

/**
 * The plan of EASY backfill for one pass, for long queues and large clusters. It says what the rule `backfill-easy` says
 * of the room of all nodes, and looks only at what changes between now and the shadow time.
 */
export class EasyReservations implements Backfill {
  #head: Head | undefined;
  /** Who ran when the plan was made, as far as somebody wanted to know, by the tick at which they are expected to end. */
  readonly #running: Release[] = [];
  /** Whom the plan let start. */
  readonly #started: Release[] = [];
  /** Where a pod or gang of each kind would be now; forgotten when that may have changed. */
  readonly #placesNow = new Map<number, readonly Place[] | undefined>();

  constructor(readonly sim: Sim) {}

  ask(job: number): Passing {
    const places = this.sim.placement.place(job);
    const head = this.#head;
    const nominated = this.sim.world.nominated.has(job);
    const ends = this.sim.tick + (this.sim.scenario.jobs.estimate[job] ?? Infinity);
    const because = places && head && this.#reason(head, job, places, ends);
    const starts = places !== undefined && because !== 'would-delay';
    if (starts) this.#start({ tick: ends, job, places });
    else if (head === undefined) this.#head = this.#reserve(job);
    // Its nomination ends, or is taken back, which leaves others more room.
    if (nominated) this.#forgetRoom();
    return { starts, places, verdict: because && head && this.#verdict(head, ends, starts, because) };
  }

  longest(job: number): number {
    const places = this.#placeNow(job);
    const head = this.#head;
    // Without a head it starts, or becomes the head.
    if (head === undefined) return places === undefined && this.#reserve(job) === undefined ? 0 : Infinity;
    if (places === undefined) return 0;
    return this.#leavesRoom(head, job, places) ? Infinity : head.shadow - this.sim.tick;
  }

  #reason(head: Head, job: number, places: readonly Place[], ends: number): BackfillVerdict['because'] {
    if (ends <= head.shadow) return 'ends-in-time';
    return this.#leavesRoom(head, job, places) ? 'leaves-room' : 'would-delay';
  }

  #leavesRoom(head: Head, job: number, places: readonly Place[]): boolean {
    const room = this.#roomOf(head);
    room.change(job, places, -1);
    const { fits } = room;
    room.change(job, places, 1);
    return fits;
  }

  #start(release: Release): void {
    this.#placesNow.clear();
    this.#started.push(release);
    const head = this.#head;
    if (head !== undefined && release.tick > head.shadow) this.#roomOf(head).change(release.job, release.places, -1);
  }

  /** The earliest tick at which a job that does not fit now will; undefined where it never does. */
  #reserve(job: number): Head | undefined {
    const room = new LaterRoom(this.sim, job, true);
    let last: Release | undefined;
    for (const release of this.#releases()) {
      // All who end at one tick give back before anybody takes.
      if (last !== undefined && release.tick > last.tick && room.fits) break;
      room.change(release.job, release.places, 1);
      last = release;
    }
    return last !== undefined && room.fits ? { job, shadow: last.tick, room } : undefined;
  }

  #roomOf(head: Head): LaterRoom {
    if (head.room !== undefined) return head.room;
    const room = new LaterRoom(this.sim, head.job, false);
    for (const { tick, job, places } of this.#releases()) {
      if (tick > head.shadow) break;
      room.change(job, places, 1);
    }
    return (head.room = room);
  }

  #placeNow(job: number): readonly Place[] | undefined {
    const kind = this.sim.kindIndexOf(job);
    if (!this.#placesNow.has(kind)) this.#placesNow.set(kind, this.sim.placement.place(job));
    return this.#placesNow.get(kind);
  }

  #forgetRoom(): void {
    this.#placesNow.clear();
    if (this.#head !== undefined) this.#head.room = undefined;
  }

  /** Who gives room back, the earliest first. */
  #releases(): Iterable<Release> {
    if (this.#started.length === 0) return this.#runningInOrder();
    return [...this.#running, ...this.#started].filter(({ tick }) => tick < Infinity).sort((a, b) => a.tick - b.tick);
  }

  /** Those who run, found as they are wanted: before anybody starts, or not at all. */
  *#runningInOrder(): Generator<Release> {
    yield* this.#running;
    const { sim } = this;
    for (;;) {
      const job = sim.ends.next(this.#running.at(-1)?.job ?? -1);
      if (job < 0) return;
      // One that has outrun its estimate is expected to end at any moment, so at the next tick.
      const tick = Math.max(sim.jobs.expectedEnd[job]!, sim.tick + 1);
      const release = { tick, job, places: sim.world.holdings(job) };
      this.#running.push(release);
      yield release;
    }
  }

  #verdict(head: Head, ends: number, allowed: boolean, because: BackfillVerdict['because']): BackfillVerdict {
    return { head: jobName(this.sim.world, head.job), shadow: head.shadow, ends, allowed, because };
  }
}
