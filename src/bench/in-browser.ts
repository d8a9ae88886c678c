import { chromium } from '@playwright/test';
import { resolve } from 'node:path';
import { build, type Rollup } from 'vite';
import { findBrowser, launchArguments } from '../cli/browser.ts';
import type { Sample, Timed } from './rounds.ts';
import type { Asked } from './timed/in-worker.ts';

/** A program that is timed in a worker of a browser. */
export interface InBrowser {
  readonly timed: Timed;
  close(): Promise<void>;
}

/** The counting run in a worker of Chromium, a new worker each time; undefined where there is no browser. */
export async function inBrowser(asked: Asked): Promise<InBrowser | undefined> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return undefined;
  const code = await workerCode();
  const browser = await chromium.launch({ executablePath, args: [...launchArguments] });
  const page = await browser.newPage();
  return {
    timed: () => page.evaluate(timeInWorker, [code, asked] as const),
    close: () => browser.close()
  };
}

/** Runs in the page. */
function timeInWorker([code, asked]: readonly [string, Asked]): Promise<Sample> {
  return new Promise((answer, fail) => {
    const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    worker.onerror = (event) => fail(new Error(event.message));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      answer(data as Sample);
    };
    worker.postMessage(asked);
  });
}

async function workerCode(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: resolve('src/bench/timed/in-worker.ts'), formats: ['iife'], name: 'timed' }
    }
  })) as Rollup.RollupOutput[];
  const [chunk] = built[0]?.output ?? [];
  if (chunk === undefined) throw new Error('the worker was not built');
  return chunk.code;
}
