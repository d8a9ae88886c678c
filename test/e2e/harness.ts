/** What every end-to-end test stands on: the built site, served by the worker, and a watch over each page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { builtFolder } from '../../src/cli/built-site.ts';
import { serveSite } from '../../src/cli/serving/server.ts';

export { expect };

/** The path below which the site is served a second time. */
export const subPath = '/sub/path/';

interface Sites {
  /** Address of the site at the root, also the base of `page.goto('runs/one-gpu/')`. */
  readonly site: string;
  /** Address of the same folder served below `subPath`. */
  readonly siteBelow: string;
}

interface Options {
  /** Whether pages may keep the site for use without a network. Most tests ask for one page, and need no more. */
  readonly keepsSite: boolean;
}

interface Watched {
  readonly watched: void;
}

/**
 * Collects what no page of ours may do: ask another origin for something, log an error or a warning, throw.
 * The list grows while the context lives.
 */
export function watch(context: BrowserContext): readonly string[] {
  const trouble: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.hostname !== '127.0.0.1')
      trouble.push(`request to another origin: ${url.href}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      trouble.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => trouble.push(`page error: ${error.error().message}`));
  return trouble;
}

/** As a browser does that allows no service workers. Playwright's own `serviceWorkers: 'block'` logs a warning instead. */
function refuseWorkers(): void {
  if ('serviceWorker' in navigator)
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('refused', 'SecurityError'));
}

async function serveBuilt(path: string, use: (url: string) => Promise<void>): Promise<void> {
  const { url, close } = await serveSite({ folder: builtFolder, base: path }, 0);
  await use(url);
  await close();
}

/** Playwright's `test`, with the site served and every page of the default context watched. */
export const test = base.extend<Watched & Options, Sites>({
  keepsSite: [false, { option: true }],
  // Playwright reads a fixture's needs from its first argument, so it must be a pattern, even an empty one.
  // eslint-disable-next-line no-empty-pattern
  site: [({}, use) => serveBuilt('/', use), { scope: 'worker' }],
  // eslint-disable-next-line no-empty-pattern
  siteBelow: [({}, use) => serveBuilt(subPath, use), { scope: 'worker' }],
  baseURL: ({ site }, use) => use(site),
  watched: [
    async ({ context, keepsSite }, use) => {
      if (!keepsSite) await context.addInitScript(refuseWorkers);
      const trouble = watch(context);
      await use();
      expect(trouble, 'a page logs nothing, throws nothing and stays on its origin').toEqual([]);
    },
    { auto: true }
  ]
});

/** Fails with rule, element and reason for each finding of axe on the page as it is now. */
export async function expectAccessible(page: Page, when: string): Promise<void> {
  // Legacy mode skips the second window that axe opens to gather findings from frames; no page has frames.
  // What passes is not told: to write it down takes as long as to find it.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const findings = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`)
  );
  expect(findings, `axe, ${when}`).toEqual([]);
}

/** Fails if the page as it is now can be scrolled sideways, and names what sticks out. */
export async function expectNoSidewaysScroll(page: Page, when: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 80));
    return [`${scrollWidth - clientWidth} px too wide`, ...beyond.slice(0, 5)];
  });
  expect(wide, `no sideways scroll, ${when}`).toEqual([]);
}
