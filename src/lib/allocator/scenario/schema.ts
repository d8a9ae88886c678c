import * as v from 'valibot';
import { isExtended, parseDuration, parseQuantity, QuantityError } from '#lib/base/units/index.ts';

/** A check that says what the parser would: `parse` throws an Error whose message a learner can read. */
const readable = (parse: (text: string | number) => unknown) =>
  v.rawCheck<string | number>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    try {
      parse(dataset.value);
    } catch (e) {
      addIssue({ message: (e as Error).message });
    }
  });

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 'must be lower-case letters, digits, "-" and "."'),
  v.maxLength(63, 'must have at most 63 characters')
);
const whole = (least: number, most = 1_000_000_000) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`)
  );
/** A span such as `90s` or `1h30m`, or a number of seconds. Negative ones do not parse. */
const duration = v.pipe(v.union([v.string(), v.number()]), readable(parseDuration));
const quantity = v.pipe(v.union([v.string(), v.number()]), readable(parseQuantity));

/** A quantity exactly; undefined for a text that is none, which has been complained about already. */
function nanoOf(given: string | number): bigint | undefined {
  try {
    return parseQuantity(given).nano;
  } catch (e) {
    if (!(e instanceof QuantityError)) throw e;
    return undefined;
  }
}

/** Amounts by resource: none negative, devices in whole numbers. */
const amounts = v.pipe(
  v.record(text, quantity),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const [resource, given] of Object.entries(dataset.value)) {
      const path = [
        { type: 'object' as const, origin: 'value' as const, input: dataset.value, key: resource, value: given }
      ] as const;
      const nano = nanoOf(given);
      if (nano === undefined) continue;
      if (nano < 0n) addIssue({ message: `${resource} must not be negative, it is ${given}`, path: [...path] });
      else if (isExtended(resource) && nano % 1_000_000_000n !== 0n)
        addIssue({ message: `${resource} comes in whole numbers, it is ${given}`, path: [...path] });
    }
  })
);

const effect = v.picklist(['NoSchedule', 'PreferNoSchedule', 'NoExecute']);
const taint = v.strictObject({ key: text, value: v.optional(v.string(), ''), effect });
const toleration = v.strictObject({
  key: v.optional(v.string(), ''),
  operator: v.optional(v.picklist(['Exists', 'Equal']), 'Equal'),
  value: v.optional(v.string(), ''),
  effect: v.optional(effect)
});

const labels = v.record(text, v.string());

const sharing = v.pipe(
  v.strictObject({
    timeSlicing: v.optional(v.strictObject({ replicas: whole(2, 128) })),
    mps: v.optional(v.strictObject({ replicas: whole(2, 48) })),
    mig: v.optional(v.pipe(v.array(text), v.minLength(1, 'must name at least one profile')))
  }),
  v.check((s) => Object.keys(s).length <= 1, 'a GPU is shared in one way only: timeSlicing, mps or mig')
);
const gpus = v.strictObject({ model: v.optional(text, 'A100-40GB'), sharing: v.optional(sharing, {}) });

const nodeBody = {
  allocatable: amounts,
  labels: v.optional(labels, {}),
  taints: v.optional(v.array(taint), []),
  unschedulable: v.optional(v.boolean(), false),
  gpus: v.optional(gpus)
};
const node = v.strictObject({ name, count: v.optional(whole(1, 100_000), 1), ...nodeBody });

const policy = v.strictObject({
  preset: v.optional(v.picklist(['textbook', 'kubernetes', 'kueue', 'slurm', 'mesos']), 'textbook'),
  order: v.optional(
    v.picklist(['fifo', 'priority', 'shortest-first', 'shortest-remaining', 'round-robin', 'fair-share', 'drf'])
  ),
  blocked: v.optional(v.picklist(['block', 'skip', 'easy', 'conservative'])),
  rank: v.optional(
    v.picklist([
      'first-fit',
      'best-fit',
      'least-allocated',
      'most-allocated',
      'balanced',
      'requested-to-capacity-ratio'
    ])
  ),
  preemption: v.optional(v.picklist(['never', 'lower-priority'])),
  preempted: v.optional(v.picklist(['resume', 'restart'])),
  gangs: v.optional(v.picklist(['pod-by-pod', 'all-or-nothing'])),
  neverFits: v.optional(v.picklist(['reject', 'wait'])),
  wake: v.optional(v.picklist(['all', 'hinted'])),
  quantum: v.optional(duration)
});

/** What each part of a policy may be, in the order in which it is offered. */
export const policyChoices = {
  preset: policy.entries.preset.wrapped.options,
  order: policy.entries.order.wrapped.options,
  blocked: policy.entries.blocked.wrapped.options,
  rank: policy.entries.rank.wrapped.options,
  preemption: policy.entries.preemption.wrapped.options,
  gangs: policy.entries.gangs.wrapped.options
} as const;

const memoryUsage = v.union([quantity, v.array(v.strictObject({ at: duration, is: quantity }))]);
const jobBody = {
  tenant: v.optional(name, 'default'),
  priority: v.optional(whole(-2_147_483_648, 1_000_000_000), 0),
  preemptionPolicy: v.optional(v.picklist(['PreemptLowerPriority', 'Never']), 'PreemptLowerPriority'),
  resources: v.optional(v.strictObject({ requests: v.optional(amounts, {}), limits: v.optional(amounts, {}) }), {}),
  usage: v.optional(v.strictObject({ cpu: v.optional(quantity), memory: v.optional(memoryUsage) }), {}),
  tolerations: v.optional(v.array(toleration), []),
  nodeSelector: v.optional(labels, {}),
  gang: v.optional(whole(1, 10_000), 1),
  grace: v.optional(duration),
  checkpoint: v.optional(v.strictObject({ every: duration, cost: v.optional(duration, 0) })),
  restartPolicy: v.optional(v.picklist(['Never', 'OnFailure', 'Always']), 'Never'),
  backoffLimit: v.optional(whole(0), 6),
  fails: v.optional(
    v.array(v.strictObject({ attempt: whole(1), after: duration, exitCode: v.optional(whole(1, 255), 1) })),
    []
  ),
  image: v.optional(
    v.union([v.strictObject({ pull: v.picklist(['ok', 'missing']) }), v.strictObject({ takes: duration })]),
    { pull: 'ok' }
  ),
  activeDeadlineSeconds: v.optional(whole(1))
};
/** One entry of `jobs`. */
export const jobSchema = v.strictObject({
  name,
  count: v.optional(whole(0, 1_000_000), 1),
  arrival: v.optional(duration, 0),
  service: v.optional(duration),
  estimate: v.optional(duration),
  ...jobBody
});

const sampled = v.union([
  v.strictObject({ exponential: duration }),
  v.strictObject({ constant: duration }),
  v.strictObject({ uniform: v.strictObject({ from: duration, to: duration }) }),
  v.strictObject({
    lognormal: v.strictObject({
      mean: duration,
      cv: v.pipe(v.number(), v.finite('must be finite'), v.minValue(0, 'must not be negative'))
    })
  })
]);
const sampledWorkload = v.strictObject({
  n: whole(1, 10_000_000),
  arrival: sampled,
  service: sampled,
  like: v.optional(name)
});
const workload = v.union([sampledWorkload, v.strictObject({ csv: text, like: v.optional(name) })]);

const deployment = v.strictObject({
  name,
  replicas: v.optional(whole(0, 10_000), 1),
  load: v.optional(v.array(v.strictObject({ at: duration, cpu: quantity })), []),
  hpa: v.optional(
    v.strictObject({
      min: v.optional(whole(1), 1),
      max: whole(1, 10_000),
      target: v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}%$/, 'must be a percentage such as "60%"'))
    })
  ),
  ...jobBody
});

const nodeChange = { node: text, is: v.picklist(['lost', 'back']) };
const autoscalerChange = { autoscaler: v.picklist(['fails', 'works']) };
const jobChange = { job: text, is: v.picklist(['cancelled']) };
const event = v.union([
  v.strictObject({ at: duration, ...nodeChange }),
  v.strictObject({ at: duration, ...autoscalerChange }),
  v.strictObject({ at: duration, ...jobChange })
]);

const atStep = { step: whole(0) };
/** How gangs are placed shapes the jobs themselves, so it stays as it was. */
const laterPolicy = v.strictObject({
  ...v.omit(policy, ['gangs']).entries,
  preset: v.optional(policy.entries.preset.wrapped)
});
const intervention = v.union([
  v.strictObject({ ...atStep, ...nodeChange }),
  v.strictObject({ ...atStep, ...autoscalerChange }),
  v.strictObject({ ...atStep, ...jobChange }),
  v.strictObject({ ...atStep, arrives: v.omit(jobSchema, ['arrival']) }),
  v.strictObject({ ...atStep, policy: laterPolicy })
]);

const quota = v.strictObject({
  tenant: name,
  name: v.optional(name),
  hard: v.record(text, quantity),
  mode: v.optional(v.picklist(['reject', 'hold']), 'reject'),
  cohort: v.optional(name),
  borrowing: v.optional(whole(0)),
  reclaim: v.optional(v.picklist(['never', 'lower-priority', 'any']), 'never')
});

/**
 * Scenario files, schema 1. Field names follow Kubernetes where it has one; an unknown field is an error; every field
 * but `id`, `cluster.nodes` and one of `jobs`, `workload` and `deployments` has a default.
 */
export const scenarioSchema = v.pipe(
  v.strictObject({
    schema: v.literal(1, 'must be 1: this program reads scenarios of schema 1'),
    id: name,
    title: v.optional(text),
    objective: v.optional(v.string(), ''),
    look: v.optional(v.string(), ''),
    level: v.optional(v.picklist(['easy', 'medium', 'hard']), 'easy'),
    seed: v.optional(whole(0, 4_294_967_295), 1),
    tick: v.optional(duration, '1s'),
    until: v.optional(v.union([v.strictObject({ tick: duration }), v.strictObject({ job: text, state: text })])),
    cluster: v.strictObject({
      nodes: v.pipe(v.array(node), v.minLength(1, 'needs at least one node')),
      autoscaler: v.optional(
        v.strictObject({
          max: whole(1, 100_000),
          provision: v.optional(duration, '90s'),
          idle: v.optional(duration, '10m'),
          template: v.strictObject({ name: v.optional(name, 'scaled'), ...nodeBody })
        })
      )
    }),
    policy: v.optional(policy, { preset: 'textbook' }),
    tenants: v.optional(
      v.array(
        v.strictObject({
          name,
          weight: v.optional(v.pipe(v.number(), v.finite('must be finite'), v.gtValue(0, 'must be above 0')), 1)
        })
      ),
      []
    ),
    quotas: v.optional(v.array(quota), []),
    jobs: v.optional(v.array(jobSchema), []),
    workload: v.optional(workload),
    deployments: v.optional(v.array(deployment), []),
    events: v.optional(v.array(event), []),
    interventions: v.optional(v.array(intervention), [])
  }),
  v.check(
    (s) => s.jobs.length > 0 || s.workload !== undefined || s.deployments.length > 0,
    'needs one of jobs, workload and deployments'
  )
);

/** A scenario file as read: checked, defaults filled in, durations and quantities still as written. */
export type ScenarioFile = v.InferOutput<typeof scenarioSchema>;
/** A scenario as somebody writes it, most fields left out. */
export type ScenarioInput = v.InferInput<typeof scenarioSchema>;
export type JobEntry = ScenarioFile['jobs'][number];
export type SampledWorkload = v.InferOutput<typeof sampledWorkload>;

/** What a job of a workload is where the file does not say what it is like: one that asks for one CPU. */
export const defaultEntry: JobEntry = v.parse(jobSchema, { name: 'job', resources: { requests: { cpu: 1 } } });
