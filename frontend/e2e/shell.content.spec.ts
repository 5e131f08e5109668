import { expect, test } from '@playwright/test';
import { open } from './checks';

/** Intl writes no-break spaces; tests compare what people read. */
const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

test('the start page computes its example live, with its range', async ({ page }) => {
  const asked = page.waitForRequest('**/api/v1/footprints');
  await open(page, '/');
  expect((await asked).method()).toBe('POST');
  const card = page.getByRole('region', { name: 'Fünf Personen nach Windhoek und zurück' });
  await expect(card.getByText('8,9', { exact: true })).toBeVisible();
  expect(plain(await card.getByRole('img').getAttribute('aria-label'))).toContain('6,7 bis 11,0 t');
  expect(plain(await card.textContent())).toContain('5,5 t weniger (4,2 bis 6,8 t)');
});

test('what is not yet proven carries its mark on screen', async ({ page }) => {
  await open(page, '/staedte/windhoek');
  const facts = page.locator('dl').first();
  await expect(facts).toContainText('486.169 (2023)');
  await expect(facts).toContainText('noch nicht belegt');
});

test('every figure of a city leads to its source', async ({ page }) => {
  await open(page, '/staedte/bremen');
  await page.locator('dl').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/methodik\/quellen\/S\d+/);
  await expect(page.getByRole('heading', { name: 'Angaben zur Quelle' })).toBeVisible();
});

test('population has a table beside its chart', async ({ page }) => {
  await open(page, '/cities/durban');
  await page.getByRole('tab', { name: 'Chart' }).press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Table' })).toBeFocused();
  await expect(page.getByRole('table', { name: 'Residents by year and basis' })).toContainText(
    '4.2 million'
  );
});

test('filters of the factor table stand in the address and can be gone back to', async ({
  page
}) => {
  await open(page, '/methodik/faktoren');
  await page.getByLabel('Bereich').selectOption('hotel_night');
  await expect(page).toHaveURL(/category=hotel_night/);
  await expect(page.getByText('16 Faktoren gefunden')).toBeVisible();
  await page.getByLabel('Region').selectOption('NA');
  await expect(page.getByText('1 Faktor gefunden')).toBeVisible();
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute(
    'href',
    /region=NA.*format=csv/
  );
  await page.goBack();
  await expect(page.getByText('16 Faktoren gefunden')).toBeVisible();
  await expect(page.getByLabel('Region')).toHaveValue('');
});

test('the next page of factors has an address of its own', async ({ page }) => {
  await open(page, '/method/factors');
  const first = await page.locator('tbody th').first().textContent();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.locator('tbody th').first()).not.toHaveText(first ?? '');
});

test('a search for a factor that does not exist names the next step', async ({ page }) => {
  await open(page, '/methodik/faktoren');
  await page.getByRole('searchbox', { name: 'Faktoren durchsuchen' }).fill('gibtesnicht');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kein Faktor passt zu dieser Auswahl')).toBeVisible();
});

test('the own method shows its formula and every parameter with its proof', async ({ page }) => {
  await open(page, '/methodik');
  await expect(page.getByText('TTW = (24.0 + 0.0665 × km)')).toBeVisible();
  const table = page.getByRole('table', { name: /Womit gerechnet wird: Klimabrücke/ });
  await expect(table.getByText('noch nicht belegt').first()).toBeVisible();
});

test("the developers' page links the document it speaks of", async ({ page, request }) => {
  await open(page, '/developers');
  const link = page.getByRole('link', { name: '/api/v1/openapi.json' });
  const answer = await request.get((await link.getAttribute('href')) ?? '');
  expect(answer.ok()).toBe(true);
});

test('the licence page lists the packages of both parts', async ({ page }) => {
  await open(page, '/lizenzen');
  await page.locator('summary', { hasText: 'Server (Python)' }).click();
  await expect(page.getByRole('table', { name: 'Server (Python)' })).toContainText('fastapi');
});

test('the glossary is searched in the address and its terms can be pointed to', async ({
  page
}) => {
  await open(page, '/glossar?q=Flug');
  await expect(page.getByRole('status').filter({ hasText: 'Begriffe:' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Im Glossar suchen' }).fill('CO2e');
  await page.getByRole('searchbox', { name: 'Im Glossar suchen' }).press('Enter');
  await expect(page).toHaveURL(/q=CO2e/);
  await expect(page.locator('#co2e dt')).toHaveText('CO₂-Äquivalent (CO₂e)');
});

test("the funding notice stands on every page, the imprint says the operator's own words", async ({
  page
}) => {
  await open(page, '/imprint');
  const notice = page.getByRole('region', { name: 'Funding' });
  await expect(notice).toContainText('The sentence the grant decision prescribes.');
  await expect(notice.getByRole('img', { name: 'Example' })).toBeVisible();
  await expect(page.getByText('stelle@behoerde.example')).toBeVisible();
  await expect(page.getByText('Verantwortliche Person im Sinne des Presserechts')).toBeVisible();
});
