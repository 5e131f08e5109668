import { expect, test } from '@playwright/test';
import { account, signIn, unique } from './account';
import { holdsIn, open, watch, type View } from './checks';

const views: View[] = [
  [1280, 'light'],
  [390, 'dark']
];

test('the sign-in leads back to the page one came for', async ({ page }) => {
  const { email, password } = account('coordinator');
  await page.goto('/planungen?status=decided');
  await expect(page).toHaveURL('/anmelden?next=%2Fplanungen%3Fstatus%3Ddecided');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page).toHaveURL('/planungen?status=decided');
  await expect(page.locator('h1')).toHaveText('Reiseplanungen');
  await expect(page.getByRole('button', { name: 'Konto: Demo: Koordination' })).toBeVisible();
});

test('an address of another site is no way back', async ({ page }) => {
  const { email, password } = account('viewer');
  await page.goto('/sign-in?next=https://evil.example/');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/tasks');
  await expect(page.locator('h1')).toHaveText('What waits for you');
});

test('an empty sign-in says what is missing, and where', async ({ page }) => {
  await open(page, '/anmelden');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  const summary = page.getByRole('alert', { name: '2 Angaben fehlen oder stimmen nicht' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fehler: /);
  await holdsIn(page, views);
  await summary.getByRole('link', { name: 'Geben Sie Ihr Passwort ein.' }).click();
  await expect(page.locator('#password')).toBeFocused();
  await expect(page.locator('#password')).toHaveAttribute('aria-invalid', 'true');
});

test('a wrong password is refused in a sentence, and the address stays', async ({ page }) => {
  await open(page, '/sign-in');
  const { email } = account('auditor');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('Check the address and the password.');
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await holdsIn(page, [[390, 'light']]);
});

test('after too many refusals the wait is said in words', async ({ page }) => {
  const email = `${unique('niemand').replace(' ', '-')}@klimabruecke.example`;
  for (let tried = 0; tried < 10; tried += 1)
    await page.request.post('/api/v1/auth/login', { data: { email, password: 'falsch' } });
  await open(page, '/anmelden');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Passwort', { exact: true }).fill('falsch');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('alert')).toContainText(/in (einer|\d+) (Minuten?|Sekunden)/);
  await holdsIn(page, [[1280, 'dark']]);
});

test('a session is taken up again after a reload, and its token is stored nowhere', async ({
  page
}) => {
  const { problems } = watch(page);
  await signIn(page, 'coordinator');
  const tokens: string[] = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('/auth/refresh')) return;
    tokens.push(((await response.json()) as { access_token: string }).access_token);
  });
  await open(page, '/konto');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Demo: Koordination' })).toBeVisible();
  await expect.poll(() => tokens.length).toBe(2);
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href])
  );
  for (const token of tokens) expect(kept).not.toContain(token);
  expect(problems).toEqual([]);
});

test('who is not signed in causes no refused call', async ({ page }) => {
  const { problems } = watch(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, '/staedte');
  expect(asked.filter((url) => url.includes('/auth/'))).toEqual([]);
  expect(problems).toEqual([]);
});

test('a token that has run out is renewed without a word', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/planungen');
  let refused = 0;
  await page.route('**/api/v1/activities?**', (route) =>
    refused++ === 0 ? route.fulfill({ status: 401, json: {} }) : route.continue()
  );
  await page.getByRole('link', { name: 'Fußabdruck' }).click();
  await page.getByRole('link', { name: 'Vorhaben', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Vorhaben' })).toBeVisible();
  expect(refused).toBe(2);
});

test('a session ended elsewhere leads to the sign-in and back', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/planungen');
  // The same cookie signs out beside the page.
  const out = await page.request.post('/api/v1/auth/logout', { headers: { 'X-KB-CSRF': '1' } });
  expect(out.status()).toBe(204);
  await page.getByRole('link', { name: 'Fußabdruck' }).click();
  await expect(page.locator('h1')).toHaveText('Anmelden');
  await expect(page.getByText('Die Anmeldung ist nicht mehr gültig')).toBeVisible();
  await expect(page).toHaveURL(/next=%2Ffussabdruck|next=%2Fplanungen/);
});

test('signing out in one tab signs out the other', async ({ page, context }) => {
  await signIn(page, 'viewer');
  await open(page, '/planungen');
  const other = await context.newPage();
  await open(other, '/planungen');
  await other.evaluate(() => localStorage.removeItem('kb-signed-in'));
  await expect(page.locator('h1')).toHaveText('Anmelden');
});

test('what a role may not do is not offered', async ({ page }) => {
  await signIn(page, 'viewer');
  await open(page, '/planer?example=1');
  await expect(page.locator('#save-plan')).toHaveCount(0);
  await open(page, '/projekte');
  await expect(page.getByRole('link', { name: 'Projekt anlegen' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Konto: Demo: Lesezugang' }).click();
  await expect(page.getByRole('link', { name: 'Verwaltung' })).toHaveCount(0);
  await page.goto('/verwaltung');
  await expect(page.getByText('die Rolle Administration oder Prüfung')).toBeVisible();
});

test('an editor of a city that takes no part reads and does not write', async ({ page }) => {
  await signIn(page, 'durban');
  await open(page, '/fussabdruck');
  await expect(page.getByRole('link', { name: 'Vorhaben dazu' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Obergrenze ändern' })).toHaveCount(0);
});
