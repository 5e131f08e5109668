import { expect, test, type Page } from '@playwright/test';
import { signIn } from './account';
import { everyView, holdsIn, open, watch, type View } from './checks';
import { full } from './pages';

/** From nothing to a first partial inventory, by the editor of a city that has none. */
const wide: View[] = full ? everyView : [[1280, 'light']];
const narrow: View[] = full ? everyView : [[390, 'dark']];
interface Listed {
  id: string;
  is_partial: boolean | null;
  totals: { reported: { basic_kg: number } };
}

const opened = async (page: Page, name: string) => {
  const card = page.locator('details', { hasText: name }).first();
  await card.locator('summary').first().click();
  return card;
};

test('the way to a first inventory begins in either language', async ({ page }) => {
  const { problems } = watch(page);
  await signIn(page, 'windhoek');
  await open(page, '/my-city/first-inventory');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('#first-city')).toHaveValue('windhoek');
  await holdsIn(page, narrow);
  await page.locator('#first-year').fill('24');
  await page.getByRole('button', { name: 'Make a draft' }).click();
  await expect(page.locator('#first-year-error')).toBeVisible();
  expect(problems).toEqual([]);
});

test('Windhoek publishes a first partial inventory, and it is never shown as a complete one', async ({
  page,
  request
}) => {
  await signIn(page, 'windhoek');
  await open(page, '/meine-stadt/erstinventar');
  await page.locator('#first-year').fill('2024');
  await page.getByRole('button', { name: 'Entwurf anlegen' }).click();
  await expect(page.getByRole('heading', { name: 'Windhoek 2024' })).toBeVisible();
  await expect(page.getByText('Noch keine Summe')).toBeVisible();

  const power = await opened(page, '3. Strom der Haushalte');
  await power.locator('summary', { hasText: 'Anforderungsbrief' }).click();
  await expect(power.getByText('To: Electricity distributor')).toBeVisible();
  const download = page.waitForEvent('download');
  await power.getByRole('button', { name: 'DOCX' }).click();
  expect((await download).suggestedFilename()).toBe(
    'data-request-electricity-homes-windhoek-2024.docx'
  );
  await page.locator('#electricity-homes-value').fill('1.200');
  await power.getByRole('button', { name: 'Menge speichern' }).click();
  await expect(page.locator('#electricity-homes-value-error')).toBeVisible();
  await expect(page.locator('#electricity-homes-source-error')).toBeVisible();
  await page.locator('#electricity-homes-value').fill('120');
  await page.locator('#electricity-homes-unit').selectOption('GWh');
  await page.locator('#electricity-homes-source').fill('Stromverteiler, Absatz 2024');
  await power.getByRole('button', { name: 'Menge speichern' }).click();
  await expect(page.getByText('Gespeichert: 44.748 t CO₂e.')).toBeVisible();
  await expect(page.getByText('Teilsumme BASIC: 44.748 t CO₂e')).toBeVisible();

  const compost = await opened(page, '11. Kompostierter Abfall');
  await expect(compost.getByText('keinen belegten Faktor')).toBeVisible();
  await holdsIn(page, wide);

  await page.locator('#first-reason').fill('Die Angaben liegen noch nicht vor.');
  await page.getByRole('button', { name: 'Begründung für alle angekreuzten speichern' }).click();
  await expect(
    page.getByText('1 von 32 Referenzen mit Menge, 31 nicht geschätzt (NE)').first()
  ).toBeVisible();
  await page.getByRole('button', { name: 'Als Teilinventar veröffentlichen' }).click();
  await expect(page.getByText('Die Stadt hat ein erstes Teilinventar.')).toBeVisible();

  const answer = await request.get('/api/v1/inventories?city=windhoek&year=2024');
  const { items } = (await answer.json()) as { items: Listed[] };
  expect(items.map((one) => [one.is_partial, one.totals.reported.basic_kg])).toEqual([
    [true, 44_748_000]
  ]);
  const coverage = await request.get(`/api/v1/inventories/${items[0]?.id}/coverage`);
  expect(await coverage.json()).toMatchObject({ is_partial: true, not_estimated: 31, open: 0 });
});
