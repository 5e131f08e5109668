import { expect, test, type Page } from '@playwright/test';
import { Caller, unique } from './account';
import { watch } from './checks';
import { button, counted, enter, fill, inMain, leave, link, press } from './keyboard';
import { choosePlace, tabTo, text } from './planner';

/** Somebody in an office types four keys a second; a Tab is quicker, a thought takes longer. */
const strokesPerSecond = 4;

/** As it is copied from the travel agency's email; one person stayed at home. */
const table = [
  ['Datum', 'Von', 'Nach', 'Flug', 'Klasse', 'Pers.'],
  ['12.09.2022', 'Bremen', 'Frankfurt', 'LH 351', 'Y', '5'],
  ['12.09.2022', 'Frankfurt', 'Windhoek', '4Y 132', 'Y', '5'],
  ['18.09.2022', 'Windhoek', 'Frankfurt', '4Y 133', 'Y', '5'],
  ['18.09.2022', 'Frankfurt', 'Bremen', 'LH 358', 'Y', '5']
]
  .map((row) => row.join('\t'))
  .join('\n');

interface Made {
  id: string;
}
/** Durban's editor is away, and Windhoek's stands in. */
async function awayInDurban(durban: Caller, windhoek: Caller): Promise<void> {
  const { id } = await windhoek.get<Made>('/me');
  const today = new Date().toISOString().slice(0, 10);
  await durban.post('/deputies', { deputy_user_id: id, starts_on: today, ends_on: today });
}

async function plan(page: Page, title: string): Promise<void> {
  await press(page, inMain('Reiseplanung'));
  await tabTo(page, page.locator('#leg-0-from'));
  await choosePlace(page, 'bremen', 'BRE');
  await page.keyboard.press('Tab');
  await choosePlace(page, 'fra', 'FRA');
  await press(page, '#add-leg');
  await expect(page.locator('#leg-1-to')).toBeFocused();
  await choosePlace(page, 'windhoek', 'WDH');
  await fill(page, '#travellers', '6');
  await fill(page, '#nights', '6');
  await press(page, 'summary:text-is("Zimmer, Land, Datum und mehr")');
  await fill(page, '#travel-day', '12');
  await fill(page, '#travel-day-1', '09');
  await fill(page, '#travel-day-2', '2022');
  await expect(page.locator('#result')).toContainText('Wahrscheinlich zwischen');
  await press(page, '#save-plan', 'Shift+Tab');
  await expect(page.locator('dialog')).toBeVisible();
  await fill(page, '#plan-title', title);
  await tabTo(page, page.locator('#plan-project'));
  await page.keyboard.type('Beispielprojekt');
  await press(page, button('Speichern'));
  await expect(page.locator('h1')).toHaveText(title);
}

/** Two changes beside the plan itself; the first is decided for, with what the application asks. */
async function decide(page: Page, title: string): Promise<void> {
  for (const [change, label] of [
    ['rail_to_hub', 'Mit der Bahn zum Langstreckenflug'],
    ['hybrid', 'Teils vor Ort, alle per Video']
  ] as const) {
    await press(page, `#add-${change}`);
    await expect(page.getByRole('heading', { name: label })).toBeFocused();
  }
  await press(page, button('Dafür entscheiden: Variante A'), 'Shift+Tab');
  await fill(page, '#reason', 'Wir werden gebraucht.');
  await fill(page, '#purpose', 'Abnahme der Kläranlage.');
  await fill(page, '#cost', '9000');
  await press(page, button('Entscheiden und einfrieren'));
  await expect(page.locator('h1')).toHaveText(`Entscheidung: ${title}`);
}

/** What a press saves is what a DOCX is, a ZIP archive. */
async function docx(page: Page, name: string): Promise<void> {
  const waiting = page.waitForEvent('download');
  await press(page, button('Als DOCX laden'));
  const download = await waiting;
  expect(download.suggestedFilename()).toBe(name);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  expect(Buffer.concat(parts).subarray(0, 2).toString()).toBe('PK');
}

async function askForApproval(page: Page, title: string): Promise<void> {
  await press(page, link('Vorhaben daraus anlegen'), 'Shift+Tab');
  await fill(page, '#participants-bremen', '6');
  await press(page, button('Vorhaben eintragen'));
  await expect(page.locator('h1')).toHaveText(title);
  await tabTo(page, page.locator('#asked-user'));
  await page.keyboard.type('Demo: Redaktion Durban');
  await press(page, button('Um Genehmigung bitten'));
  await expect(page.getByText('Gefragt ist Demo: Redaktion Durban.')).toBeVisible();
}

