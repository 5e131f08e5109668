import { expect, test, type Page } from '@playwright/test';
import { Caller, account, anActivity, signIn, unique, type Name } from './account';
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
  // The refused call was made again; the page may ask for more.
  expect(refused).toBeGreaterThanOrEqual(2);
});

/** Ends the session on the server, as an administrator or another device does: the page knows nothing of it. */
async function revoke(page: Page): Promise<void> {
  const out = await page.request.post('/api/v1/auth/logout', { headers: { 'X-KB-CSRF': '1' } });
  expect(out.status()).toBe(204);
}
const again = (page: Page) => page.getByRole('dialog', { name: 'Anmeldung abgelaufen' });
async function signInAgain(page: Page, name: Name): Promise<void> {
  const { email, password } = account(name);
  await again(page).getByLabel('E-Mail-Adresse').fill(email);
  await again(page).getByLabel('Passwort', { exact: true }).fill(password);
  await again(page).getByRole('button', { name: 'Anmelden', exact: true }).click();
}

test('a draft outlives its session: sign in on the spot, and it is saved', async ({
  page,
  request
}) => {
  const { id } = await anActivity(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${id}`);
  await page.getByText('Angaben ändern', { exact: true }).click();
  const title = unique('Noch nicht gespeichert');
  await page.getByLabel('Titel', { exact: true }).fill(title);
  await revoke(page);
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(again(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(again(page)).toBeVisible();
  await holdsIn(page, views);
  await signInAgain(page, 'coordinator');
  await expect(again(page)).toHaveCount(0);
  await expect(page.getByText('Gespeichert.', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Titel', { exact: true })).toHaveValue(title);
  await page.reload();
  await expect(page.locator('h1')).toHaveText(title);
});

test('a new record keeps its fields while somebody signs in again', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/projekte/neu');
  const title = unique('Unterbrochenes Projekt');
  await page.getByLabel('Titel auf Deutsch').fill(title);
  await page.getByLabel('Windhoek').check();
  await revoke(page);
  await page.getByRole('main').getByRole('button', { name: 'Projekt anlegen' }).click();
  await signInAgain(page, 'coordinator');
  await expect(page.locator('h1')).toHaveText(title);
});

test('somebody else finds nothing of the page they sign in on', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/projekte/neu');
  await page.getByLabel('Titel auf Deutsch').fill('Nicht für andere');
  await page.getByLabel('Windhoek').check();
  await revoke(page);
  await page.getByRole('main').getByRole('button', { name: 'Projekt anlegen' }).click();
  await signInAgain(page, 'windhoek');
  await expect(page.getByRole('button', { name: /^Konto: Demo:.*Windhoek/ })).toBeVisible();
  await expect(page.getByLabel('Titel auf Deutsch')).toHaveValue('');
});

test('who does not want to sign in again leaves the page', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/planungen');
  await revoke(page);
  await page.getByRole('link', { name: 'Fußabdruck' }).click();
  await again(page)
    .getByRole('button', { name: /^Nicht anmelden/ })
    .click();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('link', { name: 'Anmelden' })).toBeVisible();
});

test('a page asked for after the session ended comes once somebody has signed in again', async ({
  page
}) => {
  await signIn(page, 'coordinator');
  await open(page, '/planungen');
  await revoke(page);
  await page.getByRole('link', { name: 'Fußabdruck' }).click();
  await signInAgain(page, 'coordinator');
  await expect(page.locator('h1')).toHaveText('Fußabdruck der Zusammenarbeit');
  await expect(page.getByRole('heading', { name: /gegen die CO₂-Obergrenze/ })).toBeVisible();
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
