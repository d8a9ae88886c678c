import type { Node, Scenario } from '#lib/allocator/scenario/index.ts';
import { nodeOf } from '#lib/allocator/trace/index.ts';
import { isExtended, shortName } from '#lib/base/units/index.ts';

/** One place that a job can take on a node: a device, a share of one, or room for one more job without devices. */
export interface Place {
  readonly node: number;
  /** `GPU 1`, `GPU 2, share 3`, `MIG 3g.20gb 1`; `place 2` without a device. */
  readonly label: string;
  /** Whether it is there while nobody has it. */
  readonly device: boolean;
}

/** Nodes that offer more devices than this are drawn with a place for each job instead. */
const MOST_DEVICES = 16;

interface Device {
  readonly resource: number;
  readonly place: number;
}

/**
 * Who sits where: the allocator books amounts, the screen shows places. A job takes the lowest free ones, so that the
 * same run always looks the same.
 */
export class Places {
  readonly list: Place[] = [];
  readonly #devices: (readonly Device[])[] = [];
  readonly #others: number[][] = [];
  readonly #taken = new Set<number>();

  constructor(readonly scenario: Scenario) {}

  /** Takes the places of `pods` pods of a kind on a node; gives their indices in `list`. */
  take(node: number, requests: readonly number[], pods: number): number[] {
    const devices = this.#devicesOf(node);
    const places = devices.length === 0 ? [] : this.#devicesFor(devices, requests, pods);
    const taken = places.length > 0 ? places : Array.from({ length: pods }, () => this.#other(node));
    return taken;
  }

  /** Gives places back. */
  give(places: readonly number[]): void {
    for (const place of places) this.#taken.delete(place);
  }

  #devicesFor(devices: readonly Device[], requests: readonly number[], pods: number): number[] {
    const free = devices.filter(({ place }) => !this.#taken.has(place));
    const places = requests.flatMap((amount, r) =>
      free.filter(({ resource }) => resource === r).slice(0, amount * pods)
    );
    for (const { place } of places) this.#taken.add(place);
    return places.map(({ place }) => place);
  }

  #other(node: number): number {
    const others = (this.#others[node] ??= []);
    const free =
      others.find((place) => !this.#taken.has(place)) ?? this.#add(node, `place ${others.length + 1}`, false);
    if (!others.includes(free)) others.push(free);
    this.#taken.add(free);
    return free;
  }

  /** The devices of a node, listed on first sight. */
  #devicesOf(node: number): readonly Device[] {
    return (this.#devices[node] ??= this.#devicesAt(node));
  }

  #devicesAt(node: number): Device[] {
    const body = nodeOf(this.scenario, node);
    const extended = [...this.scenario.resources.keys()].filter((r) =>
      isExtended(this.scenario.resources[r] as string)
    );
    const total = extended.reduce((sum, r) => sum + (body.allocatable[r] as number), 0);
    if (total > MOST_DEVICES) return [];
    return extended.flatMap((resource) =>
      Array.from({ length: body.allocatable[resource] as number }, (_, i) => ({
        resource,
        place: this.#add(node, deviceLabel(body, this.scenario.resources[resource] as string, i), true)
      }))
    );
  }

  /** Lists the devices of a node, so that they are there before anyone takes them. */
  see(node: number): void {
    this.#devicesOf(node);
  }

  #add(node: number, label: string, device: boolean): number {
    this.list.push({ node, label, device });
    return this.list.length - 1;
  }
}

function deviceLabel({ gpus }: Node, resource: string, index: number): string {
  const shares = gpus?.timeSlicing ?? gpus?.mps ?? 1;
  const name = shortName(resource).replace('shared ', '');
  if (shares === 1 || !name.endsWith('GPU')) return `${name} ${index + 1}`;
  return `${name} ${Math.floor(index / shares) + 1}, share ${(index % shares) + 1}`;
}
