import { AUTOSCALER_SECONDS, estimateScaleUp, type PendingGroup } from '#lib/allocator/rules/index.ts';
import type { Autoscaler as Settings } from '#lib/allocator/scenario/index.ts';
import type { ScaleUpVerdict } from '#lib/allocator/trace/index.ts';
import { ticksOf } from './clock.ts';
import { due } from './due.ts';
import type { Sim } from './sim.ts';

/**
 * What the cluster autoscaler knows: the nodes it may add or remove (the slots behind the scenario's own nodes), those
 * on their way, and for whom. It only answers and remembers; `node-scan.ts` acts.
 */
export class Autoscaler {
  /** Slots of nodes that were asked for and are not there yet. */
  readonly coming = new Set<number>();
  /** Tick since which a node has not been needed. */
  readonly unneededSince = new Map<number, number>();
  /** Tick at which a node was last added; null for never. */
  lastAdd: number | null = null;
  #refused = false;
  #scanAt = Infinity;

  constructor(
    readonly sim: Sim,
    readonly settings: Settings
  ) {}

  /** Whether the provider refuses whatever is asked of it. */
  get refused(): boolean {
    return this.#refused;
  }

  /** Slots of the nodes that it manages. */
  get slots(): number[] {
    const first = this.sim.scenario.nodes.length;
    return Array.from({ length: this.sim.world.up.length - first }, (_, i) => first + i);
  }

  /** Whether new nodes, those on their way included, would hold a job beside all that wait for them. */
  verdict(job: number): ScaleUpVerdict {
    const nodes = this.#nodesUp();
    const demand = this.#waitingFor(job);
    const kind = this.sim.kindIndexOf(job);
    const { packed } = this.#estimate(demand);
    const group = [...demand.keys()].indexOf(kind);
    return {
      nodes,
      coming: this.coming.size,
      max: this.settings.max,
      fitsTemplate: this.#fitsTemplate(job),
      holds: !this.refused && group >= 0 && (packed[group] as number) === demand.get(kind),
      ...(this.refused ? { refused: true } : {})
    };
  }

  /** How many nodes to ask for now, beside those on their way. */
  missing(): number {
    if (this.refused) return 0;
    return Math.max(0, this.#estimate(this.#waitingFor()).newNodes - this.coming.size);
  }

  /** Sees to it that a scan takes place: the first on its grid from a tick on, after now unless said otherwise. */
  requestScan(from = this.sim.tick + 1): void {
    const grid = ticksOf(this.sim, AUTOSCALER_SECONDS.scan);
    const at = Math.ceil(from / grid) * grid;
    if (at >= this.#scanAt) return;
    this.#scanAt = at;
    this.sim.events.push(at, due.scan, 0, 0);
  }

  /** Whether a scan that falls due is the one that was requested last; others can be requested from then on. */
  scanBegins(): boolean {
    if (this.#scanAt !== this.sim.tick) return false;
    this.#scanAt = Infinity;
    return true;
  }

  /** From now on the provider refuses nodes, or gives them again and whoever waits is checked anew. */
  setProvider(is: 'fails' | 'works'): void {
    this.#refused = is === 'fails';
    if (is === 'works') this.sim.wake(this.sim.waiting.inOrder());
  }

  #nodesUp(): number {
    return this.sim.world.up.reduce((sum, up) => sum + up, 0);
  }

  /** Pods that wait for new nodes, by kind, and with them those of one more job. */
  #waitingFor(another = -1): Map<number, number> {
    const { sim } = this;
    const scaling = sim.waiting.inOrder().filter((job) => job !== another && sim.isIn(job, 'waiting.scaling'));
    const demand = new Map<number, number>();
    for (const job of another < 0 ? scaling : [...scaling, another]) {
      const kind = sim.kindIndexOf(job);
      if (this.#letsIn(job)) demand.set(kind, (demand.get(kind) ?? 0) + sim.placement.podsOf(job));
    }
    return demand;
  }

  #estimate(demand: ReadonlyMap<number, number>): ReturnType<typeof estimateScaleUp> {
    const { kinds, resources } = this.sim.scenario;
    const groups: PendingGroup[] = [...demand].map(([kind, count]) => ({
      count,
      demand: (kinds[kind] as (typeof kinds)[number]).requests
    }));
    const sizedBy = ['cpu', 'memory'].map((r) => resources.indexOf(r)).filter((r) => r >= 0);
    const free = this.slots.filter((slot) => this.sim.world.up[slot] !== 1).length;
    const room = Math.max(0, Math.min(free, this.settings.max - this.#nodesUp()));
    return estimateScaleUp(this.settings.template.allocatable, groups, sizedBy, room);
  }

  /** Whether taints and labels of a new node let a job in. */
  #letsIn(job: number): boolean {
    const [slot] = this.slots;
    return slot !== undefined && this.sim.placement.admits(this.sim.kindOf(job), slot);
  }

  #fitsTemplate(job: number): boolean {
    const { allocatable } = this.settings.template;
    return (
      this.#letsIn(job) && this.sim.kindOf(job).requests.every((amount, r) => amount <= (allocatable[r] as number))
    );
  }
}
