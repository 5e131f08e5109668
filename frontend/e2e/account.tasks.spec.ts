import { expect, test, type Page } from '@playwright/test';
import { Caller, aPlan, anActivity, signIn, unique } from './account';
import { holdsIn, open, watch, type View } from './checks';
import { button, enter, inMain, leave, press } from './keyboard';
import { tabTo } from './planner';

const views: View[] = [
  [1280, 'light'],
  [390, 'dark']
];

test('one asks, another person finds the task and approves, by keyboard alone', async ({
  page,
  request
}) => {
  const { problems } = watch(page);
  const title = unique('Vier Augen');
  const { id } = await anActivity(await Caller.as(request, 'coordinator'), title);
  await page.goto('/anmelden');
  await enter(page, 'coordinator');

  await page.goto(`/fussabdruck/vorhaben/${id}`);
  await tabTo(page, page.locator('#asked-user'));
  await page.keyboard.type('Demo: Redaktion Windhoek');
  await press(page, button('Um Genehmigung bitten'));
  await expect(page.getByText('Eine andere Person muss genehmigen')).toBeVisible();
  await expect(page.getByText('Gefragt ist Demo: Redaktion Windhoek.')).toBeVisible();
  await expect(page.locator(button('Genehmigen'))).toHaveCount(0);
  await holdsIn(page, views);
  await page.setViewportSize({ width: 1280, height: 900 });
  await leave(page, 'Demo: Koordination');

  await page.goto('/anmelden');
  await enter(page, 'windhoek');
  await press(page, `role=link[name="Vorhaben „${title}“ genehmigen"]`);
  await expect(page.locator('h1')).toHaveText(title);
  await press(page, button('Als zweite Person genehmigen'));
  await expect(page.getByText('Genehmigt von Demo: Redaktion Windhoek')).toBeVisible();

  await press(page, inMain('Aufgaben'), 'Shift+Tab');
  await expect(page.locator('h1')).toHaveText('Was auf Sie wartet');
  await expect(page.getByRole('link', { name: `„${title}“ genehmigen` })).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('a task has a sentence and a link to hand it on', async ({ page, request }) => {
  const caller = await Caller.as(request, 'coordinator');
  const title = unique('Vorbei');
  const { id } = await anActivity(caller, title);
  await signIn(page, 'coordinator');
  await open(page, '/tasks');
  const task = page.getByRole('listitem').filter({ hasText: title });
  await task.getByText('Hand on', { exact: true }).click();
  await expect(task.getByRole('textbox')).toHaveValue(
    new RegExp(`^Please take over: The activity ‘${title}’ is over.*/footprint/activities/${id}$`)
  );
  await holdsIn(page, views);
});

test('a deputy is named, sees the task, and approves for the person', async ({ page, request }) => {
  const title = unique('Vertretung');
  const coordinator = await Caller.as(request, 'coordinator');
  const windhoek = await Caller.as(request, 'windhoek');
  const { id } = await anActivity(coordinator, title);
  const { id: asked } = await windhoek.get<{ id: string }>('/me');
  await coordinator.post(`/activities/${id}/approval-requests`, { asked_user_id: asked });

  await signIn(page, 'windhoek');
  await open(page, '/konto');
  await page.getByRole('button', { name: 'Vertretung eintragen' }).click();
  await expect(page.locator('[aria-labelledby="error-summary-title"]')).toBeFocused();
  await expect(page).toHaveTitle(/^Fehler: /);
  await holdsIn(page, views);
  await page.getByLabel('Wer vertritt Sie?').selectOption('Demo: Redaktion Durban');
  await page.getByRole('button', { name: 'Vertretung eintragen' }).click();
  await expect(page.getByText('Demo: Redaktion Durban vertritt Sie')).toBeVisible();

  await signIn(page, 'durban');
  await open(page, '/aufgaben');
  const task = page.getByRole('listitem').filter({ hasText: `„${title}“ genehmigen` });
  await expect(task).toContainText('in Vertretung für Demo: Redaktion Windhoek');
  await task.getByRole('link').click();
  await expect(page.getByText('Sie genehmigen in Vertretung für')).toBeVisible();
  await page.getByRole('button', { name: 'Als zweite Person genehmigen' }).click();
  await expect(
    page.getByText('Demo: Redaktion Durban in Vertretung für Demo: Redaktion Windhoek')
  ).toBeVisible();

  await signIn(page, 'windhoek');
  await open(page, '/konto');
  await page.getByRole('button', { name: 'Vertretung durch Demo: Redaktion Durban' }).click();
  await expect(page.getByText('Vertretung beendet.')).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Vertretung durch Demo: Redaktion Durban' })
  ).toHaveCount(0);
});

for (const [name, made, path, remove] of [
  ['an activity', anActivity, '/fussabdruck/vorhaben', 'Vorhaben löschen'],
  ['a plan', aPlan, '/planungen', 'Reiseplanung löschen']
] as const)
  test(`${name} that was deleted comes back by one press`, async ({ page, request }) => {
    const title = unique('Versehen');
    const { id } = await made(await Caller.as(request, 'coordinator'), title);
    await signIn(page, 'coordinator');
    await open(page, `${path}/${id}`);
    const inside = page.getByRole('button', { name: remove, includeHidden: true });
    await page.locator('details', { has: inside }).locator('summary').first().click();
    await page.getByRole('button', { name: remove }).click();
    await page.getByRole('dialog').getByRole('button', { name: remove }).click();
    await expect(
      page.getByRole('status').filter({ hasText: `„${title}“ ist gelöscht` })
    ).toBeVisible();
    await holdsIn(page, views);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect(page.locator('h1')).toHaveText(title);
    await expect(page.getByText('Wiederhergestellt.')).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('navigation', { name: 'Hauptnavigation' }).getByText('Aufgaben').click();
    await expect(page.getByText('Wiederhergestellt.')).toHaveCount(0);
  });

test('the first day shows who does what and no addresses', async ({ page }) => {
  await signIn(page, 'viewer');
  await open(page, '/erster-tag');
  const main = page.locator('main');
  await expect(main).toContainText('Beispielprojekt: Fachaustausch Bremen und Windhoek');
  await expect(main).toContainText('Demo: Redaktion Durban');
  await expect(main).not.toContainText('@');
});
