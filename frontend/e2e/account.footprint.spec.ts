import { expect, test } from '@playwright/test';
import { Caller, anActivity, first, signIn, unique } from './account';
import { holdsIn, open } from './checks';

/** Intl writes no-break spaces; tests compare what people read. */
const plain = (words: string | null) => (words ?? '').replace(/[\u00a0\u202f]/g, ' ');

interface Trip {
  id: string;
  ghg_kg: number;
}
const flown = (caller: Caller, project: string, on: string, travellers: number): Promise<Trip> =>
  caller.post('/activities', {
    title: unique('Reise'),
    kind: 'trip',
    project_id: project,
    starts_on: on,
    host_city_id: 'windhoek',
    items: [{ type: 'flight', from: 'FRA', to: 'WDH', travellers, return: true }]
  });

test('two years are compared in words, by city and by kind', async ({ page, request }) => {
  const caller = await Caller.as(request, 'coordinator');
  const { id } = await caller.post<{ id: string }>('/cooperation-projects', {
    title_de: unique('Jahresvergleich'),
    city_ids: ['bremen', 'windhoek']
  });
  await flown(caller, id, '2033-05-01', 4);
  await flown(caller, id, '2034-05-01', 2);
  await signIn(page, 'viewer');
  await open(page, '/fussabdruck?year=2034&compare=2033');
  const figure = page.getByRole('region', { name: /^2034 zusammen: 2,7 t/ });
  expect(plain(await figure.textContent())).toContain('Das sind 2,7 t weniger als 2033.');
  await figure.getByRole('tab', { name: 'Tabelle' }).click();
  const row = page
    .getByRole('table', { name: 'Nach Stadt' })
    .getByRole('row', { name: /Windhoek/ });
  expect(plain(await row.textContent())).toContain('2,7 t weniger');
  const saved = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('klimabruecke-2034.csv');
});

test('a project without a budget is named, gets one, and shows its light', async ({
  page,
  request
}) => {
  const caller = await Caller.as(request, 'coordinator');
  const title = unique('Ohne Grenze');
  const project = await caller.post<{ id: string }>('/cooperation-projects', {
    title_de: title,
    city_ids: ['bremen']
  });
  await flown(caller, project.id, '2036-05-01', 1);
  await signIn(page, 'coordinator');
  await open(page, '/fussabdruck?year=2036');
  await expect(page.getByText(`${title}: für 2036 noch keine CO₂-Obergrenze`)).toBeVisible();
  await page.goto(`/fussabdruck/obergrenze?project=${project.id}&year=2036`);
  await page.getByLabel('Obergrenze in Tonnen').fill('1,2');
  await page.getByRole('button', { name: 'CO₂-Obergrenze setzen' }).click();
  const card = page.getByRole('region', { name: title });
  expect(plain(await card.textContent())).toContain('Gelb: wird knapp');
  expect(plain(await card.textContent())).toContain('Von 1,2 t ist noch nichts verbraucht.');
  expect(plain(await card.getByRole('img').getAttribute('aria-label'))).toContain(
    'Obergrenze 1,2 t'
  );
});

