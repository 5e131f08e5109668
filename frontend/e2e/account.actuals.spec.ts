import { expect, test, type Page } from '@playwright/test';
import { Caller, items, signIn, unique } from './account';
import { holdsIn, open, watch } from './checks';
import { press } from './keyboard';
import { choosePlace, tabTo, text } from './planner';

interface Made {
  id: string;
  ghg_kg: number;
}
/** A trip of five people that is over: Bremen, Frankfurt, Windhoek and back, six nights. */
async function aPastTrip(caller: Caller): Promise<Made> {
  // A project of its own: that of the demonstration has a carbon budget to pass.
  const { id: project } = await caller.post<Made>('/cooperation-projects', {
    title_de: unique('Ist-Projekt'),
    city_ids: ['bremen', 'windhoek']
  });
  return caller.post<Made>('/activities', {
    title: unique('Ist-Reise'),
    kind: 'trip',
    project_id: project,
    starts_on: '2026-09-14',
    ends_on: '2026-09-20',
    participants: [{ city_id: 'bremen', count: 5 }],
    items: items(5)
  });
}

/** As it is copied from a travel agency's email: cells apart by tab, a sum below. */
const table = [
  ['Datum', 'Von', 'Nach', 'Flug', 'Klasse', 'Pers.'],
  ['14.09.2026', 'Bremen', 'Frankfurt', 'LH 351', 'Y', '4'],
  ['14.09.2026', 'Frankfurt', 'Windhoek', '4Y 132', 'Q', '4'],
  ['21.09.2026', 'Windhoek', 'Frankfurt', '4Y 133', 'Y', '4'],
  ['21.09.2026', 'Frankfurt', 'Bremen', 'LH 358', 'Y', '4'],
  ['Summe', '', '', '', '', '16']
]
  .map((row) => row.join('\t'))
  .join('\n');

/** Puts something into the clipboard, as copying it elsewhere does. */
const copied = (page: Page, words: string) =>
  page.evaluate((copy) => navigator.clipboard.writeText(copy), words);

