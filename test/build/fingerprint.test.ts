import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/build/fingerprint.ts';

let root: string;
const write = (file: string, text: string): void => writeFileSync(join(root, file), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  for (const folder of ['content/deep', 'src', 'static']) mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['package-lock.json', 'vite.config.ts', 'content/deep/a.yaml', 'src/b.ts']) write(file, file);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('fingerprint()', () => {
  it('is the same for the same files in another folder', () => {
    const copy = mkdtempSync(join(tmpdir(), 'fingerprint-copy-'));
    cpSync(root, copy, { recursive: true });
    expect(fingerprint(copy)).toBe(fingerprint(root));
    rmSync(copy, { recursive: true });
  });

  it.each([
    ['a changed file', () => write('content/deep/a.yaml', 'changed')],
    ['a new file', () => write('static/new.txt', '')],
    ['another name', () => renameSync(join(root, 'src/b.ts'), join(root, 'src/c.ts'))],
    ['other packages', () => write('package-lock.json', '{}')]
  ])('changes with %s', (_, change) => {
    const before = fingerprint(root);
    change();
    expect(fingerprint(root)).not.toBe(before);
  });
});