async function approve(page: Page, title: string): Promise<void> {
  await enter(page, 'windhoek');
  await press(page, link(`Vorhaben „${title}“ genehmigen`));
  await expect(page.getByText('Sie genehmigen in Vertretung für')).toBeVisible();
  await press(page, button('Als zweite Person genehmigen'));
  await expect(
    page.getByText('Demo: Redaktion Windhoek in Vertretung für Demo: Redaktion Durban')
  ).toBeVisible();
}

async function recordActuals(page: Page, title: string): Promise<void> {
  await press(page, link(`Vorhaben „${title}“ ist vorbei: Ist-Daten nachtragen`));
  await expect(page.locator('h1')).toHaveText(title);
  await page.evaluate((copy) => navigator.clipboard.writeText(copy), table);
  await press(page, 'summary:text-is("Tabelle des Reisebüros einfügen")');
  await tabTo(page, page.locator('#table-text'));
  await page.keyboard.press('Control+V');
  await press(page, button('Tabelle lesen'));
  await expect(page.getByText('Offene Fragen: 0.')).toBeVisible();
  await fill(page, '#actual-participants-bremen', '5');
  await press(page, '#actuals-save');
  await expect(page.getByRole('heading', { name: 'Geplant und tatsächlich' })).toBeFocused();
  await expect(page.locator('section[aria-labelledby="plan-actual-title"]')).toContainText(
    'Reisende: 5 statt 6: −'
  );
}

async function payTheLevy(page: Page): Promise<void> {
  await press(page, 'summary:text-is("Zahlung eintragen")');
  await fill(page, '#levy-amount', '95,50');
  await press(page, button('Zahlung speichern'));
  await expect(page.locator('#rules').getByText(/95,50\sEUR am/)).toBeVisible();
}

async function answer(page: Page): Promise<void> {
  await press(page, inMain('Fußabdruck'), 'Shift+Tab');
  await expect(page.locator('h1')).toHaveText('Fußabdruck der Zusammenarbeit');
  await press(page, link('Reiseauskunft'));
  await fill(page, '#question', 'Wie viele Dienstreisen gab es 2022?');
  await fill(page, '#year-min', '2022');
  await fill(page, '#year-max', '2022');
  await press(page, button('Auskunft erstellen'));
  await expect(page).toHaveURL(/\/auskunft\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('article')).toBeVisible();
  const told = await text(page, 'article');
  expect(told).toContain('eine abgeschlossene Reise mit zusammen 5 Teilnahmen');
  expect(told).toContain('Als CO2-Abgabe fällig: nicht bestimmt; bezahlt: 95,50 EUR');
  await docx(page, 'Reiseauskunft-2022-2022.docx');
}

test('a day of the coordinator, from an idea to the answer to a question, by keyboard alone', async ({
  page,
  context,
  request
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { problems } = watch(page);
  const title = unique('Abnahme');
  await awayInDurban(await Caller.as(request, 'durban'), await Caller.as(request, 'windhoek'));
  await page.goto('/anmelden');
  const strokes = counted(page);
  const began = Date.now();
  await enter(page, 'coordinator');

  await plan(page, title);
  await decide(page, title);
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading', { name: 'Dienstreiseantrag' })).toBeVisible();
  await expect(paper).toContainText('Abnahme der Kläranlage.');
  const [typed, seconds] = [strokes(), (Date.now() - began) / 1000];
  console.log(
    `From signing in to the application: ${typed} keystrokes, ${typed / strokesPerSecond} s of typing` +
      ` at ${strokesPerSecond} a second; ${seconds.toFixed(1)} s here.`
  );
  expect(typed / strokesPerSecond).toBeLessThan(120);
  await docx(page, 'Dienstreiseantrag-2022-09-12.docx');

  await askForApproval(page, title);
  await leave(page, 'Demo: Koordination');
  await press(page, link('Anmelden'), 'Shift+Tab');
  await approve(page, title);
  await leave(page, 'Demo: Redaktion Windhoek');
  await press(page, link('Anmelden'), 'Shift+Tab');
  await enter(page, 'coordinator');
  await recordActuals(page, title);
  await payTheLevy(page);
  await answer(page);
  console.log(`The whole day: ${strokes()} keystrokes.`);
  expect(problems).toEqual([]);
});
