import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const lesson = 'lessons/one-gpu-one-queue/';
const views = [lesson, `${lesson}steps/`, `${lesson}practice/`, `${lesson}recap/`];
const pages = ['lessons/', ...views, 'glossary/', 'sources/', 'corrections/', 'checks/', 'search/'];

for (const path of pages) {
  test(`${path} passes axe and needs no sideways scroll at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await expectAccessible(page, path);
    await expectNoSidewaysScroll(page, path);
  });

  test(`${path} has a description and what link previews need`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /.{40,}/);
    await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /.+/);
  });
}

test('the first answer of a lesson runs the step and says why', async ({ page }) => {
  await page.goto(lesson);
  const question = page.getByRole('group', { name: /After that step, how many GPUs are free/ });
  await question.getByRole('button', { name: 'None' }).click();
  await expect(question.getByText('being checked')).toBeVisible();
  await expect(question.getByText('Asking and looking change nothing.')).toBeVisible();
});

test('beside the text there is room for its run at 1,280 px, and on a phone there is not', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(lesson);
  const own = page.getByRole('complementary', { name: 'One GPU, one job, then the next' });
  await own.getByRole('button', { name: 'Next step' }).click();
  await expect(own.getByText('Step 1 ·')).toBeVisible();
  await page.mouse.wheel(0, 4000);
  await expect(own.getByRole('button', { name: 'Next step' })).toBeInViewport();
  await page.setViewportSize({ width: 360, height: 640 });
  await expect(own).toBeHidden();
});

test('a term opens and closes by keyboard', async ({ page }) => {
  await page.goto(lesson);
  const term = page.getByRole('button', { name: 'allocator', exact: true });
  const meaning = page.getByText('The program that decides which job gets which part');
  await term.focus();
  await page.keyboard.press('Enter');
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
});

test('a term leads to its place in the glossary', async ({ page }) => {
  await page.goto(lesson);
  await page.getByRole('button', { name: 'allocator', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: 'Glossary' }).and(page.locator(':visible')).click();
  await expect(page).toHaveURL(/\/glossary\/#allocator$/);
});

test('the views of a lesson lead to each other', async ({ page }) => {
  await page.goto(lesson);
  const tabs = page.getByRole('navigation', { name: 'Views of this lesson' });
  for (const view of ['Steps', 'Practice', 'Recap', 'Explain']) {
    await tabs.getByRole('link', { name: view }).click();
    await expect(tabs.getByRole('link', { name: view })).toHaveAttribute('aria-current', 'page');
  }
});

test('the search finds a term, a run and a lesson', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').fill('quota');
  await expect(page.getByRole('link', { name: 'ResourceQuota' })).toBeVisible();
  await page.getByRole('searchbox').fill('one gpu one queue');
  await page.getByRole('link', { name: 'One GPU, one queue', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One GPU, one queue');
});

test('a search without result says what to try', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').fill('zzzzqqqq');
  await expect(page.getByText('Nothing found for “zzzzqqqq”.')).toBeVisible();
});

test('lessons work below another path', async ({ page, siteBelow }) => {
  await page.goto(`${siteBelow}${lesson}`);
  await page.getByRole('link', { name: 'a node comes' }).click();
  await expect(page).toHaveURL(/\/sub\/path\/runs\/scale-up\/\?step=5$/);
});
