import { expect, test } from '@playwright/test';
import { signIn } from './account';
import { holdsIn, open, watch, type View } from './checks';

const views: View[] = [
  [1280, 'light'],
  [390, 'dark']
];

test('one person finds where a fact was read, another looks it up and confirms', async ({
  browser,
  page
}) => {
  const { problems } = watch(page);
  await signIn(page, 'windhoek');
  await open(page, '/aufgaben');
  await page.getByRole('link', { name: 'Belege nachtragen' }).click();
  await expect(page.locator('h1')).toHaveText('Belege nachtragen');
  await page.getByLabel('Stadt', { exact: true }).selectOption({ label: 'Windhoek' });
  const row = page.getByRole('row', { name: /Einwohnerzahl 2023: Windhoek/ });
  await expect(row).toContainText('486.169');
  await row.getByRole('link', { name: 'Beleg vorschlagen' }).click();
  await page.getByRole('button', { name: 'Beleg vorschlagen' }).click();
  await expect(page.locator('#proof-source-error')).toHaveText(
    'Wählen Sie die Quelle aus der Liste.'
  );
  await page.locator('#proof-source').fill('S035');
  await page.getByRole('option').first().click();
  await page.getByLabel('Stelle in der Quelle').fill('Tabelle 2.1');
  await page.getByRole('button', { name: 'Beleg vorschlagen' }).click();
  await expect(page.getByText('Bestätigen muss ihn eine andere Person')).toBeVisible();
  await holdsIn(page, views);
  const address = page.url();
  expect(problems).toEqual([]);

  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, 'durban');
  await open(other, '/aufgaben');
  await other.getByRole('link', { name: /Beleg für „Einwohnerzahl 2023: Windhoek“/ }).click();
  await expect(other).toHaveURL(address);
  await expect(other.getByText('Tabelle 2.1')).toBeVisible();
  await holdsIn(other, views);
  await other.getByRole('button', { name: 'Ich habe nachgelesen: bestätigen' }).click();
  await expect(other.getByText(/^Bestätigt von .* am /)).toBeVisible();
  await open(other, '/belege?city=windhoek');
  await expect(other.getByRole('row', { name: /Einwohnerzahl 2023/ })).toHaveCount(0);
  await context.close();
});
