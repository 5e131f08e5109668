import { expect, test, type Page } from '@playwright/test';
import { everyView, holdsIn, open, watch, type View } from './checks';
import { full } from './pages';
import { ask, example, flights, ghgKg, hotel, tabTo, text, trip } from './planner';

const views: View[] = full
  ? everyView
  : [
      [1280, 'light'],
      [390, 'light'],
      [1280, 'dark'],
      [390, 'dark']
    ];
const computed = (page: Page) =>
  expect(page.locator('#result [data-ghg-kg]')).toBeVisible({ timeout: 15_000 });

test('the example holds every check', async ({ page }) => {
  const { problems } = watch(page);
  await open(page, example);
  await expect(page.locator('#methods-title')).toBeVisible();
  await holdsIn(page, views);
  expect(problems).toEqual([]);
});

test('the empty planner holds every check, in English too', async ({ page }) => {
  await open(page, '/planner');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Load the example' })).toBeVisible();
  await holdsIn(page, full ? everyView : [[1280, 'light']]);
});

test('folded parts open at 390 px and hold every check', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await open(page, example);
  await expect(page.locator('#methods-title')).toBeVisible();
  for (const id of ['savings-title', 'computation', 'routes-title', 'methods-title'])
    await page.locator(`#${id} button`).click();
  await expect(page.locator('#methods-panel svg[role="img"]')).toBeVisible();
  await holdsIn(page, [[390, 'light']]);
  await expect(page.getByRole('link', { name: 'Zum Ergebnis' })).toBeVisible();
});

test('an open list and the editor of a variant hold every check', async ({ page }) => {
  await open(page, example);
  await computed(page);
  await page.getByRole('button', { name: 'Ändern: Variante D' }).click();
  await expect(page.locator('#what-if')).toBeFocused();
  await page.locator('#savings-tab-sources').click();
  await page.locator('#methods-tab-table').click();
  await holdsIn(page, [[1280, 'light']]);
  await page.locator('#leg-1-to').focus();
  await page.keyboard.type('windh');
  await expect(page.locator('[role="option"]')).toHaveCount(2);
  await holdsIn(page, [[390, 'dark']]);
});

test('a refusal stands at its field, and typing keeps the focus', async ({ page }) => {
  await open(page, '/planer?v=1&on=2026-11-24&a=air:BRE:XXQ_rt_5p_6n');
  const field = page.locator('#leg-0-to');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#leg-0-to-error')).toContainText('Flughafen');
  await expect(page.locator('body')).toBeFocused();
  await holdsIn(page, [
    [1280, 'light'],
    [390, 'dark']
  ]);
  await tabTo(page, field);
  await page.keyboard.type('windh');
  await expect(page.getByRole('option').first()).toContainText('WDH');
  await page.keyboard.press('Enter');
  await computed(page);
  await expect(field).toBeFocused();
  await expect(field).not.toHaveAttribute('aria-invalid');
});

test('going on with an open leg names what is missing and takes the focus there', async ({
  page
}) => {
  await open(page, '/planer?v=1&on=2026-11-24&a=air:BRE:FRA_air:FRA:_rt_5p_6n');
  await computed(page);
  await page.getByRole('button', { name: 'Varianten vergleichen' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fehler:/);
  await holdsIn(page, [[1280, 'light']]);
  await summary.getByRole('link', { name: 'Strecke 2: Bitte das Ziel wählen.' }).click();
  await expect(page.locator('#leg-1-to')).toBeFocused();
});

test('when the calculator cannot be reached, number and entries stay', async ({
  page,
  request
}) => {
  await open(page, trip);
  await computed(page);
  await page.route('**/api/v1/footprints', (route) => route.abort());
  await page.locator('#travellers').focus();
  await page.keyboard.press('ArrowUp');
  const note = page.locator('#result .note.bad');
  await expect(note).toContainText('Der Dienst ist nicht erreichbar');
  await expect(note).toContainText('Ihre Angaben bleiben erhalten.');
  await expect(page.locator('#travellers')).toHaveValue('6');
  expect(await ghgKg(page.locator('#result'))).toBe(8850.054);
  expect(await text(page, '#result')).toContain('Stand vor der letzten Änderung');
  await holdsIn(page, [[1280, 'light']]);
  await page.unroute('**/api/v1/footprints');
  await note.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  const expected = await ask(request, [...flights(6), hotel(6)]);
  await expect.poll(() => ghgKg(page.locator('#result'))).toBe(expected.ghg_kg);
});

test('typing asks once for each pause, and only for what changed', async ({ page }) => {
  await open(page, example);
  await computed(page);
  let asked = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/footprints')) asked += 1;
  });
  await tabTo(page, page.locator('#nights'));
  await page.keyboard.type('1');
  await page.keyboard.type('2');
  await expect.poll(() => ghgKg(page.locator('#result'))).toBe(10392.054);
  await expect(page.locator('ul[aria-labelledby="variants"] [aria-busy="true"]')).toHaveCount(0);
  expect(asked).toBe(4);
});

test('while computing, the old number stays and says so', async ({ page }) => {
  await open(page, trip);
  await computed(page);
  await page.route('**/api/v1/footprints', () => new Promise<void>(() => undefined));
  await page.locator('#travellers').focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('#result')).toContainText('wird gerechnet');
  expect(await ghgKg(page.locator('#result'))).toBe(8850.054);
});

test('what a link holds and nobody understands is named', async ({ page }) => {
  await open(page, `${trip}_teleport:3`);
  await expect(page.locator('.note.warn', { hasText: 'teleport:3' })).toBeVisible();
  await computed(page);
});

test('the language changes with everything that was entered', async ({ page }) => {
  await open(page, trip);
  await computed(page);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('h1')).toHaveText('Plan a trip to Windhoek');
  await expect(page.locator('#travellers')).toHaveValue('5');
  await expect(page.locator('#result')).toContainText('Probably between 6.7 and 11.0');
  await expect(page.locator('#result')).toContainText('No value is published for Namibia');
});

test('paper shows tables, address and day, and no controls', async ({ page }) => {
  await open(page, example);
  await expect(page.locator('#methods-title')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#form')).toBeHidden();
  await expect(page.locator('.print-only table').first()).toBeVisible();
  await expect(page.locator('main ~ .print-only')).toContainText('/planer?v=1&on=');
});
