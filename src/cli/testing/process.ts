import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How a program ended: whether it said 0, and all that it printed, without colours, both streams as they came. */
export interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

/**
 * The environment for a child. Vite, which loads this file, sets NODE_ENV to `development`; a build that inherits it
 * would be a development build.
 */
function environment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, ...inherited } = process.env;
  const path = [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return { ...inherited, PATH: path, ...variables };
}

/** Runs a program of this project (`prettier`, `node`) to its end, at the repository's root, with nothing to read. */
export function run(command: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const [program = '', ...args] = command;
  const env = environment(variables);
  return new Promise((done) => {
    // npm writes .cmd files on Windows, which only a shell runs.
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.on('error', (error) => done({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ ok: code === 0, output: stripVTControlCharacters(output) }));
  });
}
