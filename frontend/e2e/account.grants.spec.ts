import { expect, test } from '@playwright/test';
import { Caller, anActivity, signIn, unique } from './account';
import { holdsIn, open } from './checks';

test('a grant is recorded, and its activities count inside its period only', async ({
  page,
  request
}) => {
  const caller = await Caller.as(request, 'coordinator');
  const title = unique('Zuwendung');
  await signIn(page, 'coordinator');
  await open(page, '/zuwendungen/neu');
  await page.getByRole('button', { name: 'Zuwendung speichern' }).click();
  await expect(page.getByRole('link', { name: 'Nennen Sie den Fördergeber.' })).toBeVisible();
  await holdsIn(page, [[390, 'light']]);

  await page.getByLabel('Titel auf Deutsch').first().fill(title);
  await page.getByLabel('Fördergeber').fill('Engagement Global');
  const until = page.getByRole('group', { name: 'Bewilligt bis' });
  for (const [part, entry] of [
    ['Tag', '15'],
    ['Monat', '9'],
    ['Jahr', '2026']
  ] as const)
    await until.getByLabel(part).fill(entry);
  await page.getByRole('checkbox', { name: 'Stadt Bremen', exact: true }).check();
  const position = page.getByRole('group', { name: 'Position 1' });
  await position.getByLabel('Nummer').fill('2');
  await position.getByLabel('Titel auf Deutsch').fill('Reisekosten');
  await position.getByLabel('Bewilligt').fill('zwölf');
  await page.getByRole('button', { name: 'Zuwendung speichern' }).click();
  await expect(
    page.getByRole('link', { name: 'Geben Sie einen Betrag wie 12.000,50 an.' })
  ).toBeVisible();
  await position.getByLabel('Bewilligt').fill('12.000,50');
  await page.getByRole('button', { name: 'Zuwendung speichern' }).click();

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('row', { name: /2 Reisekosten/ })).toContainText('12.000,50 €');
  await expect(page.getByText('Noch kein Vorhaben im Bewilligungszeitraum')).toBeVisible();

  const id = page.url().split('/').at(-1) ?? '';
  const activity = await anActivity(caller, unique('Reise'));
  await caller.patch(`/activities/${activity.id}`, { programme_id: id });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Nicht mitgezählt' })).toBeVisible();
  await expect(
    page.getByText('nach dem Bewilligungszeitraum (bis 15. September 2026)')
  ).toBeVisible();
});

test('everybody reads the published year, and who coordinates is told why another is not', async ({
  page
}) => {
  await open(page, '/transparenz');
  await expect(page.getByRole('heading', { name: /^2024: .* CO₂e/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Tabelle' }).click();
  await expect(page.getByRole('row', { name: /2024/ }).first()).toContainText('Beispiel');
  await expect(page.getByRole('button', { name: 'Jahr veröffentlichen' })).toHaveCount(0);

  await signIn(page, 'coordinator');
  await open(page, '/transparenz');
  await page.getByLabel('Jahr', { exact: true }).fill('1999');
  await page.getByRole('button', { name: 'Jahr veröffentlichen' }).click();
  await expect(page.getByRole('alert')).toContainText('weniger als zwei Vorhaben durchgeführt');
  await holdsIn(page, [
    [390, 'light'],
    [1280, 'dark']
  ]);
});
