import { expect, test, type Page } from '@playwright/test';
import { Caller, first, signIn } from './account';
import { everyView, holdsIn, open, type View } from './checks';
import { button, link, press } from './keyboard';
import { full, languages } from './pages';
import { tabTo } from './planner';

/** Each language sees one width in one theme; the full run sees all of them in both. */
const views: Record<'de' | 'en', View[]> = {
  de: full ? everyView : [[1280, 'light']],
  en: full ? everyView : [[390, 'dark']]
};
const both: View[] = [...views.de, ...views.en];
const durban2016 = '01a20e62-283a-7091-a4b9-db760643753f';
const pages = [
  { de: '/meine-stadt?city=durban', en: '/my-city?city=windhoek' },
  { de: '/meine-stadt/importe?city=durban', en: '/my-city/imports?city=durban' },
  { de: `/meine-stadt/inventare/${durban2016}`, en: `/my-city/inventories/${durban2016}` }
];

for (const address of pages)
  for (const language of languages)
    test(`${address[language]} is accessible behind the sign-in`, async ({ page }) => {
      await signIn(page, 'coordinator');
      await open(page, address[language]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await holdsIn(page, views[language]);
    });

const headings = 'city,year,population,gpc_ref,emissions_tco2e,notation_key,activity,comment';
const table = (...rows: string[]) => Buffer.from([headings, ...rows].join('\n'));
/** As eThekwini reports, only smaller. */
const ethekwini = (households_t: number) =>
  table(
    `eThekwini,2018,3700000,I.1.1,${households_t},,LPG,`,
    'eThekwini,2018,3700000,I.1.2,5000000,,electricity,',
    'eThekwini,2018,3700000,II.1.1,6000000,,petrol,',
    'eThekwini,2018,3700000,III.1.1,,RN,,'
  );

/** Chooses a file and has it checked, with the newest of the answers kept for the city. */
async function send(page: Page, name: string, buffer: Buffer, answered = false): Promise<void> {
  await open(page, '/meine-stadt/importe');
  await page.setInputFiles('#import-file', { name, mimeType: 'text/csv', buffer });
  const kept = page.getByLabel('Frühere Antworten');
  if (answered)
    await kept.selectOption(
      await kept.locator('option', { hasText: 'RN = NE' }).first().getAttribute('value')
    );
  await press(page, button('Datei prüfen'));
  await expect(page.locator('h1')).toHaveText(name);
}

test('a file is asked about, shown, applied and published by keyboard, and a later one undone', async ({
  page
}) => {
  await signIn(page, 'durban');
  await send(page, 'ethekwini-2018.csv', ethekwini(3_000_000));
  const key = page.getByLabel('Was bedeutet „RN“?');
  await expect(page.getByText('Zeile 5, Spalte F')).toBeVisible();
  await holdsIn(page, both);
  await tabTo(page, key);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(key).toHaveValue('NE');
  await press(page, button('Antworten und neu prüfen'));
  await expect(key).toHaveCount(0);
  const sectors = page.getByRole('table', { name: 'Summen je Sektor' });
  await expect(sectors).toContainText('8.000.000 t CO₂e');
  await press(page, button('Importieren'));
  await press(page, link('Zum Inventar'));
  await expect(page.locator('h1')).toContainText('Inventar 2018, GPC');
  await expect(page.getByText(/unvollständig: 4 von \d+ Angaben/)).toBeVisible();
  await press(page, button('Veröffentlichen'));
  await expect(page.getByText('Veröffentlicht.')).toBeVisible();

  await send(page, 'ethekwini-2018-neu.csv', ethekwini(3_500_000), true);
  await expect(sectors).toContainText('+500.000 t CO₂e');
  await press(page, button('Importieren'));
  await expect(page.getByText('übernommen:')).toBeVisible();
  await holdsIn(page, both);
  await press(page, button('Import rückgängig machen'));
  await expect(page.getByText('rückgängig gemacht:')).toBeVisible();
});

test('figures of a place for the whole city are quarantined with the reason', async ({ page }) => {
  await signIn(page, 'durban');
  await send(page, 'ort.csv', table('Durban,2013,595061,I.1.1,9000000,,,'));
  await expect(page.getByText('in Quarantäne:')).toBeVisible();
  await expect(
    page.getByText('595.061 Einwohner sind zu wenige für die ganze Stadt')
  ).toBeVisible();
  await press(page, button('Trotzdem importieren'));
  await expect(page.locator('#import-reason-error')).toBeVisible();
  await holdsIn(page, both);
});

test('columns nobody knows are asked for', async ({ page }) => {
  await signIn(page, 'durban');
  await open(page, '/meine-stadt/importe');
  const buffer = Buffer.from('Posten;Menge\nI.1.1;7500000\n');
  await page.setInputFiles('#import-file', { name: 'frei.csv', mimeType: 'text/csv', buffer });
  await page.getByLabel('Jahr').fill('2013');
  await page.getByRole('button', { name: 'Datei prüfen' }).click();
  await page.getByLabel('GPC-Referenz').selectOption('Posten');
  await page.getByLabel('Menge', { exact: true }).selectOption('Menge');
  await page.getByText('t (Tonnen)', { exact: true }).click();
  await page.getByRole('button', { name: 'Antworten und neu prüfen' }).click();
  await expect(page.getByRole('table', { name: 'Summen je Sektor' })).toContainText('7.500.000 t');
});

test('what was typed into a line stays when somebody else was faster', async ({
  page,
  request
}) => {
  const durban = await Caller.as(request, 'durban');
  const draft = { city_id: 'durban', year: 2009, standard: 'gpc', reporting_level: 'basic' };
  const { id } = await durban.post<{ id: string }>('/inventories', draft);
  await durban.post('/emissions', { inventory_id: id, gpc_ref: 'I.1.1', amount_kg: 5_000 });
  const line = await first(durban, `/emissions?inventory=${id}`);
  await signIn(page, 'durban');
  await open(page, `/meine-stadt/inventare/${id}`);
  await press(page, button('I.1.1 ändern'));
  const amount = page.getByLabel('Menge in Tonnen');
  await amount.fill('7,5');
  await durban.patch(`/emissions/${line.id}`, { note: 'Andere waren schneller.' });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Inzwischen geändert.')).toBeVisible();
  await holdsIn(page, both);
  await page.getByRole('button', { name: 'Neuen Stand laden' }).click();
  await expect(amount).toHaveValue('7,5');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Die Zeile ist gespeichert.')).toBeVisible();
  await expect(page.locator('h1 + .lead, .lead').first()).toContainText('7,5 t CO₂e');
});

test('an editor of Windhoek only reads what is Durban’s', async ({ page }) => {
  await signIn(page, 'windhoek');
  await open(page, `/meine-stadt/inventare/${durban2016}`);
  await expect(page.getByText('Sie lesen hier nur.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nächster Schritt' })).toHaveCount(0);
  // What can be pressed saves a file.
  for (const button of await page.getByRole('main').getByRole('button').all())
    await expect(button).toHaveText(/Excel-Tabelle|eCRF|CDP/);
  await open(page, '/meine-stadt/importe?city=durban');
  await expect(page.locator('#import-file')).toHaveCount(0);
});

test('a figure published for a scope is not shown as the whole', async ({ page, request }) => {
  const found = await request.get('/api/v1/inventories?city=durban&standard=cdp_reported&limit=50');
  const { items } = (await found.json()) as { items: { id: string; year: number }[] };
  const reported = items.find(({ year }) => year === 2016);
  await signIn(page, 'viewer');
  await open(page, `/meine-stadt/inventare/${reported?.id}`);
  const table = page.getByRole('table', { name: 'Veröffentlichte Summen' });
  for (const scope of [1, 2, 3]) await expect(table).toContainText(`das Ganze, Scope ${scope}`);
});

test('a city without an inventory is shown the way to its first one', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/meine-stadt?city=bremerhaven');
  await expect(page.getByText('Das ist eine Lücke, keine Null')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Erstes Inventar beginnen' })).toBeVisible();
});
