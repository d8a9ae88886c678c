import { expect, test, expectAccessible, expectNoSidewaysScroll, watch } from './harness.ts';

test.describe('watch()', () => {
  test('reports a request that leaves the origin', async ({ browser }) => {
    const context = await browser.newContext();
    const trouble = watch(context);
    const page = await context.newPage();
    await page.route('https://elsewhere.example/**', (route) => route.fulfill({ status: 204 }));
    await page.setContent('<img alt="" src="https://elsewhere.example/pixel.png">');
    await expect.poll(() => trouble).toContain('request to another origin: https://elsewhere.example/pixel.png');
    await context.close();
  });

  for (const level of ['error', 'warn'] as const)
    test(`reports console.${level}`, async ({ browser }) => {
      const context = await browser.newContext();
      const trouble = watch(context);
      const page = await context.newPage();
      await page.evaluate((name) => console[name]('planted'), level);
      await expect.poll(() => trouble.join('\n')).toContain('planted');
      await context.close();
    });

  test('reports an error that nobody catches', async ({ browser }) => {
    const context = await browser.newContext();
    const trouble = watch(context);
    const page = await context.newPage();
    await page.setContent('<script>throw new Error("planted")</script>');
    await expect.poll(() => trouble).toContain('page error: planted');
    await context.close();
  });
});

test.describe('expectAccessible()', () => {
  test('fails on a picture without a text', async ({ page }) => {
    await page.setContent('<html lang="en"><title>t</title><main><h1>t</h1><img src="data:,"></main></html>');
    await expect(expectAccessible(page, 'planted')).rejects.toThrow('image-alt');
  });
});

test.describe('expectNoSidewaysScroll()', () => {
  test('fails on an element wider than the window', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.setContent('<div style="width: 400px">wide</div>');
    await expect(expectNoSidewaysScroll(page, 'planted')).rejects.toThrow('planted');
  });
});

test.describe('the content-security policy', () => {
  test('blocks a request to another origin, and the watch reports that', async ({ browser, site }) => {
    const context = await browser.newContext();
    const trouble = watch(context);
    const page = await context.newPage();
    await page.goto(site);
    await page.evaluate(() => {
      new Image().src = 'https://elsewhere.example/pixel.png';
    });
    await expect.poll(() => trouble.join('\n')).toContain('Content Security Policy');
    await context.close();
  });

  test('lets no page evaluate a string', async ({ browser, site }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site);
    // Code that a test runs directly is exempt from the policy; what a timer calls later is not.
    const refusal = await page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          setTimeout(() => {
            try {
              resolve(String(new Function('return 1')()));
            } catch (error) {
              resolve((error as Error).name);
            }
          })
        )
    );
    expect(refusal).toBe('EvalError');
    await context.close();
  });
});
