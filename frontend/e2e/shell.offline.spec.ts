import { expect, test } from '@playwright/test';
import { open } from './checks';

test.use({ serviceWorkers: 'allow' });

test('a page visited once can be read without a network', async ({ page, context }) => {
  await open(page, '/staedte/windhoek');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await open(page, '/staedte/windhoek');
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Windhoek');
  await expect(page.getByText('Sie sind offline')).toBeVisible();
});
