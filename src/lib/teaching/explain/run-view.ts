import { Cursor, type CheckEvidence, type Run, type World } from '#lib/allocator/trace/index.ts';
import { board, Histories, strip } from './board.ts';
import { clockOf, jobName } from './names.ts';
import { KeyMoments } from './moments.ts';
import { opening, sentence, type Scene } from './sentence.ts';
import { boxOfAction, tell, type Told } from './step.ts';
import { freeCells, statusIn, tableRow, trackedFigures } from './table-row.ts';
import type { BoxId, RunData, RunView, StepView, TrackerRow } from './view.ts';
import { whyOf } from './why.ts';

/** Steps in which nothing is decided but what was found out in the step before is done. */
const follows = new Set(['allocate', 'wait', 'hold', 'scale', 'preempt', 'reject']);

/** A run ready to show. Each step is made when it is asked for; making one costs what a seek costs. */
export function viewRun(run: Run): RunView {
  const { trace } = run;
  const { scenario } = trace;
  const cursor = new Cursor(trace);
  const histories = new Histories(trace);
  const tellStep = (step: number): Told => tell(trace.recordsOf(step));
  const evidenceOf = (step: number, told: Told): CheckEvidence | undefined =>
    run.evidenceAt(follows.has(told.action) ? step - 1 : step);
  const sceneAt = (step: number, world: World): Scene => {
    const told = tellStep(step);
    return { told, world, tick: trace.tickOf(step), evidence: evidenceOf(step, told) };
  };

  const used = new Set<BoxId>();
  const moments = new KeyMoments();
  for (let step = 1; step <= trace.last; step++) {
    const scene = sceneAt(step, cursor.seek(step));
    const box = boxOfAction[scene.told.action];
    if (box !== undefined) used.add(box);
    moments.note(step, scene);
  }

  const at = (step: number): StepView => {
    const common = {
      step,
      tick: trace.tickOf(step),
      clock: clockOf(scenario, trace.tickOf(step)),
      decision: step < trace.last && follows.has(tellStep(step + 1).action)
    };
    if (step === 0) {
      const world = cursor.seek(0);
      return {
        ...common,
        sentence: opening(world),
        event: undefined,
        state: undefined,
        from: undefined,
        strip: strip(world, undefined, used),
        board: [],
        row: undefined,
        why: undefined
      };
    }
    const told = tellStep(step);
    const before = freeCells(cursor.seek(step - 1), told);
    const world = cursor.seek(step);
    const scene: Scene = { told, world, tick: common.tick, evidence: evidenceOf(step, told) };
    const text = sentence(scene);
    return {
      ...common,
      sentence: text,
      event: told.event,
      state: told.to,
      from: told.from,
      strip: strip(world, told, used),
      board: board(world, trace, step, histories, run.evidenceAt),
      row: tableRow(step, scene, before),
      why: scene.evidence === undefined ? undefined : whyOf(scenario, scene.evidence, text)
    };
  };

  return {
    id: scenario.id,
    title: scenario.title,
    objective: scenario.objective,
    seed: scenario.seed,
    last: trace.last,
    at,
    tracker: tracker(cursor),
    keyMoments: moments.list
  };
}

/** Every variable of the status tracker after each step: the cluster's figures, then a status for each job. */
function tracker(cursor: Cursor): TrackerRow[] {
  const { trace } = cursor;
  const rows = new Map<string, string[]>();
  const note = (step: number, label: string, value: string): void => {
    const values = rows.get(label) ?? new Array<string>(trace.last + 1).fill('none');
    values[step] = value;
    rows.set(label, values);
  };
  for (let step = 0; step <= trace.last; step++) {
    const world = cursor.seek(step);
    for (const { label, value } of trackedFigures(world)) note(step, label, value);
    for (let job = 0; job < world.state.length; job++) note(step, jobName(world, job), statusIn(world, job));
  }
  return [...rows].map(([label, values]) => ({ label, values }));
}

/** A run view as data, every step made: what a page ships when the run is computed at build. For short runs. */
export function runData(view: RunView): RunData {
  const { at, ...rest } = view;
  return { ...rest, steps: Array.from({ length: view.last + 1 }, (_, step) => at(step)) };
}
