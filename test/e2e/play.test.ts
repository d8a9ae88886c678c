/** Be the allocator: decide at every check, be graded, take back, and see both runs. */
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './harness.ts';

test('a game is played by keyboard, graded move by move, and ends with both runs', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('play/one-gpu-busy/');
  const ask = page.getByRole('group', { name: 'At 0:00 job a asks for 1 GPU. What do you do?' });
  await expect(ask.getByRole('button', { name: 'Allocate it on node-a' })).toBeEnabled();
  await ask.getByRole('button', { name: 'Allocate it on node-a' }).press('1');
  await expect(page.getByText('As the policy.').first()).toBeVisible();

  const second = page.getByRole('group', { name: /job b asks for 1 GPU/ });
  await expect(second).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByText('The policy does otherwise: Let it wait.')).toBeVisible();
  await expect(page).toHaveURL(/\?moves=0\.0$/);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/\?moves=0$/);
  await page.getByRole('button', { name: 'Show what the policy does' }).click();
  await expect(page.getByText('The policy: Let it wait. Job b waits')).toBeVisible();
  await page.getByRole('button', { name: 'Let it wait' }).click();
  await page.getByRole('button', { name: 'Allocate it on node-a' }).click();

  const over = page.getByRole('region', { name: 'All decisions are made' });
  await expect(over).toContainText('3 of 3 as the policy. All together, against the policy alone: no difference.');
  await expect(over.getByRole('row', { name: /^Mean wait .* the same$/ })).toBeVisible();
  await expectAccessible(page, 'a game that is over');
  await expectNoSidewaysScroll(page, 'a game that is over, 360 px');

  await page.goto('play/');
  await expect(page.getByText('Last time 3 of 3 moves as the policy, with 2 hints.')).toBeVisible();
});

test('a game is taken up again by its link, and a damaged link begins it anew', async ({ page }) => {
  await page.goto('play/busy-minute/?seed=7&moves=0');
  await expect(page.getByRole('region', { name: 'Your moves' }).getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Your moves' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Another variant' }).click();
  await expect(page).toHaveURL(/\?seed=\d+$/);
  await page.goto('play/one-gpu-busy/?moves=99');
  await expect(page.getByText('This link is incomplete, so its game begins anew.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Allocate it on node-a' })).toBeEnabled();
});
