/** The lab: a scenario of one's own, as text, in forms, from a file. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Scenario (YAML)' });
const run = (page: Page) => page.getByRole('button', { name: 'Run it' });
const sentence = (page: Page) => page.locator('.sentence');

const head = 'schema: 1\nid: mine\ncluster: { nodes: [ { name: n, allocatable: { cpu: 4 } } ] }\n';

async function open(page: Page): Promise<void> {
  await page.goto('lab/', { waitUntil: 'networkidle' });
  await expect(text(page)).toBeEditable();
}

test.describe('forms', () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Fill in forms' }).click();
  });

  test('write to the text and keep its comments', async ({ page }) => {
    await text(page).fill(`# mine\n${await text(page).inputValue()}`);
    const job = page.getByRole('group', { name: 'job b' });
    await job.getByLabel('Service time').fill('25s');
    await job.getByLabel('Priority').fill('5');
    await expect(text(page)).toHaveValue(/^# mine\n[\s\S]*name: b, arrival: 4s, service: 25s,[^\n]*priority: 5/);
    await run(page).click();
    await expect(page.getByRole('button', { name: 'Next step' })).toBeVisible();
    await expect(page).toHaveURL(/#s=1\./);
  });

  test('say at once what is wrong, beside the field', async ({ page }) => {
    const service = page.getByRole('group', { name: 'job a' }).getByLabel('Service time');
    await service.fill('soon');
    await expect(service).toHaveAttribute('aria-invalid', 'true');
    await expect(service).toHaveAccessibleDescription(/soon/);
    await expect(run(page)).toHaveAttribute('aria-disabled', 'true');
    await service.fill('5s');
    await expect(service).toHaveAttribute('aria-invalid', 'false');
  });

  test('add and remove jobs and nodes, and change the policy', async ({ page }) => {
    await page.getByRole('button', { name: 'Add a job' }).click();
    await page.getByRole('button', { name: 'Add a node' }).click();
    await page.getByRole('button', { name: 'Remove job a' }).click();
    await page.getByLabel('Works like').selectOption('slurm');
    await page.getByLabel('Who is asked first').selectOption('shortest-first');
    const written = await text(page).inputValue();
    expect(written).toMatch(/- \{ name: job-3, arrival: 4s/);
    expect(written).toMatch(/- \{ name: node-2, allocatable/);
    expect(written).not.toMatch(/name: a,/);
    expect(written).toMatch(/preset: slurm, order: shortest-first/);
    await expect(page.getByText('Nothing is wrong with it.')).toBeVisible();
  });

  test('follow the text, and wait while it cannot be read', async ({ page }) => {
    await text(page).fill(`${head}jobs: [ { name: solo, service: 3s } ]\n`);
    await expect(page.getByRole('group', { name: 'job solo' })).toBeVisible();
    await text(page).fill('jobs: [');
    await expect(page.getByText('The text cannot be read as YAML')).toBeVisible();
  });

  for (const width of [320, 1280])
    test(`are accessible and fit at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.getByRole('group', { name: 'job a' }).getByLabel('Service time').fill('soon');
      await expectAccessible(page, `${width} px`);
      await expectNoSidewaysScroll(page, `${width} px`);
    });
});

test('a file that is dropped on the text is opened, and what was there can be brought back', async ({ page }) => {
  await open(page);
  const before = await text(page).inputValue();
  const dropped = await page.evaluateHandle((content) => {
    const files = new DataTransfer();
    files.items.add(new File([content], 'dropped.yaml', { type: 'text/yaml' }));
    return files;
  }, `${head}jobs: [ { name: solo, service: 3s } ]\n`);
  await text(page).dispatchEvent('dragover', { dataTransfer: dropped });
  await text(page).dispatchEvent('drop', { dataTransfer: dropped });
  await expect(text(page)).toHaveValue(/name: solo/);
  await expect(page.getByText('dropped.yaml is open.')).toBeVisible();
  await page.getByRole('button', { name: 'Bring back what was here' }).click();
  await expect(text(page)).toHaveValue(before);
});

test('a run of one’s own asks before its decisions, as any other does', async ({ page }) => {
  await open(page);
  await run(page).click();
  await page.getByRole('checkbox', { name: 'Predict before each decision' }).check();
  await page.getByRole('slider', { name: 'Step' }).fill('1');
  const question = page.getByRole('group', { name: /What happens to|Which node gets/ });
  await question.getByRole('button').first().click();
  await expect(page.getByText(/^(Right|Not this), your answer: /)).toBeVisible();
});

test('a run without an end is given up, and says so', async ({ page }) => {
  await open(page);
  const asks = 'resources: { limits: { memory: 1Gi } }, usage: { memory: 2Gi }, restartPolicy: Always';
  await text(page).fill(
    `${head.replace('cpu: 4', 'cpu: 4, memory: 8Gi')}jobs: [ { name: leaky, service: 1h, ${asks} } ]\n`
  );
  await run(page).click();
  await expect(page.getByText('it may have no end')).toBeVisible();
  await expect(sentence(page)).toBeVisible();
});

const large = `${head.replace('name: n,', 'name: n, count: 1000,')}workload: { n: 60000, arrival: { exponential: 1s }, service: { exponential: 10m } }\npolicy: { preset: kubernetes }\n`;

test('a scenario too large to step through is counted off the page, which stays awake', async ({ page }) => {
  await open(page);
  await text(page).fill(large);
  await expect(page.getByText('It is too large to be shown step by step')).toBeVisible();
  await run(page).click();
  await expect(page.getByRole('table', { name: 'Numbers of the whole run' })).toContainText('Jobs arrived60000');
});

test('a run can be cancelled, and says so', async ({ page }) => {
  await open(page);
  await text(page).fill(large.replace('60000', '10000000'));
  await run(page).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing is running.')).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeHidden();
});

const manifest = `apiVersion: v1
kind: Pod
metadata: { name: train }
spec:
  containers: [ { name: main, image: example/train, resources: { limits: { nvidia.com/gpu: 1 } } } ]
`;

test('a Kubernetes manifest is offered as a scenario, which says what was assumed, and can be run', async ({
  page
}) => {
  await open(page);
  await text(page).fill(manifest);
  await page.getByRole('button', { name: 'Turn it into a scenario' }).click();
  await expect(text(page)).toHaveValue(/each job runs for 10m[\s\S]*name: train/);
  await run(page).click();
  await expect(sentence(page)).toBeVisible();
});

test('a manifest that no scenario can express says where and why', async ({ page }) => {
  await open(page);
  await text(page).fill(manifest.replace('spec:', 'spec:\n  affinity: {}'));
  await page.getByRole('button', { name: 'Turn it into a scenario' }).click();
  await expect(page.getByText('5:13 cannot be represented in a scenario')).toBeVisible();
});

test('the lab is a tap away from every page', async ({ page }) => {
  await page.goto('runs/', { waitUntil: 'networkidle' });
  await page.getByRole('navigation', { name: 'More' }).getByRole('link', { name: 'Lab' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lab' })).toBeVisible();
});
