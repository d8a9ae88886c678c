import { Cursor, type CheckEvidence, type Run, type World } from '#lib/allocator/trace/index.ts';
import { Actions } from './actions.ts';
import { board, BOARD_LINES, strip } from './board.ts';
import { ClusterFold } from './cluster.ts';
import { Histories } from './histories.ts';
import { marksOf } from './marks.ts';
import { clockOf } from './names.ts';
import { keyMomentsOf } from './moments.ts';
import { figuresOf, numbersOf } from './numbers.ts';
import { once } from './once.ts';
import { opening, sentence, type Scene } from './sentence.ts';
import { boxOfAction, follows, tell, type Told } from './step.ts';
import { freeCells, tableRow } from './table-row.ts';
import { timelineOf, wholeOf } from './timeline.ts';
import { settingOf } from './setting.ts';
import { trackerOf } from './tracker.ts';
import type { Said } from './transcript.ts';
import type { RunData, RunView, StepView, TableRow } from './view.ts';
import { unknownWhy, whyOf } from './why.ts';

/**
 * A run ready to show. Each step is made when it is asked for, at the cost of a seek; what reads the whole run (the
 * timeline, the tracker of all steps) is made on first use.
 */
export function viewRun(run: Run): RunView {
  const { trace, remote } = run;
  const { scenario } = trace;
  const cursor = new Cursor(trace);
  const actions = new Actions(trace);
  const histories = once(() => new Histories(trace));
  const overTime = once(() => timelineOf(trace));
  const timeline = once(() => wholeOf(overTime()));
  const cluster = once(() => new ClusterFold(overTime()));
  const tracker = once(() => trackerOf(cursor, 0, trace.last));
  const figures = figuresOf(trace, cursor);
  const setting = once(() => settingOf(scenario));
  const told = (step: number): Told => tell(trace, step);
  const clock = (step: number): string => clockOf(scenario, trace.tickOf(step));

  const sceneAt = (step: number): Scene => {
    const world = cursor.seek(step);
    const own = told(step);
    const evidence: CheckEvidence | undefined = run.evidenceAt(follows.has(own.action) ? step - 1 : step);
    const [scaling, pressure] = [run.scalingAt(step), run.pressureAt(step)];
    return { told: own, world, tick: trace.tickOf(step), evidence, scaling, pressure };
  };
  const rowOf = (step: number, scene: Scene): TableRow => {
    const before = freeCells(cursor.seek(step - 1), scene.told);
    cursor.seek(step);
    return tableRow(step, scene, before);
  };
  const sentenceAt = (step: number): string => (step === 0 ? opening(cursor.seek(0)) : sentence(sceneAt(step)));

  const used = new Set([...actions.firsts.keys()].flatMap((action) => boxOfAction[action] ?? []));
  /** Why what was compared cannot be had; undefined until it could not. */
  let trouble: string | undefined;
  const found = (): void => void (trouble = undefined);
  const notFound = (e: Error): void => void (trouble = e.message);
  const decidesAfter = (step: number): boolean => step < trace.last && follows.has(actions.at(step + 1));

  const at = (step: number): StepView => {
    const common = { step, tick: trace.tickOf(step), clock: clock(step), decision: decidesAfter(step) };
    if (step === 0) {
      const world: World = cursor.seek(0);
      return {
        ...common,
        sentence: opening(world),
        event: undefined,
        state: undefined,
        from: undefined,
        strip: strip(world, undefined, used),
        board: [],
        offBoard: 0,
        waitingOffBoard: 0,
        row: undefined,
        why: undefined
      };
    }
    const scene = sceneAt(step);
    const { world } = scene;
    const text = sentence(scene);
    const { lines, off, waitingOff } = board(world, trace, step, histories(), run.evidenceAt);
    return {
      ...common,
      sentence: text,
      event: scene.told.event,
      state: scene.told.to,
      from: scene.told.from,
      strip: strip(world, scene.told, used),
      board: lines,
      offBoard: off,
      waitingOffBoard: waitingOff,
      row: rowOf(step, scene),
      why: remote?.has(step) === false ? unknownWhy(trouble) : whyOf(scene, text)
    };
  };

  return {
    id: scenario.id,
    title: scenario.title,
    objective: scenario.objective,
    look: scenario.look,
    get setting() {
      return setting();
    },
    seed: scenario.seed,
    last: trace.last,
    boardLines: Math.min(BOARD_LINES, cursor.seek(trace.last).jobs),
    keyMoments: keyMomentsOf(actions.firsts, sceneAt),
    at,
    ...(remote === undefined ? {} : { fetch: (step: number) => remote.fetch(step)?.then(found, notFound) }),
    decidesAfter,
    get timeline() {
      return timeline();
    },
    get tracker() {
      return tracker();
    },
    rows: (from, to) => steps(Math.max(from, 1), to).map((step) => rowOf(step, sceneAt(step))),
    track: (from, to) => trackerOf(cursor, from, to),
    said: (from, to) => steps(from, to).map((step): Said => ({ step, clock: clock(step), sentence: sentenceAt(step) })),
    marks: (from, to) => marksOf(trace, cursor.world, from, to),
    get overTime() {
      return overTime();
    },
    nodeCount: (step) => cluster().count(cursor.seek(step)),
    nodes: (step, from, to) => cluster().nodes(cursor.seek(step), step, trace.tickOf(step), from, to),
    numbers: (step) => numbersOf(figures(step))
  };
}

const steps = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** A run view as data, every step made: what a page ships when the run is computed at build. For short runs. */
export function runData(view: RunView): RunData {
  const { id, title, objective, look, setting, seed, last, boardLines, keyMoments, timeline, tracker } = view;
  const every = steps(0, last);
  return {
    ...{ id, title, objective, look, setting, seed, last, boardLines, keyMoments, timeline, tracker },
    steps: every.map((step) => view.at(step)),
    allMarks: view.marks(0, last),
    allNodes: every.map((step) => view.nodes(step, 0, Infinity)),
    allNumbers: every.map((step) => view.numbers(step))
  };
}
