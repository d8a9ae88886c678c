import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answer } from '../../src/cli/serving/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
mkdirSync(join(folder, 'site/runs'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'not for readers');
writeFileSync(join(folder, 'site/index.html'), 'home');
writeFileSync(join(folder, 'site/runs/index.html'), 'runs');
const site = { folder: join(folder, 'site'), base: '/' };
const below = { ...site, base: '/sub/path/' };
afterAll(() => rmSync(folder, { recursive: true }));

describe('answer()', () => {
  it('sends the page of a path that ends in a slash', async () => {
    const { status, type, body } = await answer(site, '/runs/');
    expect([status, type, body.toString()]).toEqual([200, 'text/html; charset=utf-8', 'runs']);
  });

  it('redirects a page without its slash and keeps the query, since links on it are relative', async () => {
    expect(await answer(site, '/runs', '?step=3')).toMatchObject({ status: 308, location: '/runs/?step=3' });
  });

  it('says 404 where there is nothing', async () => {
    expect((await answer(site, '/nothing/')).status).toBe(404);
    expect((await answer(site, '/nothing.js')).status).toBe(404);
  });

  it('refuses a path that climbs out of the folder, however it is written', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/runs/..%2f..%2fsecret.txt', '/%5c..%5csecret.txt'])
      expect((await answer(site, path)).status, path).toBe(400);
  });

  it('refuses a path with a broken escape', async () => {
    expect((await answer(site, '/%E0%A4%A')).status).toBe(400);
  });

  it('serves the same folder below a sub-path, and nothing beside it', async () => {
    expect((await answer(below, '/sub/path/runs/')).body.toString()).toBe('runs');
    expect((await answer(below, '/runs/')).status).toBe(404);
  });

  it('sends the root and the unslashed base of a sub-path to the home page', async () => {
    expect(await answer(below, '/')).toMatchObject({ status: 308, location: '/sub/path/' });
    expect(await answer(below, '/sub/path')).toMatchObject({ status: 308, location: '/sub/path/' });
  });
});
