import { expect, test, type Page } from '@playwright/test';
import { signIn, unique } from './account';
import { holdsIn, open } from './checks';
import { choosePlace } from './planner';

const plain = (words: string | null) => (words ?? '').replace(/[\u00a0\u202f]/g, ' ');
const address = '/fussabdruck/vorhaben/neu';

async function begin(page: Page, title: string, kind: string): Promise<void> {
  await signIn(page, 'coordinator');
  await open(page, '/fussabdruck/vorhaben');
  await page.getByRole('link', { name: 'Vorhaben eintragen' }).click();
  await expect(page.locator('h1')).toHaveText('Vorhaben eintragen');
  await page.getByLabel('Projekt', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Art', { exact: true }).selectOption({ label: kind });
  await page.getByLabel('Titel', { exact: true }).fill(title);
}
const figure = (page: Page) => page.getByRole('region', { name: 'Was diese Angaben ergeben' });
const save = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: 'Vorhaben eintragen' }).click();

test('a trip nobody planned is recorded with its ways and nights', async ({ page }) => {
  const title = unique('Nachgetragene Reise');
  await begin(page, title, 'Dienst- oder Delegationsreise');
  await page.getByRole('combobox', { name: 'Von' }).click();
  await choosePlace(page, 'frank', 'FRA');
  await page.getByRole('combobox', { name: 'Nach' }).click();
  await choosePlace(page, 'windh', 'WDH');
  await page.getByLabel('Nächte im Hotel', { exact: true }).fill('6');
  await expect(figure(page)).toContainText('CO₂e');
  const shown = await figure(page).locator('[data-ghg-kg]').getAttribute('data-ghg-kg');
  await save(page);
  await expect(page.locator('h1')).toHaveText(title);
  await expect(page.locator('[data-ghg-kg]').first()).toHaveAttribute('data-ghg-kg', shown!);
  const computed = page.getByRole('region', { name: 'So ist gerechnet' });
  await expect(computed.getByText('Frankfurt–Windhoek')).toBeVisible();
  await expect(computed.getByText('Hotel, Namibia')).toBeVisible();
  expect(plain(await page.getByRole('main').textContent())).toContain('geplant');
});

test('what was bought and what was said on a screen are recorded too', async ({ page }) => {
  await begin(page, unique('Taschen'), 'Beschaffung');
  await page.getByLabel('Was', { exact: true }).selectOption({ label: 'T-Shirts, Baumwolle' });
  await page.getByLabel('Stück').fill('200');
  await expect(figure(page)).toContainText('CO₂e');
  await save(page);
  await expect(page.getByText('Beschaffung', { exact: true })).toBeVisible();
  await expect(page.getByText('T-Shirts, Baumwolle', { exact: true })).toBeVisible();
  await begin(page, unique('Jour fixe'), 'Videokonferenz');
  await page.getByLabel('Personen am Bildschirm', { exact: true }).fill('5');
  await save(page);
  await expect(page.getByText('Videokonferenz', { exact: true }).first()).toBeVisible();
});

test('an empty record says what is missing, field by field', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, address);
  await save(page);
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Geben Sie einen Titel ein.');
  await expect(summary.getByRole('link')).toHaveCount(4);
  await expect(page.locator('#leg-0-from')).toHaveAttribute('aria-invalid', 'true');
  await holdsIn(page, [
    [1280, 'light'],
    [390, 'dark']
  ]);
});

test('who writes nowhere is told so', async ({ page }) => {
  await signIn(page, 'viewer');
  await open(page, '/fussabdruck/vorhaben');
  await expect(page.getByRole('link', { name: 'Vorhaben eintragen' })).toHaveCount(0);
  await open(page, address);
  await expect(page.getByText('Sie dürfen in keinem Projekt Vorhaben eintragen')).toBeVisible();
});
