import { expect, test, type Page } from '@playwright/test';
import { Caller, first, signIn, unique } from './account';
import { everyView, holdsIn, open, watch, type View } from './checks';
import { full, languages } from './pages';

const views: View[] = full
  ? everyView
  : [
      [1280, 'light'],
      [390, 'dark']
    ];
const addresses = [
  { de: '/reiseregeln', en: '/travel-rules' },
  { de: '/reiseregeln/neu', en: '/travel-rules/new' },
  { de: '/reiseregeln/bremen-co2-levy', en: '/travel-rules/bremen-co2-levy' },
  { de: '/beitraege', en: '/contributions' },
  { de: '/beitraege/neu', en: '/contributions/new' }
];
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).last().click();

for (const address of addresses)
  for (const language of languages)
    test(`${address[language]} is accessible, fits and keeps to itself`, async ({ page }) => {
      const { problems } = watch(page);
      await signIn(page, 'coordinator');
      await open(page, address[language]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await holdsIn(page, views);
      expect(problems).toEqual([]);
    });

test('a contribution is accessible too', async ({ page, request }) => {
  const found = await first(await Caller.as(request, 'coordinator'), '/contributions');
  await signIn(page, 'coordinator');
  await open(page, `/beitraege/${found.id}`);
  await page.locator('summary').click();
  await holdsIn(page, views);
});

test('each city has its rules, and what is not known is said', async ({ page }) => {
  await signIn(page, 'viewer');
  await open(page, '/reiseregeln');
  const card = (name: string) => page.getByRole('region', { name });
  await expect(card('Bahn vor Flug bis sieben Stunden')).toContainText('gilt ab 23.02.2021');
  await expect(card('CO2-Abgabe auf Dienstreisen')).toContainText('Betrag je Tonne: nicht bekannt');
  await expect(card('Taxi nur als Ausnahme')).toContainText('noch nicht belegt');
  await expect(card('Reiseregeln von Windhoek: nicht bekannt')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Ändern/ })).toHaveCount(0);
});

test('a rule without a title and a source says what is missing', async ({ page }) => {
  await signIn(page, 'durban');
  await open(page, '/reiseregeln/neu');
  await expect(page.locator('#rule-city')).toHaveValue('durban');
  await press(page, 'Regel eintragen');
  const summary = page.locator('[aria-labelledby="error-summary-title"]');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Fehler: /);
  await expect(summary.getByRole('link')).toHaveCount(2);
  await holdsIn(page, views);
});

test('an amount is refused without a new reference', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/reiseregeln/bremen-co2-levy');
  await page.locator('#rule-amount').fill('25,50');
  await press(page, 'Speichern');
  await expect(page.locator('#rule-source-error')).toHaveText(/braucht eine neue Fundstelle/);
  await holdsIn(page, views);
});

