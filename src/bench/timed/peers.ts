import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** What is used of js-simulator, which brings no types. */
export interface JsSimulator {
  readonly Scheduler: new () => {
    scheduleOnceIn(event: { rank: number; update(): void }, ticks: number): void;
    hasEvents(): boolean;
    update(): void;
  };
}

/** What comes of a request in simjs. */
interface Request {
  done(then: () => void): Request;
}

type Facility = object;

/** An actor of simjs; one is made by extending it. */
export declare class Entity {
  time(): number;
  setTimer(ticks: number): Request;
  useFacility(facility: Facility, ticks: number): Request;
}

/** What is used of simjs, which brings no types. */
export interface Simjs {
  readonly Entity: typeof Entity;
  readonly Facility: { readonly FCFS: number; new (name: string, discipline: number, servers: number): Facility };
  readonly Sim: new () => { addEntity(kind: typeof Entity): Entity; simulate(until: number): void };
}

/** Neither is a module that a bundler takes in, so both are loaded from where npm put them. */
const load = createRequire(resolve('package.json'));

export const loadJsSimulator = (): JsSimulator => load('js-simulator') as JsSimulator;

/** simjs exports nothing; it hangs itself on the window, so it gets one to hang on. */
export function loadSimjs(): Simjs {
  const page = globalThis as { window?: { Sim?: Simjs } };
  page.window ??= {};
  load('simjs');
  if (page.window.Sim === undefined) throw new Error('simjs brought nothing');
  return page.window.Sim;
}
