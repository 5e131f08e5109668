import { expect, test, type Page } from '@playwright/test';
import { Caller, aPlan, anActivity, first, signIn, unique } from './account';
import { holdsIn, open, type View } from './checks';

const views: View[] = [
  [1280, 'light'],
  [390, 'dark']
];
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).last().click();

/** The summary has the focus, each of its links leads to an invalid control whose sentence is tied to it. */
async function showsItsMistakes(page: Page, count: number): Promise<void> {
  const summary = page.locator('[aria-labelledby="error-summary-title"]');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fehler: /);
  const links = summary.getByRole('link');
  await expect(links).toHaveCount(count);
  for (const link of await links.all()) {
    const target = page.locator((await link.getAttribute('href')) ?? '');
    const told = (await target.getAttribute('aria-describedby'))?.split(' ').at(-1);
    await expect(page.locator(`#${told}`)).toHaveText((await link.textContent()) ?? '');
  }
  await holdsIn(page, views);
}

test('inviting nobody says what is missing', async ({ page }) => {
  await signIn(page, 'admin');
  await open(page, '/verwaltung/nutzende/neu');
  await press(page, 'Konto anlegen und Link erzeugen');
  await showsItsMistakes(page, 2);
});

test('an address that has an account is refused in a sentence', async ({ page }) => {
  await signIn(page, 'admin');
  await open(page, '/verwaltung/nutzende/neu');
  await page.getByLabel('Anzeigename').fill('Noch einmal');
  await page.getByLabel('E-Mail-Adresse').fill('viewer@klimabruecke.example');
  await press(page, 'Konto anlegen und Link erzeugen');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('verwenden Sie eine andere Adresse');
  await expect(page.getByLabel('Anzeigename')).toHaveValue('Noch einmal');
  await holdsIn(page, views);
});

test('proposing an empty application says what is missing', async ({ page }) => {
  await signIn(page, 'admin');
  await open(page, '/verwaltung/anwendungen/neu');
  await press(page, 'Vorschlagen');
  await showsItsMistakes(page, 3);
});

test('a project without title and cities says what is missing', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/projekte/neu');
  await press(page, 'Projekt anlegen');
  await showsItsMistakes(page, 2);
});

test('a password too short says how long it must be', async ({ page }) => {
  await open(page, `/passwort#${'a'.repeat(43)}`);
  await page.getByLabel('Neues Passwort', { exact: true }).fill('kurz');
  await press(page, 'Passwort speichern');
  await showsItsMistakes(page, 1);
});

test('a link that has been used says whom to ask', async ({ page }) => {
  await open(page, `/password#${'a'.repeat(43)}`);
  await page.getByLabel('New password', { exact: true }).fill('quiet river under four bridges');
  await press(page, 'Save password');
  await expect(page.getByRole('alert')).toContainText('Ask an administrator for a new link.');
  await holdsIn(page, views);
});

test('the own password is not changed without the old one', async ({ page }) => {
  await signIn(page, 'viewer');
  await open(page, '/konto');
  await press(page, 'Passwort ändern');
  await showsItsMistakes(page, 2);
  await page.getByLabel('Bisheriges Passwort', { exact: true }).fill('nicht das richtige');
  await page.getByLabel('Neues Passwort', { exact: true }).fill('ein ganz neues langes Passwort');
  await press(page, 'Passwort ändern');
  await showsItsMistakes(page, 1);
});

test('a decision needs a reason', async ({ page, request }) => {
  const plan = await aPlan(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/planungen/${plan.id}`);
  await page.getByRole('button', { name: 'Dafür entscheiden: Variante A' }).click();
  await press(page, 'Entscheiden und einfrieren');
  await showsItsMistakes(page, 1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Dafür entscheiden: Variante A' })).toBeFocused();
});

test('a change that does not fit asks for what would make it fit', async ({ page, request }) => {
  const caller = await Caller.as(request, 'coordinator');
  const project = await first(caller, '/cooperation-projects');
  const alone = { type: 'flight', from: 'BRE', to: 'FRA', travellers: 1, return: true };
  const plan = await caller.post<{ id: string }>('/plans', {
    title: unique('Alleinreise'),
    project_id: project.id,
    alternatives: [{ label: 'Wie geplant', items: [alone] }]
  });
  await signIn(page, 'coordinator');
  await open(page, `/planungen/${plan.id}`);
  await page.getByRole('button', { name: 'Weniger Reisende' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('Es reist nur eine Person.');
  await expect(page.getByRole('textbox', { name: 'Reisende' })).toBeVisible();
  await holdsIn(page, views);
});

test('an activity that ends before it begins is not saved', async ({ page, request }) => {
  const activity = await anActivity(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${activity.id}`);
  await page.locator('summary', { hasText: 'Angaben ändern' }).click();
  await page.locator('#activity-title').fill('');
  await page.locator('#ends-on').fill('1');
  await press(page, 'Änderungen speichern');
  await showsItsMistakes(page, 2);
});

test('a budget without a limit says what is missing', async ({ page, request }) => {
  const caller = await Caller.as(request, 'coordinator');
  const project = await first(caller, '/cooperation-projects');
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/obergrenze?project=${project.id}&year=2031`);
  await page.getByLabel('Obergrenze in Tonnen').fill('');
  await press(page, 'CO₂-Obergrenze setzen');
  await showsItsMistakes(page, 1);
});

test('an approval that passes the budget asks for a reason', async ({ page, request }) => {
  const caller = await Caller.as(request, 'coordinator');
  const project = await caller.post<{ id: string }>('/cooperation-projects', {
    title_de: unique('Kleines Projekt'),
    city_ids: ['bremen']
  });
  await caller.post('/carbon-budgets', { project_id: project.id, year: 2026, limit_kg: 10 });
  const activity = await caller.post<{ id: string }>('/activities', {
    title: unique('Zu groß'),
    kind: 'trip',
    project_id: project.id,
    starts_on: '2026-10-01',
    items: [{ type: 'flight', from: 'BRE', to: 'FRA', travellers: 2, return: true }]
  });
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${activity.id}`);
  await expect(page.getByText('Gelb: wird knapp')).toBeVisible();
  await press(page, 'Genehmigen');
  await showsItsMistakes(page, 1);
  await page.locator('#over-budget-reason').fill('Der Termin lässt sich nicht verschieben.');
  await press(page, 'Genehmigen');
  await expect(page.getByText('Der Stand ist geändert.')).toBeVisible();
  await expect(page.getByText('Rot: überschritten')).toBeVisible();
});

test('what somebody else changed meanwhile is said, and what was typed stays', async ({
  page,
  request
}) => {
  const caller = await Caller.as(request, 'coordinator');
  const activity = await anActivity(caller);
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${activity.id}`);
  await page.locator('summary', { hasText: 'Angaben ändern' }).click();
  const mine = unique('Mein Titel');
  await page.locator('#activity-title').fill(mine);
  await caller.patch(`/activities/${activity.id}`, { title: 'Titel von jemand anderem' });
  await press(page, 'Änderungen speichern');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Inzwischen geändert');
  await expect(alert).toBeFocused();
  await holdsIn(page, views);
  await alert.getByRole('button', { name: 'Neuen Stand laden' }).click();
  await expect(page.locator('h1')).toHaveText('Titel von jemand anderem');
  await expect(page.locator('#activity-title')).toHaveValue(mine);
  await expect(page.getByText('Titel, gespeichert von jemand anderem')).toBeVisible();
  await press(page, 'Änderungen speichern');
  await expect(page.locator('h1')).toHaveText(mine);
});
