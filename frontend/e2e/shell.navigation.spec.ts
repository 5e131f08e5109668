import { expect, test } from '@playwright/test';
import { open } from './checks';

test('a new page begins at its heading', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByText('Städte').click();
  await expect(page.locator('h1')).toHaveText('Städte');
  await expect(page.locator('h1')).toBeFocused();
  await expect(page).toHaveTitle('Städte – Klimabrücke');
  await page.getByRole('link', { name: 'Windhoek', exact: true }).click();
  await expect(page.locator('h1')).toHaveText('Windhoek');
  await expect(page.locator('h1')).toBeFocused();
});

test('the first Tab leads to the content', async ({ page }) => {
  await open(page, '/methodik');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('the language link leads to the same page in the other language', async ({ page }) => {
  await open(page, '/methodik/faktoren?category=hotel_night');
  const link = page.getByRole('link', { name: 'English' });
  await expect(link).toHaveAttribute('hreflang', 'en');
  await expect(link).toHaveAttribute('lang', 'en');
  await link.click();
  await expect(page).toHaveURL('/method/factors?category=hotel_night');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('h1')).toHaveText('Emission factors');
  await expect(page).toHaveTitle('Emission factors – Klimabrücke');
});

test('the menu of a narrow screen opens by keyboard and closes with Escape', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/');
  const menu = page.getByRole('button', { name: 'Menü' });
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
  await menu.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  const entry = page.getByRole('navigation', { name: 'Hauptnavigation' }).getByText('Methodik');
  await expect(entry).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(entry).toBeHidden();
});

test("a chosen theme outlives a reload, and choosing the system's own forgets it", async ({
  page
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, '/glossar');
  await page.getByRole('button', { name: 'Dunkel' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-kern-theme', 'dark');
  await page.getByRole('button', { name: 'Hell' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-kern-theme', 'dark');
});

test.describe('with an English browser', () => {
  test.use({ locale: 'en-ZA' });

  test('the first visit of the start page is in English', async ({ page }) => {
    await open(page, '/');
    await expect(page).toHaveURL('/en');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('a chosen language stays chosen', async ({ page }) => {
    await open(page, '/en');
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await expect(page).toHaveURL('/');
    await page.goto('/');
    await expect(page.locator('h1')).toContainText('Was unsere Zusammenarbeit');
  });

  test("a problem's page explains itself in English", async ({ page }) => {
    await open(page, '/problems/validation');
    await expect(page).toHaveURL('/en/problems/validation');
  });
});
