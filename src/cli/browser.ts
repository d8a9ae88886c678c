/** Finds a Chromium for the end-to-end tests, and installs one where the machine has none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
];

const windowsPlaces = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .flatMap((name) => process.env[name] ?? [])
  .flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe')
  ]);

const isRoot = process.getuid?.() === 0;

/** Arguments for every launch: nothing talks to the network unasked, and root (a container) has no sandbox. */
export const launchArguments: readonly string[] = [
  ...(process.platform === 'linux' && isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/** Playwright's own browser; it has none for some platforms, and says so by throwing. */
function ownBrowser(): string[] {
  try {
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

function candidates(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = process.platform === 'darwin' ? macPlaces : process.platform === 'win32' ? windowsPlaces : [];
  return [...ownBrowser(), ...folders.flatMap((folder) => namesOnPath.map((name) => join(folder, name))), ...places];
}

/** A file is not enough: Ubuntu's `chromium-browser` can be a stub that asks for snap. Windows prints no version. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+\.\d+/.test(stdout);
}

/**
 * Path of the first Chromium that starts: `CHROMIUM_PATH`, Playwright's own, then the usual names and places;
 * `undefined` when there is none.
 * @throws {Error} if `CHROMIUM_PATH` is set and does not start: a wish is not replaced silently
 */
export function findBrowser(): string | undefined {
  const wish = process.env['CHROMIUM_PATH'];
  if (wish === undefined || wish === '') return candidates().find(starts);
  if (!starts(wish)) throw new Error(`Cannot start CHROMIUM_PATH "${wish}"`);
  return wish;
}

function run(command: string, args: readonly string[]): boolean {
  // The output goes to standard error, so that standard output holds the path alone.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

function installDebianPackage(): boolean {
  if (!isRoot || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return false;
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  run('apt-get', ['update', '-q', ...lock]);
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...lock, 'chromium']);
}

function downloadOwnBrowser(): boolean {
  const playwright = dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json'));
  return run(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium']);
}

/**
 * Path of a Chromium that starts, installed now if need be: Debian's package as root, Playwright's download elsewhere.
 * @throws {Error} if neither way gives a browser, with what a person can do about it
 */
export function findOrInstallBrowser(): string {
  const found = findBrowser() ?? (installDebianPackage() ? findBrowser() : undefined);
  if (found !== undefined) return found;
  const downloaded = downloadOwnBrowser() ? findBrowser() : undefined;
  if (downloaded !== undefined) return downloaded;
  throw new Error(
    'Cannot find or install a browser: install Chromium or Chrome (Debian: apt-get install chromium), ' +
      'run `npx playwright install --with-deps chromium`, or set CHROMIUM_PATH'
  );
}

/** `node src/cli/main.mjs browser`: prints the path of a Chromium, installing one first where there is none. */
export function main(): number {
  try {
    console.log(findOrInstallBrowser());
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
