import { stateId } from '#lib/allocator/lifecycle/index.ts';
import { fits } from '#lib/allocator/rules/index.ts';
import type { Choice } from '#lib/allocator/sim/index.ts';
import { jobName, nodeOf, type World } from '#lib/allocator/trace/index.ts';
import type { CheckScene } from '../check-scene.ts';
import { holders, upNodes } from '../words.ts';

/** What a learner decides at a check, in names. A gang has no single node: it is placed as the policy would place it. */
export type Move =
  | { readonly verb: 'allocate'; readonly node?: string }
  | { readonly verb: 'preempt'; readonly victims: readonly string[] }
  | { readonly verb: 'wait' | 'scale' | 'reject' };

/** What the policy does at a check. */
export function policyMove({ evidence }: CheckScene): Move {
  switch (evidence.outcome) {
    case 'fits': {
      const chosen = evidence.nodes.filter((n) => n.chosen === true);
      const [only] = chosen;
      return evidence.pods === 1 && only !== undefined ? { verb: 'allocate', node: only.node } : { verb: 'allocate' };
    }
    case 'canPreempt': {
      const victims = evidence.preemption?.find((v) => v.chosen === true)?.victims;
      return victims === undefined ? { verb: 'wait' } : { verb: 'preempt', victims };
    }
    case 'canScaleUp':
      return { verb: 'scale' };
    case 'heldByQuota':
    case 'mustQueue':
      return { verb: 'wait' };
    default:
      return { verb: 'reject' };
  }
}

/** Whether two moves come to the same. */
export function sameMove(a: Move, b: Move): boolean {
  if (a.verb === 'allocate' && b.verb === 'allocate') return a.node === b.node;
  if (a.verb === 'preempt' && b.verb === 'preempt')
    return a.victims.length === b.victims.length && a.victims.every((v) => b.victims.includes(v));
  return a.verb === b.verb;
}

/**
 * The moves that can be carried out at a check: every node with room, every single victim that would make room, the
 * policy's own victims or places, a new node where there is an autoscaler, waiting, and rejection; in this order, which
 * does not tell what the policy does. What the API server or a quota refuses can only wait or be rejected.
 */
export function movesAt(scene: CheckScene): Move[] {
  const { evidence, open, world } = scene;
  const always: Move[] = [{ verb: 'wait' }, { verb: 'reject' }];
  const { outcome } = evidence;
  if (outcome === 'invalid' || outcome === 'overQuota' || outcome === 'heldByQuota') return always;
  const byPolicy = policyMove(scene);
  const moves = [
    ...upNodes(world).map((n): Move => ({ verb: 'allocate', node: nodeOf(open.scenario, n).name })),
    ...holders(world).map((job): Move => ({ verb: 'preempt', victims: [jobName(world, job)] })),
    ...(byPolicy.verb === 'allocate' || byPolicy.verb === 'preempt' ? [byPolicy] : []),
    ...(open.scenario.autoscaler === undefined ? [] : [{ verb: 'scale' } as const]),
    ...always
  ].filter((move) => choiceOf(scene, move) !== undefined);
  return moves.filter((move, i) => moves.findIndex((other) => sameMove(other, move)) === i);
}

/** A move as the simulator takes it; undefined for one that cannot be carried out. */
export function choiceOf(scene: CheckScene, move: Move): Choice | undefined {
  switch (move.verb) {
    case 'allocate':
      return allocation(scene, move.node);
    case 'preempt':
      return preemption(scene, move.victims);
    case 'scale':
      return scene.open.scenario.autoscaler === undefined ? undefined : { verb: 'scale' };
    default:
      return { verb: move.verb };
  }
}

const nodeCalled = ({ scenario, up }: World, name: string | undefined): number =>
  [...up.keys()].find((n) => up[n] === 1 && nodeOf(scenario, n).name === name) ?? -1;

function allocation({ evidence, world }: CheckScene, name: string | undefined): Choice | undefined {
  const wanted = evidence.nodes.filter((n) =>
    evidence.pods === 1 ? n.node === name && n.verdict === 'fits' : name === undefined && n.chosen === true
  );
  const places = wanted.map((n) => ({ node: nodeCalled(world, n.node), pods: n.pods ?? 1 }));
  return places.length === 0 ? undefined : { verb: 'allocate', places };
}

/** Victims must hold room on one node, which without them has enough for the job, and must not be stopping yet. */
function preemption({ evidence, world, job }: CheckScene, names: readonly string[]): Choice | undefined {
  const victims = holders(world).filter((other) => names.includes(jobName(world, other)));
  const [node = -1, ...others] = new Set(victims.flatMap((v) => world.holdings(v).map((h) => h.node)));
  const admitted = evidence.nodes.some(
    (n) => (n.verdict === 'short' || n.verdict === 'fits') && nodeCalled(world, n.node) === node
  );
  if (victims.length !== names.length || others.length > 0 || !admitted || evidence.pods > 1) return undefined;
  if (victims.some((v) => isStopping(world, v))) return undefined;
  return hasRoomWithout(world, job, victims, node) ? { verb: 'preempt', node, victims } : undefined;
}

const isStopping = (world: World, job: number): boolean => (world.state[job] as number) - 1 === stateId.stopping;

function hasRoomWithout(world: World, job: number, victims: readonly number[], node: number): boolean {
  const resources = world.scenario.resources.map((_, r) => r);
  const demand = resources.map((r) => world.asks(job, r));
  const free = resources.map((r) => {
    const given = victims.reduce((sum, v) => sum + world.asks(v, r) * podsOn(world, v, node), 0);
    return (world.free[node * resources.length + r] as number) + given;
  });
  return fits(demand, free, 0);
}

const podsOn = (world: World, job: number, node: number): number =>
  world.holdings(job).find((h) => h.node === node)?.pods ?? 0;
