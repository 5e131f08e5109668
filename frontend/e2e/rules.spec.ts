import { expect, test, type Page } from '@playwright/test';
import { Caller, first, signIn, unique } from './account';
import { everyView, holdsIn, open, watch, type View } from './checks';
import { full, languages } from './pages';

const views: View[] = full
  ? everyView
  : [
      [1280, 'light'],
      [390, 'dark']
    ];
const addresses = [
  { de: '/reiseregeln', en: '/travel-rules' },
  { de: '/reiseregeln/neu', en: '/travel-rules/new' },
  { de: '/reiseregeln/bremen-co2-levy', en: '/travel-rules/bremen-co2-levy' },
  { de: '/beitraege', en: '/contributions' },
  { de: '/beitraege/neu', en: '/contributions/new' }
];
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).last().click();

for (const address of addresses)
  for (const language of languages)
    test(`${address[language]} is accessible, fits and keeps to itself`, async ({ page }) => {
      const { problems } = watch(page);
      await signIn(page, 'coordinator');
      await open(page, address[language]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await holdsIn(page, views);
      expect(problems).toEqual([]);
    });

test('a contribution is accessible too', async ({ page, request }) => {
  const found = await first(await Caller.as(request, 'coordinator'), '/contributions');
  await signIn(page, 'coordinator');
  await open(page, `/beitraege/${found.id}`);
  await page.locator('summary').click();
  await holdsIn(page, views);
});

test('each city has its rules, and what is not known is said', async ({ page }) => {
  await signIn(page, 'viewer');
  await open(page, '/reiseregeln');
  const card = (name: string) => page.getByRole('region', { name });
  await expect(card('Bahn vor Flug bis sieben Stunden')).toContainText('gilt ab 23.02.2021');
  await expect(card('CO2-Abgabe auf Dienstreisen')).toContainText('Betrag je Tonne: nicht bekannt');
  await expect(card('Taxi nur als Ausnahme')).toContainText('noch nicht belegt');
  await expect(card('Reiseregeln von Windhoek: nicht bekannt')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Ändern/ })).toHaveCount(0);
});

test('a rule without a title and a source says what is missing', async ({ page }) => {
  await signIn(page, 'durban');
  await open(page, '/reiseregeln/neu');
  await expect(page.locator('#rule-city')).toHaveValue('durban');
  await press(page, 'Regel eintragen');
  const summary = page.locator('[aria-labelledby="error-summary-title"]');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fehler: /);
  await expect(summary.getByRole('link')).toHaveCount(2);
  await holdsIn(page, views);
});

test('an amount is refused without a new reference', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/reiseregeln/bremen-co2-levy');
  await page.locator('#rule-amount').fill('25,50');
  await press(page, 'Speichern');
  await expect(page.locator('#rule-source-error')).toHaveText(/braucht eine neue Fundstelle/);
  await holdsIn(page, views);
});

test('by keyboard: a rule is entered, switched off and deleted', async ({ page }) => {
  const title = unique('Testregel');
  await signIn(page, 'durban');
  await open(page, '/reiseregeln/neu');
  await page.locator('#rule-title-de').focus();
  await page.keyboard.type(title);
  await page.locator('#rule-source').focus();
  await page.keyboard.type('Erfunden für einen Test');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: `Ändern: ${title}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(title);
  await page.getByRole('switch').focus();
  await page.keyboard.press('Space');
  await page.locator('#rule-source').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await page.getByRole('button', { name: 'Eintrag löschen' }).first().focus();
  await page.keyboard.press('Enter');
  await holdsIn(page, views);
  await page.getByRole('dialog').getByRole('button', { name: 'Eintrag löschen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reiseregeln$/);
  await expect(page.getByRole('region', { name: title })).toHaveCount(0);
});

test('an empty contribution says what is missing', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/beitraege/neu');
  await press(page, 'Beitrag eintragen');
  const summary = page.locator('[aria-labelledby="error-summary-title"]');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(3);
  await holdsIn(page, views);
});

test('a contribution is entered, stands beside the gross emissions and is changed', async ({
  page
}) => {
  const recipient = unique('Fonds');
  await signIn(page, 'windhoek');
  await open(page, '/beitraege/neu');
  await expect(page.locator('#contribution-city')).toHaveValue('windhoek');
  await page.locator('#contribution-amount').fill('1234,50');
  await page.locator('#contribution-currency').selectOption('NAD');
  await page.locator('#contribution-recipient').fill(recipient);
  await page.locator('#proof-note').fill('Aktenzeichen 12-34');
  await press(page, 'Beitrag eintragen');
  await expect(page).toHaveURL(/\/beitraege$/);
  const sums = page.getByRole('table', { name: 'Beiträge neben den Emissionen' });
  await expect(sums).toContainText(/Abgabe: 1\.234,50\sNAD/);
  await expect(page.getByText('werden nie abgezogen')).toBeVisible();
  await page.getByRole('link', { name: recipient }).click();
  await page.locator('summary').click();
  await page.locator('#contribution-amount').fill('2000');
  await press(page, 'Speichern');
  await expect(page.locator('h1')).toHaveText(/2\.000,00\sNAD/);
});
