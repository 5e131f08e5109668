import { expect, test, type Page } from '@playwright/test';
import { Caller, first, signIn, unique } from './account';
import { everyView, holdsIn, open, watch, type View } from './checks';
import { full, languages } from './pages';

/** Each language sees one width in one theme; the full run sees all of them in both. */
const views: Record<'de' | 'en', View[]> = {
  de: full ? everyView : [[1280, 'light']],
  en: full ? everyView : [[390, 'dark']]
};
const both: View[] = [...views.de, ...views.en];
const visited = [
  { de: '/massnahmen', en: '/measures' },
  { de: '/massnahmen/DUR-03', en: '/measures/DUR-03' },
  {
    de: '/massnahmen/vergleich?id=DUR-03&id=BRE-02',
    en: '/measures/comparison?id=DUR-03&id=BRE-02'
  }
];
const own = [
  { de: '/massnahmen/neu', en: '/measures/new' },
  { de: '/massnahmen/BRE-04', en: '/measures/BRE-04' },
  { de: '/austausch', en: '/exchange' },
  { de: '/austausch?teil=digest', en: '/exchange?teil=questions' },
  { de: '/austausch/fachaustausch/neu', en: '/exchange/meetings/new' }
];

for (const address of visited)
  for (const language of languages)
    test(`${address[language]} is accessible, fits and keeps to itself`, async ({ page }) => {
      const { problems } = watch(page);
      await open(page, address[language]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await holdsIn(page, views[language]);
      expect(problems).toEqual([]);
    });

for (const address of own)
  for (const language of languages)
    test(`${address[language]} is accessible behind the sign-in`, async ({ page }) => {
      await signIn(page, 'coordinator');
      await open(page, address[language]);
      await holdsIn(page, views[language]);
    });

test('a misspelt search finds, filters count, and two measures stand side by side', async ({
  page
}) => {
  await open(page, '/massnahmen');
  await page.getByLabel('Maßnahmen durchsuchen').fill('Deponigas');
  await page.getByRole('button', { name: 'Suchen' }).click();
  await expect(page.getByRole('link', { name: /Deponiegas, Mariannhill/ })).toBeVisible();
  await expect(page.getByLabel('Stadt').getByText(/^Durban.*\(4\)$/)).toHaveCount(1);
  for (const name of [/Mariannhill/, /Bisasar/]) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('link', { name: '2 Maßnahmen vergleichen' }).click();
  const table = page.getByRole('table', { name: 'Maßnahmen im Vergleich' });
  await expect(table).toContainText('68.833 t CO₂e weniger je Jahr, erwartet (CDM PDD)');
  await expect(table).toContainText('342.705 t CO₂e weniger je Jahr');
});

test('the note for a council is saved as a document, of the city and the year chosen', async ({
  page
}) => {
  await open(page, '/massnahmen?city=durban');
  await page.locator('summary', { hasText: 'Bericht für den Rat' }).click();
  await expect(page.getByLabel('Bericht über')).toHaveValue('durban');
  await holdsIn(page, both);
  await page.getByLabel('Berichtsjahr').selectOption({ index: 1 });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Word-Dokument' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^progress_note-durban-\d{4}\.docx$/);
  await expect(page.getByText(/ist heruntergeladen/)).toBeVisible();
});

const chosen = (page: Page, label: string, value: string) =>
  page.getByLabel(label, { exact: true }).selectOption(value);

test('from a question by way of a meeting a measure of Durban is adopted in Bremen', async ({
  page,
  request
}) => {
  const durban = await Caller.as(request, 'durban');
  const [question, title] = [unique('Wie zählen Sie?'), unique('Aufforstung mit Vereinen')];
  await signIn(page, 'bremen');
  await open(page, '/massnahmen/DUR-03');
  await page.locator('summary', { hasText: 'Frage stellen' }).click();
  await page.locator('#question-text').fill(question);
  await page.getByRole('button', { name: 'Frage stellen' }).click();
  await expect(page.getByText(question, { exact: true })).toBeVisible();

  const asked = await first(
    durban,
    `/questions?to_city=durban&open=true&q=${encodeURIComponent(question)}`
  );
  await durban.post(`/questions/${asked.id}/answers`, { answer: 'Auf Probeflächen, jedes Jahr.' });

  await open(page, '/austausch/fachaustausch/neu');
  await page.locator('#meeting-title').fill(title);
  await page.getByRole('checkbox', { name: 'Stadt Bremen', exact: true }).check();
  await page.getByRole('checkbox', { name: /Durban/ }).check();
  await page.locator('#meeting-heads-durban').fill('4');
  await page.locator('#meeting-agreed').fill('Pflanzplan schicken');
  await page.getByRole('button', { name: 'Fachaustausch eintragen' }).click();
  await expect(page.locator('h1')).toHaveText(title);
  await expect(page.getByText('Pflanzplan schicken')).toBeVisible();

  await open(page, '/massnahmen/neu');
  await page.locator('#measure-title-de').fill(title);
  await chosen(page, 'Handlungsfeld', 'land_use');
  await page.getByRole('button', { name: 'Maßnahme anlegen' }).click();
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(page.getByText('Veröffentlicht.')).toBeVisible();
  const measure = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await open(page, '/massnahmen/DUR-03');
  await expect(page.getByText('Auf Probeflächen, jedes Jahr.').first()).toBeVisible();
  await page.locator('#transfer-question').selectOption(asked.id);
  await page.getByRole('button', { name: 'Übernahme beginnen' }).click();
  await expect(page.locator('h1')).toContainText('Bremen');
  await holdsIn(page, both);
  await page.locator('#stage-meeting').selectOption({ label: title });
  await page.getByRole('button', { name: 'Schritt eintragen' }).click();
  await expect(page.locator('ol > li strong')).toHaveText(['Interesse', 'Austausch']);
  await chosen(page, 'Schritt', 'adopted');
  await page.getByRole('button', { name: 'Schritt eintragen' }).click();
  await expect(page.locator('#stage-evidence-error')).toBeVisible();
  await holdsIn(page, both);
  await page.locator('#stage-target').selectOption(measure);
  await page.getByRole('button', { name: 'Schritt eintragen' }).click();
  await expect(page.getByText('Diese Übernahme ist abgeschlossen.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: title })).toBeVisible();
});

test('a measure without a title says what is missing', async ({ page }) => {
  await signIn(page, 'durban');
  await open(page, '/massnahmen/neu');
  await chosen(page, 'Stand', 'cancelled');
  await page.getByRole('button', { name: 'Maßnahme anlegen' }).click();
  const summary = page.locator('[aria-labelledby="error-summary-title"]');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(2);
  await holdsIn(page, both);
});
