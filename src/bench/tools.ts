import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import type { Sample, Timed } from './rounds.ts';

const run = promisify(execFile);

/** A folder for what the benchmarks build and write, and the programs in it. */
export class Tools {
  readonly folder = mkdtempSync(join(tmpdir(), 'bench-'));
  #script: Promise<string> | undefined;
  readonly #compiled = new Map<string, string | undefined>();

  /** Path of a file in the folder. */
  file(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * A program of ours in a process of its own, bundled as the pages are: `timed/main.ts` with some words.
   * Each run primes the code that it times and prints one JSON line.
   */
  async ours(...words: readonly (string | number)[]): Promise<Timed> {
    await (this.#script ??= this.#bundle());
    return () => this.ask<Sample>(...words);
  }

  /** Runs such a program once; what it prints. */
  async ask<Answer>(...words: readonly (string | number)[]): Promise<Answer> {
    const script = await (this.#script ??= this.#bundle());
    return answerOf<Answer>(process.execPath, [script, ...words.map(String)]);
  }

  /** A C++ program of `cpp/`, or undefined where there is no g++ to compile it. */
  cpp(name: string, ...words: readonly (string | number)[]): Timed | undefined {
    if (!this.#compiled.has(name)) this.#compiled.set(name, this.#compile(name));
    const program = this.#compiled.get(name);
    return program === undefined ? undefined : () => answerOf<Sample>(program, words.map(String));
  }

  async #bundle(): Promise<string> {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: resolve('src/bench/timed/main.ts'),
        outDir: this.folder,
        emptyOutDir: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'timed.mjs' } }
      }
    });
    return this.file('timed.mjs');
  }

  #compile(name: string): string | undefined {
    const program = this.file(name);
    const options = ['-O2', '-ffp-contract=off', '-o', program, resolve(`src/bench/cpp/${name}.cpp`)];
    const { status, error, stderr } = spawnSync('g++', options, { encoding: 'utf8' });
    if (error !== undefined) return undefined;
    if (status !== 0) throw new Error(`g++ cannot compile ${name}.cpp: ${stderr}`);
    return program;
  }
}

async function answerOf<Answer>(program: string, words: readonly string[]): Promise<Answer> {
  const { stdout } = await run(program, words, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Answer;
}
