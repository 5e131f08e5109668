import { expect, test } from '@playwright/test';
import { Caller, anActivity, signIn, unique } from './account';
import { holdsIn, open, type View } from './checks';

const views: View[] = [
  [1280, 'light'],
  [390, 'dark']
];

test('an invited person chooses a password and signs in; suspended they no longer can', async ({
  page,
  browser
}) => {
  const name = unique('Klimaschutz');
  const email = `${name.toLowerCase().replace(' ', '.')}@stadt.example`;
  const password = 'vier ganz zufaellige worte';
  await signIn(page, 'admin');
  await open(page, '/verwaltung/nutzende');
  await page.getByRole('link', { name: 'Person einladen' }).click();
  await page.getByLabel('Anzeigename').fill(name);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByLabel('Rolle 1', { exact: true }).selectOption('editor');
  await page.getByLabel('Stadt', { exact: true }).selectOption('windhoek');
  await page.getByLabel('Bereich').selectOption('climate');
  await page.getByRole('button', { name: 'Konto anlegen und Link erzeugen' }).click();
  await expect(page.getByRole('group', { name: `Link für ${name}` })).toBeFocused();
  await holdsIn(page, views);
  const link = await page.getByLabel('Link zum Weitergeben').inputValue();
  await page.getByRole('link', { name: 'Zum Konto' }).click();
  await expect(page.getByText('Ein Passwort ist noch nicht gewählt.')).toBeVisible();

  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'de-DE' });
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('Neues Passwort', { exact: true }).fill(password);
  await theirs.getByRole('button', { name: 'Passwort speichern' }).click();
  await theirs.getByRole('link', { name: 'Zur Anmeldung' }).click();
  await theirs.getByLabel('E-Mail-Adresse').fill(email);
  await theirs.getByLabel('Passwort', { exact: true }).fill(password);
  await theirs.getByRole('button', { name: 'Anmelden' }).click();
  await expect(theirs.getByRole('button', { name: `Konto: ${name}` })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Konto sperren' }).click();
  await expect(page.getByText('Das Konto ist gesperrt.', { exact: true })).toBeVisible();
  await theirs.getByRole('link', { name: 'Planungen' }).click();
  await expect(theirs.getByRole('dialog', { name: 'Anmeldung abgelaufen' })).toBeVisible();
  await context.close();
  await page.getByRole('button', { name: 'Konto wieder freigeben' }).click();
  await expect(page.getByText('Das Konto ist wieder freigegeben.')).toBeVisible();
});

test('an application is proposed by one, approved by another, and revoked', async ({
  page,
  browser
}) => {
  const name = unique('Nächtlicher Abgleich');
  await signIn(page, 'admin');
  await open(page, '/verwaltung/anwendungen/neu');
  await page.getByLabel('Wofür ist die Anwendung?').fill(name);
  await page.getByLabel('Arbeitet für').selectOption('durban');
  await page.getByLabel('Vorhaben lesen').check();
  await page.getByRole('button', { name: 'Vorschlagen' }).click();
  await expect(page.getByRole('group', { name: `${name} ist vorgeschlagen` })).toBeFocused();
  await expect(page.getByLabel('client_secret')).toHaveValue(/^kbs_[\w-]{43}$/);
  await holdsIn(page, views);
  await page.getByRole('link', { name: 'Zur Anwendung' }).click();
  await expect(page.getByText('wartet auf die Genehmigung durch eine zweite Person')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Genehmigen' })).toHaveCount(0);

  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'de-DE' });
  const second = await context.newPage();
  await signIn(second, 'second-admin');
  await second.goto(page.url());
  await second.getByRole('button', { name: 'Genehmigen' }).click();
  await expect(second.getByText('Die Anwendung bekommt jetzt Tokens')).toBeVisible();
  await context.close();

  await page.reload();
  await page.getByRole('button', { name: 'Widerrufen' }).click();
  const dialog = page.getByRole('dialog', { name: `${name} widerrufen` });
  await expect(dialog).toBeVisible();
  await holdsIn(page, views);
  await dialog.getByRole('button', { name: 'Widerrufen' }).click();
  await expect(page.getByText('Die Anwendung hat keinen Zugang mehr')).toBeVisible();
});

test('the trail is filtered in the address and can be taken along', async ({ page }) => {
  await signIn(page, 'admin');
  await open(page, '/verwaltung/pruefung');
  await page.getByLabel('Art des Eintrags').selectOption('plan');
  await page.getByLabel('Vorgang').selectOption('decide');
  await expect(page).toHaveURL(/resource=plan&action=decide/);
  await expect(page.locator('tbody tr').first()).toContainText('Reiseplanung: entschieden');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('pruefung.csv');
  await page.goBack();
  await expect(page.getByLabel('Vorgang')).toHaveValue('');
});

test('the trail is read from one day to another, by its record and by who wrote it', async ({
  page,
  request
}) => {
  const caller = await Caller.as(request, 'coordinator');
  const { id: actor } = await caller.get<{ id: string }>('/me');
  const { id } = await anActivity(caller);
  await signIn(page, 'auditor');
  await open(page, `/verwaltung/pruefung?record=${id}`);
  const rows = page.locator('tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(page.getByLabel('Kennung des Datensatzes')).toHaveValue(id);
  const until = page.getByRole('group', { name: 'Bis zum' });
  await until.getByLabel('Tag').fill('31');
  await until.getByLabel('Monat').fill('12');
  await until.getByLabel('Jahr').fill('2025');
  await expect(page).toHaveURL(/until=2025-12-31/);
  await expect(page.getByText('Kein Eintrag passt zu dieser Auswahl')).toBeVisible();
  await until.getByLabel('Jahr').fill('2199');
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Wer, nach Kennung').fill(actor);
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL(new RegExp(`actor=${actor}`));
  await expect(rows).toHaveCount(1);
  await holdsIn(page, views);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Filter zurücksetzen' }).click();
  await expect(until.getByLabel('Jahr')).toHaveValue('');
  await expect(page).toHaveURL('/verwaltung/pruefung');
});

test('what an address asks and nobody knows is named, in both languages', async ({ page }) => {
  await signIn(page, 'admin');
  await open(page, '/fussabdruck/vorhaben?kind=cruise&status=planned');
  await expect(
    page.getByText('Der Filter „kind=cruise“ ist unbekannt und wurde weggelassen.')
  ).toBeVisible();
  await expect(page.getByRole('table', { name: 'Vorhaben' })).toBeVisible();
  await holdsIn(page, [[390, 'light']]);
  await open(page, '/footprint?year=26&colour=red');
  await expect(
    page.getByText('These filters are unknown and were left out: “year=26”, “colour=red”.')
  ).toBeVisible();
  await open(page, '/methodik/faktoren?region=XX');
  await expect(page.getByText('Der Filter „region=XX“ ist unbekannt')).toBeVisible();
  await open(page, '/planer?v=1&kind=cruise&on=2026-11-24&a=air:BRE:FRA_2p');
  await expect(page.getByText('passen nicht: kind=cruise.')).toBeVisible();
});