test('the travel agency’s table becomes the actual figures, by keyboard alone', async ({
  page,
  context,
  request
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { problems } = watch(page);
  const trip = await aPastTrip(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${trip.id}`);
  await copied(page, table);

  await press(page, 'summary:text-is("Tabelle des Reisebüros einfügen")');
  await tabTo(page, page.locator('#table-text'));
  await page.keyboard.press('Control+V');
  await press(page, 'role=button[name="Tabelle lesen"]');
  await expect(page.locator('h3:text("Das zählt als tatsächlich (6)")')).toBeFocused();
  await expect(page.getByText('Einträge: 6. Offene Fragen: 2.')).toBeVisible();

  // Which class is Q? The sum is no journey.
  await tabTo(page, page.getByLabel('Welche Klasse war es?'));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByLabel(/weder als Fahrt noch als Übernachtung/));
  await page.keyboard.press('End');
  // The table says nothing about the hotel: the planned one stays, a night longer and with a room less.
  const stay = page.getByRole('group', { name: /^6\. Hotel, Namibia/ });
  await expect(stay).toContainText('Aus der Planung');
  for (const [field, value] of [
    ['Zimmer', '4'],
    ['Nächte', '7']
  ] as const) {
    await tabTo(page, stay.getByLabel(field, { exact: true }));
    await page.keyboard.press('Control+A');
    await page.keyboard.type(value);
  }
  await press(page, '#actuals-save');
  const title = page.getByRole('heading', { name: 'Geplant und tatsächlich' });
  await expect(title).toBeFocused();
  await expect(page.getByText('Reisende: 4 statt 5: −')).toBeVisible();
  const shown = await text(page, 'section[aria-labelledby="plan-actual-title"]');
  expect(shown).toContain('Die Ist-Daten sind gespeichert. Das Vorhaben ist durchgeführt.');
  expect(shown).toMatch(/Tatsächlich .* t \(\d+ %\) weniger als geplant\./);
  expect(shown).toContain('Zimmernächte (NA): 28 statt 30: +');
  expect(await text(page, 'main')).toContain('durchgeführt');
  expect(problems).toEqual([]);
});

test('what went as planned is saved with one key', async ({ page, request }) => {
  const trip = await aPastTrip(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${trip.id}`);
  await press(page, 'role=button[name="Wie geplant speichern"]');
  await expect(page.getByText('Es kam genau so, wie es geplant war.')).toBeVisible();
  const versions = page.getByRole('table', { name: 'Fassungen des Fußabdrucks' });
  await expect(versions.getByRole('row')).toHaveCount(3);
});

test('changes of the plan are entered by keyboard: a number, a class, a row less, a way more', async ({
  page,
  request
}) => {
  const trip = await aPastTrip(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/footprint/activities/${trip.id}`);
  const rows = page.getByRole('form', { name: 'Enter actual figures' });
  const row = (number: number) => rows.getByRole('group', { name: new RegExp(`^${number}\\. `) });
  await tabTo(page, row(1).getByRole('checkbox', { name: 'Took place' }));
  await page.keyboard.press('Space');
  await tabTo(page, row(2).getByLabel('Cabin'));
  await page.keyboard.type('Business');
  await tabTo(page, row(3).getByLabel('Nights'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5');
  await press(page, '#actuals-add');
  await page.keyboard.type('Rail');
  await page.keyboard.press('Tab');
  await choosePlace(page, 'bremen', 'Bremen');
  await page.keyboard.press('Tab');
  await choosePlace(page, 'fra', 'FRA');
  await tabTo(page, row(4).getByLabel('Travellers'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('5');
  await press(page, '#actuals-save');
  const shown = page.getByRole('region', { name: 'Planned and actual' });
  await expect(shown).toContainText('FRA–WDH: Business instead of Economy');
  await expect(shown).toContainText('Room nights (NA): 25 instead of 30');
  await expect(shown).toContainText('train instead of flight');
});

test('columns nobody knows are named by hand, and what is open is said before saving', async ({
  page,
  request
}) => {
  const trip = await aPastTrip(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${trip.id}`);
  await page.locator('summary', { hasText: 'Tabelle des Reisebüros' }).click();
  await page.getByRole('button', { name: 'Tabelle lesen' }).click();
  await expect(page.getByRole('alert')).toContainText('Fügen Sie zuerst die Tabelle ein.');
  await page
    .getByLabel('Tabelle', { exact: true })
    .fill('Von;Wohin;Klasse;Personen\nFRA;London;Economy;2');
  await page.getByRole('button', { name: 'Tabelle lesen' }).click();
  await page.getByLabel('Spalte Wohin').selectOption({ label: 'Ziel' });
  const place = page.getByLabel('Welcher Ort oder Flughafen ist gemeint?');
  await expect(place.locator('option').nth(2)).toContainText('LHR');
  await page.getByRole('button', { name: 'Ist-Daten speichern' }).click();
  await expect(page.getByRole('alert')).toContainText('Welcher Ort oder Flughafen ist gemeint?');
  await expect(place).toHaveAttribute('aria-invalid', 'true');
  await holdsIn(page, [
    [390, 'dark'],
    [320, 'light']
  ]);
  await place.selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Ist-Daten speichern' }).click();
  await expect(page.getByText('Andere Strecke (Flug): FRA–LHR statt FRA–WDH')).toBeVisible();
  await holdsIn(page, [
    [1280, 'light'],
    [390, 'dark']
  ]);
});

test('a passed carbon budget asks why before the figures are kept', async ({ page, request }) => {
  const caller = await Caller.as(request, 'coordinator');
  const { id: project } = await caller.post<Made>('/cooperation-projects', {
    title_de: unique('Knapp'),
    city_ids: ['bremen']
  });
  await caller.post('/carbon-budgets', { project_id: project, year: 2026, limit_kg: 100 });
  const trip = await caller.post<Made>('/activities', {
    title: unique('Teuer'),
    kind: 'trip',
    project_id: project,
    starts_on: '2026-09-14',
    items: items(2)
  });
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${trip.id}`);
  await page.getByRole('button', { name: 'Wie geplant speichern' }).click();
  await page.getByLabel('Begründung für die Überschreitung').fill('Die Reise war vor der Grenze.');
  await page.getByRole('button', { name: 'Wie geplant speichern' }).click();
  await expect(page.getByText('Die Ist-Daten sind gespeichert.')).toBeVisible();
});
