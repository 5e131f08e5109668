import { expect, test } from '@playwright/test';
import { Caller, signIn, unique } from './account';
import { holdsIn, open, watch, type View } from './checks';

const views: View[] = [
  [1280, 'light'],
  [390, 'dark']
];
const headings =
  'id,category,name,name_de,name_en,region_code,region_name,unit,value,scope_boundary,scope,non_co2,' +
  'redistribution,quality_grade,uncertainty_pct,uncertainty_basis,verification,replaces';
const row = (id: string, value: string, replaces = '') =>
  `${id},ground_passenger,Rail,Bahn im Test,Rail in the test,DE,Germany,kgCO2e/passenger_km,${value},` +
  `WTW,wtw,not_applicable,open,D,50,proposed,reported,${replaces}`;
const file = (...rows: string[]) => ({
  name: 'factors.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([headings, ...rows].join('\n'))
});
const newId = () => unique('E2E').replaceAll(/[^A-Za-z0-9]/g, '-');

test('a coordinator loads a factor set, is told what is wrong in it, and sees what it changes', async ({
  page
}) => {
  const { problems } = watch(page);
  await signIn(page, 'coordinator');
  await open(page, '/methodik/faktoren');
  await page.getByRole('link', { name: 'Faktorsatz laden' }).click();
  await expect(page.locator('h1')).toHaveText('Faktorsätze laden');
  await page.getByRole('link', { name: 'Faktorsatz laden' }).click();
  await expect(page.locator('h1')).toHaveText('Faktorsatz laden');
  await page.getByRole('button', { name: 'Prüfen und als Entwurf ablegen' }).click();
  await expect(page.locator('#set-file-error')).toHaveText(
    'Wählen Sie die Datei mit den Faktoren.'
  );

  const title = unique('Ausgabe');
  await page.getByLabel('Titel der Ausgabe').fill(title);
  await page.getByLabel('Herausgeber').fill('Test');
  await page.getByLabel('Lizenz').fill('offen');
  await page.getByLabel('Kennung der Quelle').fill('S201');
  await page.locator('#set-file').setInputFiles(file(row(newId(), 'viel'), row(newId(), '-1')));
  await page.getByRole('button', { name: 'Prüfen und als Entwurf ablegen' }).click();
  const findings = page.getByRole('list', { name: 'Was in der Datei zu ändern ist' });
  await expect(findings.getByRole('listitem').first()).toContainText('Zeile 2, Spalte value: ');
  await expect(findings.getByRole('listitem').last()).toContainText('Zeile 3, Spalte value: ');
  await holdsIn(page, views);

  await page.locator('#set-file').setInputFiles(file(row(newId(), '0.058', 'UBA-TREMOD-04')));
  await page.getByRole('button', { name: 'Prüfen und als Entwurf ablegen' }).click();
  await expect(page.locator('h1')).toHaveText(title);
  const factors = page.getByRole('table', { name: 'Faktoren im Vergleich' });
  await expect(factors.getByRole('row').last()).toContainText('+100,0');
  await expect(page.getByText('Veröffentlichen muss ihn eine andere Koordination')).toBeVisible();
  await holdsIn(page, views);
  await page.getByRole('button', { name: 'Entwurf verwerfen' }).click();
  await expect(page.locator('h1')).toHaveText('Faktorsätze laden');
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
  // A refused request is what a wrong file is answered with.
  expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
});

test('another coordinator finds the task and publishes', async ({ page, request }) => {
  const title = unique('Zweite Ausgabe');
  const coordinator = await Caller.as(request, 'coordinator');
  const id = newId();
  const body = {
    title,
    publisher: 'Test',
    edition_year: 2026,
    valid_from_on: '2026-01-01',
    licence: 'offen',
    verification: 'reported',
    source_id: 'S201',
    csv: file(row(id, '0.05')).buffer.toString()
  };
  await coordinator.post('/emission-factor-set-drafts', body);
  const admin = await Caller.as(request, 'admin');
  const email = `${newId().toLowerCase()}@example.org`;
  const { id: user } = await admin.post<{ id: string }>('/users', {
    email,
    display_name: 'Zweite Koordination',
    memberships: [{ role: 'coordinator', city: '*', area: 'all' }]
  });
  const { token } = await admin.post<{ token: string }>(`/users/${user}/links`, {
    purpose: 'invitation'
  });
  const password = 'vier zufaellige worte';
  await request.post('/api/v1/auth/passwords', { data: { token, password } });

  await page.goto('/anmelden');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  await page
    .getByRole('link', { name: `Faktorsatz „${title}“ prüfen und veröffentlichen` })
    .click();
  await page.getByRole('button', { name: 'Faktorsatz veröffentlichen' }).click();
  await expect(page.getByRole('table')).toContainText('Bahn im Test');
});
