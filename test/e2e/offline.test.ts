import type { Page } from '@playwright/test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFolder, builtPages } from '../../src/cli/built-site.ts';
import { serveSite } from '../../src/cli/serving/server.ts';
import { expect, test } from './harness.ts';

test.use({ keepsSite: true });
test.setTimeout(180_000);

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** One visit, until the site is kept. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
}

for (const below of [false, true])
  test(`shows every page without a network${below ? ', below a sub-path' : ''}`, async ({
    page,
    context,
    site,
    siteBelow
  }) => {
    const address = below ? siteBelow : site;
    await visit(page, address);
    await context.setOffline(true);
    for (const path of builtPages()) {
      await page.goto(address + path);
      await expect(heading(page).first(), path).toBeVisible();
    }
  });

test('runs and follows links without a network', async ({ page, context, site }) => {
  await visit(page, site);
  await context.setOffline(true);
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Runs' }).click();
  await expect(heading(page)).toHaveText('Runs');
  await page.goto(`${site}runs/one-gpu-busy/?step=1`);
  await page.getByRole('button', { name: 'Next step' }).click();
  await expect(page).toHaveURL(/step=2/);
});

test('finds a page without its last slash, query kept, without a network', async ({ page, context, siteBelow }) => {
  await visit(page, siteBelow);
  await context.setOffline(true);
  await page.goto(`${siteBelow}runs/one-gpu-busy?step=2`);
  await expect(page).toHaveURL(`${siteBelow}runs/one-gpu-busy/?step=2`);
  await expect(page.getByText(/^Step 2 of/)).toBeVisible();
});

test('offers a new version in the middle of a run, and takes it when told to', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'still-pending-site-'));
  cpSync(builtFolder, folder, { recursive: true });
  const { url, close } = await serveSite({ folder, base: '/' }, 0);
  await visit(page, `${url}runs/one-gpu-busy/`);
  await page.getByRole('button', { name: 'Next step' }).click();

  const worker = join(folder, 'service-worker.js');
  const run = join(folder, 'runs/one-gpu-busy/index.html');
  writeFileSync(run, readFileSync(run, 'utf8').replace('<html', '<html data-new-version'));
  writeFileSync(worker, releaseOf(readFileSync(worker, 'utf8')));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());

  const offer = page.getByRole('button', { name: 'Use the new version' });
  await expect(offer).toBeVisible({ timeout: 120_000 });
  await expect(page.locator('html[data-new-version]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Next step' }).click();
  await offer.click();
  await expect(page.locator('html[data-new-version]')).toHaveCount(1);
  await expect(page.getByText(/^Step 2 of/)).toBeVisible();
  await close();
  rmSync(folder, { recursive: true });
});

/** The worker as the next build would write it: with another name of the version. */
function releaseOf(worker: string): string {
  const { version } = JSON.parse(readFileSync(join(builtFolder, '_app/version.json'), 'utf8')) as { version: string };
  expect(worker).toContain(version);
  return worker.replaceAll(version, 'next');
}

test('can be installed: a manifest, and icons of their sizes', async ({ page, site }) => {
  await page.goto(site);
  const href = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  const answer = await page.request.get(href);
  const manifest = (await answer.json()) as {
    start_url: string;
    icons: { src: string; sizes: string; type: string }[];
  };
  expect(new URL(manifest.start_url, href).href).toBe(site);
  const measured = await page.evaluate(
    (sources) =>
      Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        })
      ),
    manifest.icons.filter(({ type }) => type === 'image/png').map(({ src }) => new URL(src, href).href)
  );
  expect(measured).toEqual(['192x192', '512x512', '512x512']);
});
