import { expect, test, type Page } from '@playwright/test';
import { Caller, aPlan, first, signIn } from './account';
import { axe, open } from './checks';

/** No-break spaces keep numbers and units together; tests compare what people read. */
const plain = (words: string | null) => (words ?? '').replace(/[\u00a0\u202f]/g, ' ');

/** What a click saves: its name, and whether it is what a DOCX is, a ZIP archive. */
async function saved(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  expect(Buffer.concat(parts).subarray(0, 2).toString()).toBe('PK');
  return download.suggestedFilename();
}

test('a decision states what the application needs, and gives it to paste and as DOCX', async ({
  page,
  context,
  request
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const plan = await aPlan(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/planungen/${plan.id}`);
  await page.getByRole('button', { name: /Dafür entscheiden/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Entscheiden' });
  await dialog.getByLabel('Begründung').fill('Ein Besuch genügt.');
  await dialog.getByLabel('Zweck der Reise').fill('Besichtigung der Kläranlage.');
  await dialog.getByLabel('Voraussichtliche Kosten').fill('12 viel');
  await dialog.getByRole('button', { name: 'Entscheiden und einfrieren' }).click();
  await expect(dialog.getByText('höchstens zwei Nachkommastellen').first()).toBeVisible();
  await dialog.getByLabel('Voraussichtliche Kosten').fill('6 200,50');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Entscheiden und einfrieren' }).click();
  const texts = page.getByRole('region', { name: 'Texte' });
  const paper = texts.getByRole('article');
  await expect(paper.getByRole('heading', { name: 'Dienstreiseantrag' })).toBeVisible();
  const words = plain(await paper.textContent());
  expect(words).toContain('6.200,50 EUR [1]');
  expect(words).toContain('Besichtigung der Kläranlage.');
  expect(words).toContain('von rund 8,9 t CO2-Äquivalenten');
  await expect(paper.getByText('[bitte ergänzen]').first()).toBeVisible();
  await texts.getByRole('button', { name: 'Text kopieren' }).click();
  await expect(texts.getByText('Text kopiert.')).toBeVisible();
  const copied = plain(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toContain('Voraussichtliche Kosten: 6.200,50 EUR [1]');
  expect(await saved(page, 'Als DOCX laden')).toBe('Dienstreiseantrag-2026-09-14.docx');
  await texts.getByText('Absatz zum Klimaschutz').click();
  await texts.getByLabel('Für welche Vorlage').selectOption('magistrat');
  await expect(paper).toContainText('Der Beschluss des Magistrats wirkt sich');
  await texts.getByText('EXCO/Council report').click();
  await expect(paper).toHaveAttribute('lang', 'en');
  await expect(paper.getByRole('heading', { name: '5. Climate implications' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test('a question is answered, and the answer can be shown again', async ({ page, request }) => {
  const caller = await Caller.as(request, 'coordinator');
  const { id: project } = await first(caller, '/cooperation-projects');
  await caller.post('/activities', {
    title: 'Reise für die Auskunft',
    kind: 'trip',
    project_id: project,
    starts_on: '2041-05-01',
    status: 'done',
    participants: [{ city_id: 'bremen', count: 6 }],
    items: [{ type: 'flight', from: 'FRA', to: 'WDH', travellers: 6, return: true }]
  });
  await signIn(page, 'coordinator');
  await open(page, '/auskunft');
  await page.getByRole('button', { name: 'Auskunft erstellen' }).click();
  await expect(page.getByText('Geben Sie die Frage ein.').first()).toBeVisible();
  await page.getByLabel('Frage, wie sie gestellt wurde').fill('Wie viele Reisen gab es 2041?');
  await page.getByLabel('Erstes Jahr', { exact: true }).fill('2041');
  await page.getByLabel('Letztes Jahr', { exact: true }).fill('2041');
  await page.getByRole('button', { name: 'Auskunft erstellen' }).click();
  await expect(page).toHaveURL(/\/auskunft\/[0-9a-f-]{36}$/);
  const paper = page.getByRole('article');
  await expect(paper).toContainText('eine abgeschlossene Reise mit zusammen 6 Teilnahmen');
  expect(await saved(page, 'Als DOCX laden')).toBe('Reiseauskunft-2041-2041.docx');
  const before = await paper.textContent();
  await page.reload();
  await expect(paper).toContainText('Wie viele Reisen gab es 2041?');
  expect(await paper.textContent()).toBe(before);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(paper).toContainText('One completed trip is recorded for 2041');
});

test('that there was nothing is an answer too', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/auskunft');
  await page.getByLabel('Frage, wie sie gestellt wurde').fill('Wer reiste 2026?');
  await page.getByLabel('Erstes Jahr', { exact: true }).fill('2026');
  await page.getByLabel('Letztes Jahr', { exact: true }).fill('2026');
  await page.getByLabel('Stadt', { exact: true }).selectOption('bremerhaven');
  await page.getByRole('button', { name: 'Auskunft erstellen' }).click();
  await expect(page).toHaveURL(/\/auskunft\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article')).toContainText('keine abgeschlossenen Reisen erfasst');
});