test('filters of the activities stand in the address, in the CSV and in the call', async ({
  page,
  context,
  request
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const title = unique('Filterreise');
  await anActivity(await Caller.as(request, 'coordinator'), title);
  await signIn(page, 'coordinator');
  await open(page, '/fussabdruck/vorhaben');
  await page.getByRole('searchbox', { name: 'Vorhaben suchen' }).fill(title);
  await page.keyboard.press('Enter');
  await page.getByLabel('Stand').selectOption('planned');
  await expect(page).toHaveURL(/q=Filterreise.*&status=planned/);
  await expect(page.getByText('1 Eintrag gefunden')).toBeVisible();
  await page.getByRole('button', { name: 'API-Aufruf kopieren' }).click();
  await expect(page.getByText('API-Aufruf kopiert.')).toBeVisible();
  const call = await page.evaluate(() => navigator.clipboard.readText());
  expect(call).toMatch(/\/api\/v1\/activities\?q=Filterreise.*status=planned/);
  expect(call).toContain('Authorization: Bearer $TOKEN');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const stream = await (await saved).createReadStream();
  let text = '';
  for await (const part of stream) text += String(part);
  expect(text).toContain(title);
  expect(text.trim().split('\n')).toHaveLength(2);
  await page.goBack();
  await expect(page.getByLabel('Stand')).toHaveValue('');
});

test('another method makes a new version and says that it is the cause', async ({
  page,
  request
}) => {
  const caller = await Caller.as(request, 'coordinator');
  const { id: project } = await first(caller, '/cooperation-projects');
  const { id } = await flown(caller, project, '2026-06-01', 1);
  await signIn(page, 'coordinator');
  await open(page, `/footprint/activities/${id}`);
  await page.getByLabel('Method', { exact: true }).selectOption('desnz-2025');
  await page.getByRole('button', { name: 'Recalculate' }).click();
  const cause = page.getByRole('group', { name: /^Recalculated: \d+/ });
  await expect(cause).toBeFocused();
  await expect(cause).toContainText('The other method accounts for');
  await expect(page.getByRole('table', { name: 'Versions of the footprint' })).toContainText(
    'UK government conversion factors (DESNZ) 2025'
  );
});

test('every kilogram of an activity leads to its factor and source', async ({ page, request }) => {
  const activity = await anActivity(await Caller.as(request, 'coordinator'));
  await signIn(page, 'viewer');
  await open(page, `/fussabdruck/vorhaben/${activity.id}`);
  await page.locator('summary', { hasText: 'Hotel, Namibia' }).click();
  await page.getByRole('link', { name: 'HOTEL-NA-PROXY' }).click();
  await expect(page).toHaveURL('/methodik/faktoren/HOTEL-NA-PROXY');
});

test('an English page opened by its address has the calculator’s sentences in English', async ({
  page,
  request
}) => {
  const activity = await anActivity(await Caller.as(request, 'coordinator'));
  await signIn(page, 'viewer');
  await open(page, `/footprint/activities/${activity.id}`);
  await expect(page.getByText('Hotels count rooms, not guests.')).toBeVisible();
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page.getByText('Beim Hotel zählt das Zimmer, nicht der Gast.')).toBeVisible();
});

test('what was recorded by mistake is deleted and leaves the list', async ({ page, request }) => {
  const title = unique('Versehen');
  const activity = await anActivity(await Caller.as(request, 'coordinator'), title);
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${activity.id}`);
  await page.locator('summary', { hasText: 'Angaben ändern' }).click();
  await page.getByRole('button', { name: 'Vorhaben löschen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vorhaben löschen' });
  await dialog.getByRole('button', { name: 'Vorhaben löschen' }).click();
  await expect(page).toHaveURL('/fussabdruck/vorhaben');
  await open(page, `/fussabdruck/vorhaben?q=${encodeURIComponent(title)}`);
  await expect(page.getByText('Kein Vorhaben passt zu dieser Auswahl')).toBeVisible();
});

test('an older version shows how it was computed, and two are compared with the cause', async ({
  page,
  request
}) => {
  const caller = await Caller.as(request, 'coordinator');
  const { id: project } = await first(caller, '/cooperation-projects');
  const { id } = await flown(caller, project, '2026-06-01', 1);
  const before = await caller.get<Trip>(`/activities/${id}`);
  await caller.post(`/activities/${id}/footprints`, { method: 'desnz-2025' });
  await signIn(page, 'viewer');
  await open(page, `/fussabdruck/vorhaben/${id}`);
  await page.getByRole('link', { name: 'So ist gerechnet: Fassung 1' }).click();
  const shown = page.getByRole('region', { name: /^Fassung 1 vom/ });
  await expect(shown.getByRole('heading', { name: /^Fassung 1 vom/ })).toBeFocused();
  await expect(shown.locator('[data-ghg-kg]')).toHaveAttribute(
    'data-ghg-kg',
    String(before.ghg_kg)
  );
  await expect(shown.getByText('Verfahren: Klimabrücke 2026')).toBeVisible();
  await expect(shown.getByRole('table', { name: 'Faktoren' }).first()).toBeVisible();
  await holdsIn(page, [[390, 'dark']]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('link', { name: 'Zwei Fassungen vergleichen' }).click();
  const compared = page.getByRole('region', { name: 'Zwei Fassungen vergleichen' });
  await expect(compared).toContainText('Das andere Verfahren macht');
  await expect(compared.getByRole('row', { name: /Frankfurt–Windhoek/ })).toContainText('bisher');
  await page.getByLabel('Von', { exact: true }).selectOption({ index: 0 });
  await expect(page).toHaveURL(/compare=1%2C2|compare=1,2/);
  await holdsIn(page, [[390, 'light']]);
  await open(page, `/fussabdruck/vorhaben/${id}?version=7`);
  await expect(page.getByText('Diese Fassung gibt es nicht')).toBeVisible();
});
