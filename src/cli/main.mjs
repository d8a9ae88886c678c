#!/usr/bin/env node
// The one entry of the command line: `node src/cli/main.mjs COMMAND …` loads src/cli/COMMAND.ts.
// Node 20 cannot import TypeScript, so Vite loads it; the configuration file is left out to start faster.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [command = '', ...args] = process.argv.slice(2);
const file = fileURLToPath(new URL(`./${command}.ts`, import.meta.url));
if (!/^[a-z][a-z-]*$/.test(command) || !existsSync(file)) {
  console.error(`unknown command "${command}"`);
  process.exit(2);
}
const root = fileURLToPath(new URL('../..', import.meta.url));
const { module } = await runnerImport(file, { root, configFile: false, logLevel: 'error' });
process.exitCode = await module.main(args);