test('by keyboard: a rule is entered, switched off and deleted', async ({ page }) => {
  const title = unique('Testregel');
  await signIn(page, 'durban');
  await open(page, '/reiseregeln/neu');
  await page.locator('#rule-title-de').focus();
  await page.keyboard.type(title);
  await page.locator('#rule-source').focus();
  await page.keyboard.type('Erfunden für einen Test');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: `Ändern: ${title}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(title);
  await page.getByRole('switch').focus();
  await page.keyboard.press('Space');
  await page.locator('#rule-source').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await page.getByRole('button', { name: 'Eintrag löschen' }).first().focus();
  await page.keyboard.press('Enter');
  await holdsIn(page, views);
  await page.getByRole('dialog').getByRole('button', { name: 'Eintrag löschen' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reiseregeln$/);
  await expect(page.getByRole('region', { name: title })).toHaveCount(0);
});

test('an empty contribution says what is missing', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/beitraege/neu');
  await press(page, 'Beitrag eintragen');
  const summary = page.locator('[aria-labelledby="error-summary-title"]');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(3);
  await holdsIn(page, views);
});

test('a contribution is entered, stands beside the gross emissions and is changed', async ({
  page
}) => {
  const recipient = unique('Fonds');
  await signIn(page, 'windhoek');
  await open(page, '/beitraege/neu');
  await expect(page.locator('#contribution-city')).toHaveValue('windhoek');
  await page.locator('#contribution-amount').fill('1234,50');
  await page.locator('#contribution-currency').selectOption('NAD');
  await page.locator('#contribution-recipient').fill(recipient);
  await page.locator('#proof-note').fill('Aktenzeichen 12-34');
  await press(page, 'Beitrag eintragen');
  await expect(page).toHaveURL(/\/beitraege$/);
  const sums = page.getByRole('table', { name: 'Beiträge neben den Emissionen' });
  await expect(sums).toContainText(/Abgabe: 1\.234,50\sNAD/);
  await expect(page.getByText('werden nie abgezogen')).toBeVisible();
  await page.getByRole('link', { name: recipient }).click();
  await page.locator('summary').click();
  await page.locator('#contribution-amount').fill('2000');
  await press(page, 'Speichern');
  await expect(page.locator('h1')).toHaveText(/2\.000,00\sNAD/);
});

/** A trip of five people of Bremen with a feeder flight, a long flight and a taxi. */
async function aTrip(caller: Caller, city = 'bremen'): Promise<string> {
  const project = await first(caller, '/cooperation-projects');
  const trip = await caller.post<{ id: string }>('/activities', {
    title: unique('Testreise'),
    kind: 'trip',
    project_id: project.id,
    starts_on: '2026-09-14',
    participants: [{ city_id: city, count: 5 }],
    items: [
      { type: 'flight', from: 'BRE', to: 'FRA', travellers: 5, return: true },
      { type: 'flight', from: 'FRA', to: 'WDH', travellers: 5, return: true },
      { type: 'taxi', distance_km: 12, country: 'DE' }
    ]
  });
  return `/fussabdruck/vorhaben/${trip.id}`;
}

test('by keyboard: a trip is checked, answered, and its levy and other figure entered', async ({
  page,
  request
}) => {
  const path = await aTrip(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, path);
  const rail = page.getByRole('region', { name: 'Bahn vor Flug bis sieben Stunden' });
  await expect(rail).toContainText('Zu mindestens einem Flug fehlt noch eine Angabe.');
  await expect(rail).toContainText('höchstens 250 km/h');
  const answers = page.getByRole('form', { name: 'Angaben zu Flügen und Taxis' });
  await expect(answers.getByRole('group')).toHaveCount(2);
  const feeder = answers.getByRole('group', { name: 'BRE–FRA' });
  await feeder.getByLabel(/^Dauer mit der Bahn/).focus();
  await page.keyboard.type('3,5');
  await page.keyboard.press('Enter');
  await expect(rail).toContainText('Die Bahn braucht 3,5 Stunden, nicht mehr als 7.');
  await expect(rail).toContainText('nicht eingehalten');
  await feeder.getByLabel('Grund').selectOption('connecting_flight_on_one_ticket');
  await answers.getByRole('group', { name: 'Taxi' }).getByLabel('Grund').selectOption('other');
  await answers.getByRole('button').press('Enter');
  await expect(page.locator('#reason-1-error')).toHaveText('Erläutern Sie den sonstigen Grund.');
  await holdsIn(page, views);
  await page.locator('#reason-1').fill('Ausstellungswände');
  await page.keyboard.press('Enter');
  await expect(rail).toContainText('mit Begründung');
  await expect(page.getByText('Ausnahme: Sonstiges: Ausstellungswände')).toBeVisible();

  const levy = page.getByRole('region', { name: 'CO₂-Abgabe' });
  await expect(levy).toContainText('Der Betrag je Tonne ist nicht bekannt');
  await levy.locator('summary').press('Enter');
  await page.locator('#levy-amount').fill('221,25');
  await page.keyboard.press('Enter');
  await expect(levy).toContainText(/221,25\sEUR am /);

  const portal = page.getByRole('region', { name: 'Zahl aus dem Reiseportal' });
  await portal.locator('summary').press('Enter');
  await page.locator('#portal-kg').fill('viel');
  await page.keyboard.press('Enter');
  await expect(page.locator('#portal-kg-error')).toBeVisible();
  await page.locator('#portal-kg').fill('26550,5');
  await page.locator('#portal-why').selectOption('non_co2_factor');
  await page.locator('#portal-kg').press('Enter');
  await expect(portal).toContainText('Das Reiseportal nennt 26,6 t');
  await expect(portal).toContainText('anderer Faktor für die Wirkung jenseits von CO₂');
  await holdsIn(page, views);
});

test('a trip of Windhoek shows a stated gap and no rule of Bremen', async ({ page, request }) => {
  const path = await aTrip(await Caller.as(request, 'coordinator'), 'windhoek');
  await signIn(page, 'viewer');
  await open(page, path);
  await expect(page.getByRole('region', { name: 'Reiseregeln von Windhoek' })).toBeVisible();
  await expect(page.getByText('Bahn vor Flug')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'CO₂-Abgabe' })).toHaveCount(0);
});
