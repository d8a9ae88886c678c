import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { serveSite, type RunningSite } from '../../src/cli/serving/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const page = '<p>waiting</p>'.repeat(100);
writeFileSync(join(folder, 'index.html'), page);
const running: RunningSite[] = [];

async function serve(port: number): Promise<RunningSite> {
  const site = await serveSite({ folder, base: '/' }, port);
  running.push(site);
  return site;
}

afterEach(async () => {
  for (const site of running.splice(0)) await site.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('serveSite()', () => {
  it('sends text packed, and the reader unpacks the same page', async () => {
    const { url } = await serve(0);
    const response = await fetch(url);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(page);
  });

  it('takes the next port when the one asked for is busy', async () => {
    const port = Number(new URL((await serve(0)).url).port);
    const second = Number(new URL((await serve(port)).url).port);
    expect(second).toBeGreaterThan(port);
  });

  it('answers reading only', async () => {
    const { url } = await serve(0);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });
});
