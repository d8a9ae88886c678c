import type { Node, Scenario } from '#lib/allocator/scenario/index.ts';
import { nodeOf } from '#lib/allocator/trace/index.ts';
import { Lowest } from './lowest.ts';
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
  /** Devices that somebody has. */
  readonly #taken = new Set<number>();
  /** Of each node, how many places without a device it has, and those of them that nobody has. */
  readonly #others: { count: number; readonly free: Lowest }[] = [];

  constructor(readonly scenario: Scenario) {}

  /** Takes the places of `pods` pods of a kind on a node; gives their indices in `list`. */
  take(node: number, requests: readonly number[], pods: number): number[] {
    const places = this.#devicesFor(this.#devicesOf(node), requests, pods);
    return places.length > 0 ? places : Array.from({ length: pods }, () => this.#other(node));
  }

  /** Gives places back. */
  give(places: readonly number[]): void {
    for (const place of places) {
      const { node, device } = this.list[place] as Place;
      if (device) this.#taken.delete(place);
      else this.#othersOf(node).free.push(place);
    }
  }

  #devicesFor(devices: readonly Device[], requests: readonly number[], pods: number): number[] {
    const places: number[] = [];
    requests.forEach((amount, r) => {
      let wanted = amount * pods;
      for (const { resource, place } of wanted > 0 ? devices : []) {
        if (resource !== r || wanted < 1 || this.#taken.has(place)) continue;
        this.#taken.add(place);
        places.push(place);
        wanted--;
      }
    });
    return places;
  }

  #other(node: number): number {
    const others = this.#othersOf(node);
    return others.free.pop() ?? this.#add(node, `place ${++others.count}`, false);
  }

  #othersOf(node: number): { count: number; readonly free: Lowest } {
    return (this.#others[node] ??= { count: 0, free: new Lowest() });
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
