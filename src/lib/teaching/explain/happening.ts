import { OOM_KILLED } from '#lib/allocator/rules/index.ts';
import {
  change,
  changeNames,
  jobName,
  type Rec,
  type ScalingEvidence,
  type World
} from '#lib/allocator/trace/index.ts';
import { askOf, nodeName, ordinal } from './names.ts';

/** What a step is called that is no turn of a request's life, and the sentence of it. */
interface Happening {
  readonly label: string;
  readonly sentence: string;
}

/** Tells a change of the cluster, of a deployment or of a container, from its record and the world after it. */
export function happening(world: World, record: Rec, scaling?: ScalingEvidence): Happening {
  const { scenario } = world;
  const node = record.node >= 0 ? nodeName(scenario, record.node) : '';
  const told = (label: string, sentence: string): Happening => ({ label, sentence });
  switch (record.kind) {
    case change.nodeUp:
      return told(`Node ready ${node}`, `node ${node} is ready.`);
    case change.nodeDown:
      return told(`Node gone ${node}`, `node ${node} is gone, ${losesWhat(world, record.node)}.`);
    case change.provision:
      return told(`Ask for ${node}`, `the autoscaler asks for ${node}.`);
    case change.provisionFailed:
      return told(`Refuse ${node}`, `the provider has no ${node} to give.`);
    case change.crash:
      return told(`Crash ${jobName(world, record.subject)}`, crash(world, record));
    case change.restart: {
      const job = jobName(world, record.subject);
      return told(
        `Restart ${job}`,
        `the container of job ${job} restarts in place, for the ${ordinal(record.pods)} time.`
      );
    }
    case change.replicas: {
      const name = scenario.deployments[record.subject]?.name ?? 'the deployment';
      const replicas = `${record.pods} ${record.pods === 1 ? 'replica' : 'replicas'}`;
      return told(
        `Scale ${name}`,
        `the HPA sets ${name} to ${replicas}${scaling === undefined ? '' : measured(scaling)}.`
      );
    }
    case change.deadlock:
      return told('Deadlock', 'nobody can go on: each gang holds what the other needs.');
    default: {
      const name = changeNames[record.kind] ?? 'something';
      return told(name, `${name} happens.`);
    }
  }
}

/** `: 90 % of the CPU they request is used, and 60 % is aimed at`; nothing where there was no sample. */
const measured = ({ utilisation, target }: ScalingEvidence): string =>
  utilisation === null ? '' : `: ${utilisation} % of the CPU they request is used, and ${target} % is aimed at`;

function losesWhat(world: World, node: number): string {
  return world.holders(node).length > 0 ? 'and everything on it with it' : 'and nothing ran on it';
}

function crash(world: World, { subject, pods: exitCode }: Rec): string {
  const how = exitCode === OOM_KILLED.exitCode ? 'is killed at its memory limit' : 'ends';
  return `the container of job ${jobName(world, subject)} ${how} with exit code ${exitCode}. Its pod stays where it is, holds ${askOf(world, subject)} and starts it again after a delay.`;
}
