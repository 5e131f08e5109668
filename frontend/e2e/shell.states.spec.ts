import { expect, test, type Page } from '@playwright/test';
import { everyView, holdsIn, open, type View } from './checks';
import { full, pages } from './pages';

/** Pages whose content comes from the interface while they already stand. */
const loading = [
  '/',
  '/staedte',
  '/methodik',
  '/methodik/faktoren',
  '/methodik/quellen',
  '/lizenzen'
];
const views: View[] = full ? everyView : [[1280, 'light']];
const api = '**/api/v1/**';

const offline = (page: Page) => page.route(api, (route) => route.abort());
const silent = (page: Page) => page.route(api, () => new Promise<void>(() => undefined));
const empty = (page: Page) =>
  page.route(api, (route) => route.fulfill({ json: { items: [], next: null, total: 0 } }));

for (const path of full ? loading : loading.slice(0, 1)) {
  test(`${path} says what happened when nothing answers, and tries again`, async ({ page }) => {
    await offline(page);
    await open(page, path);
    const note = page.locator('.note.bad').first();
    await expect(note).toContainText('Der Dienst ist nicht erreichbar');
    await holdsIn(page, views);
    await page.unroute(api);
    const before = await page.locator('.note.bad').count();
    await note.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await expect(page.locator('.note.bad')).toHaveCount(before - 1);
  });

  test(`${path} shows that it is loading`, async ({ page }) => {
    await silent(page);
    await page.goto(path);
    await expect(page.locator('[aria-busy="true"]').first()).toBeVisible();
    await holdsIn(page, views);
  });
}

test('an empty list of factors names the next step', async ({ page }) => {
  await empty(page);
  await open(page, '/methodik/faktoren?q=gibtesnicht');
  await expect(page.getByText('Kein Faktor passt zu dieser Auswahl')).toBeVisible();
  await holdsIn(page, views);
});

test('a city whose data do not come shows the sentence of the error', async ({ page }) => {
  await offline(page);
  await page.goto('/staedte/windhoek');
  await expect(page.locator('h1')).toHaveText('Diese Seite ließ sich nicht öffnen');
  await expect(page.getByText('Der Dienst ist nicht erreichbar')).toBeVisible();
  await holdsIn(page, views);
});

test('every page of the list has a title of its own', async ({ page }) => {
  const titles = new Set<string>();
  for (const { de } of pages) {
    await open(page, de);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(pages.length);
});
