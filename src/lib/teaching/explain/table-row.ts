import { stateName, stateWords, statusOf } from '#lib/allocator/lifecycle/index.ts';
import { change, jobName, type Rec, type World } from '#lib/allocator/trace/index.ts';
import { askedResources, askOf, clockOf, figure, freeLabel, freeOf, nodeName } from './names.ts';
import { happening } from './happening.ts';
import type { Scene } from './sentence.ts';
import { actionLabels, type Told } from './step.ts';
import type { Change, TableRow } from './view.ts';

/** What is free, as a cell says it: of one node, or of the cluster where no node takes part. */
export function freeCells(world: World, told: Told): { label: string; value: string }[] {
  const { resources } = world.scenario;
  const asked = told.job === undefined ? resources.map((_, r) => r) : askedResources(world, told.job);
  const nodes = told.records.filter((r) => r.node >= 0 && r.kind !== change.request).map((r) => r.node);
  const several = world.up.length > 1;
  if (nodes.length === 0 || !several)
    return asked.map((r) => {
      const resource = resources[r] as string;
      const { total, most } = freeOf(world, r);
      const spread = several && most < total ? `, at most ${figure(resource, most)} on one node` : '';
      return { label: freeLabel(resource), value: `${figure(resource, total)}${spread}` };
    });
  return [...new Set(nodes)].flatMap((node) =>
    asked.map((r) => {
      const resource = resources[r] as string;
      return {
        label: `${freeLabel(resource)} on ${nodeName(world.scenario, node)}`,
        value: figure(resource, world.free[node * resources.length + r] as number)
      };
    })
  );
}

/** One row of the process table; `before` was taken of the world before the step. */
export function tableRow(step: number, scene: Scene, before: readonly { label: string; value: string }[]): TableRow {
  const { told, world, tick } = scene;
  const after = freeCells(world, told);
  const changes: Change[] = after.flatMap(({ label, value }, i) => {
    const from = before[i]?.value ?? value;
    return from === value ? [] : [{ label, from, to: value }];
  });
  const cell = (cells: readonly { label: string; value: string }[]): string =>
    cells.map(({ label, value }) => `${label}: ${value}`).join('; ');
  const job = told.job === undefined ? '' : jobName(world, told.job);
  return {
    step,
    clock: clockOf(world.scenario, tick),
    job,
    action: job === '' ? happening(world, told.records[0] as Rec).label : `${actionLabels[told.action]} ${job}`,
    before: cell(before),
    condition: condition(scene),
    result: result(scene),
    after: cell(after),
    changes
  };
}

function condition({ told, world, evidence }: Scene): string {
  if (told.job === undefined) return '';
  const ask = askOf(world, told.job);
  switch (told.action) {
    case 'request':
    case 'check':
    case 'retry':
      return `Is there room for ${ask}?`;
    case 'allocate':
      return evidence?.backfill === undefined ? `Room for ${ask}` : `Room for ${ask}, and nobody is delayed`;
    case 'run':
      return 'Resources and image are there';
    case 'stop':
    case 'release':
    case 'turn':
    case 'end':
      return told.event === undefined || told.event === 'request' ? '' : (eventQuestion[told.event] ?? '');
    case 'reject':
      return rejection[evidence?.outcome ?? ''] ?? `No room for ${ask}`;
    case 'hold':
      return 'Over quota for now';
    default:
      return `No room for ${ask} now`;
  }
}

const rejection: Readonly<Record<string, string>> = {
  invalid: 'Not a valid request',
  overQuota: 'Over quota',
  neverFits: 'No room even on an empty node'
};

const eventQuestion: Readonly<Partial<Record<string, string>>> = {
  end: 'Its work is done',
  fail: 'Its program ended with an error',
  kill: 'It used more memory than its limit',
  lose: 'Its node is lost',
  evict: 'Its node is short of memory',
  stop: 'It has stopped',
  preempt: 'Its place is wanted',
  expire: 'Its deadline has passed',
  cancel: 'Its owner cancelled it'
};

function result({ told, evidence }: Scene): string {
  if (told.to === undefined) return '';
  if (told.action === 'request' || told.action === 'check' || told.action === 'retry')
    return evidence === undefined ? '' : evidence.outcome === 'fits' ? 'Yes' : 'No';
  return stateWords[told.to];
}

/** What the tracker says of a job: its status. */
export const statusIn = (world: World, job: number): string => {
  const state = (world.state[job] ?? 0) - 1;
  return state < 0 ? 'none' : statusOf[stateName(state)];
};

/** The tracker's figures of the cluster: free of each resource, node by node where there are few. */
export function trackedFigures(world: World): { label: string; value: string }[] {
  const { resources } = world.scenario;
  const nodes = [...world.up.keys()];
  if (nodes.length === 1 || nodes.length > 4)
    return resources.map((r, i) => ({ label: freeLabel(r), value: figure(r, freeOf(world, i).total) }));
  return nodes.flatMap((node) =>
    resources.map((r, i) => ({
      label: `${freeLabel(r)} on ${nodeName(world.scenario, node)}`,
      value: world.up[node] === 1 ? figure(r, world.free[node * resources.length + i] as number) : 'gone'
    }))
  );
}
