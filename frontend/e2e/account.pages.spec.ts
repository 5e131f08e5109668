import { expect, test } from '@playwright/test';
import { Caller, aPlan, anActivity, first, signIn, type Name } from './account';
import { everyView, holdsIn, open, watch, type View } from './checks';
import { full, languages } from './pages';

interface Entry {
  de: string;
  en: string;
  as: Name;
}
const entries: Entry[] = [
  { de: '/konto', en: '/account', as: 'viewer' },
  { de: '/aufgaben', en: '/tasks', as: 'coordinator' },
  { de: '/jahrespflege', en: '/upkeep', as: 'coordinator' },
  { de: '/belege', en: '/evidence', as: 'coordinator' },
  {
    de: '/belege/neu?fact=city_memberships.durban',
    en: '/evidence/new?fact=city_memberships.durban',
    as: 'coordinator'
  },
  { de: '/faktorsaetze', en: '/factor-sets', as: 'coordinator' },
  { de: '/faktorsaetze/neu', en: '/factor-sets/new', as: 'coordinator' },
  { de: '/erster-tag', en: '/first-day', as: 'viewer' },
  { de: '/fussabdruck?compare=2025', en: '/footprint?compare=2025', as: 'coordinator' },
  { de: '/fussabdruck/vorhaben', en: '/footprint/activities', as: 'viewer' },
  { de: '/fussabdruck/vorhaben/neu', en: '/footprint/activities/new', as: 'coordinator' },
  { de: '/projekte', en: '/projects', as: 'coordinator' },
  { de: '/projekte/neu', en: '/projects/new', as: 'coordinator' },
  { de: '/zuwendungen', en: '/grants', as: 'coordinator' },
  { de: '/zuwendungen/neu', en: '/grants/new', as: 'coordinator' },
  { de: '/planungen', en: '/plans', as: 'coordinator' },
  { de: '/auskunft', en: '/disclosure', as: 'coordinator' },
  { de: '/verwaltung/nutzende', en: '/administration/users', as: 'admin' },
  { de: '/verwaltung/nutzende/neu', en: '/administration/users/new', as: 'admin' },
  { de: '/verwaltung/anwendungen', en: '/administration/applications', as: 'admin' },
  { de: '/verwaltung/anwendungen/neu', en: '/administration/applications/new', as: 'admin' },
  { de: '/verwaltung/pruefung', en: '/administration/audit', as: 'auditor' }
];
const views: Record<'de' | 'en', View[]> = {
  de: full
    ? everyView
    : [
        [1280, 'light'],
        [390, 'dark']
      ],
  en: full
    ? everyView
    : [
        [390, 'light'],
        [1280, 'dark']
      ]
};

for (const entry of entries)
  for (const language of languages)
    test(`${entry[language]} is accessible, fits and keeps to itself`, async ({ page }) => {
      const { problems } = watch(page);
      await signIn(page, entry.as);
      await open(page, entry[language]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await holdsIn(page, views[language]);
      expect(problems).toEqual([]);
    });

/** Pages whose address holds the id of a record. */
const records: Record<string, (caller: Caller) => Promise<string>> = {
  'the decided plan': async (caller) =>
    `/plans/${(await first(caller, '/plans?status=decided')).id}`,
  'an open plan': async (caller) => `/plans/${(await aPlan(caller)).id}`,
  'the decision': async (caller) => {
    const plan = await first(caller, '/plans?status=decided');
    const { decision } = await caller.get<{ decision: { id: string } }>(`/plans/${plan.id}`);
    return `/plans/${plan.id}/${decision.id}`;
  },
  'the answer about travel': async (caller) =>
    `/disclosure/${(await first(caller, '/travel-disclosures')).id}`,
  'a new activity out of a plan': async (caller) =>
    `/footprint/activities/new?plan=${(await first(caller, '/plans?status=decided')).id}`,
  'an activity': async (caller) => `/footprint/activities/${(await anActivity(caller)).id}`,
  'the grant': async (caller) => `/grants/${(await first(caller, '/programmes')).id}`,
  'the project': async (caller) => `/projects/${(await first(caller, '/cooperation-projects')).id}`,
  'the carbon budget': async (caller) =>
    `/footprint/carbon-budget?project=${(await first(caller, '/cooperation-projects')).id}&year=2026`
};

for (const [name, address] of Object.entries(records))
  test(`${name} is accessible, fits and keeps to itself`, async ({ page, request }) => {
    const { problems } = watch(page);
    const path = await address(await Caller.as(request, 'coordinator'));
    await signIn(page, 'coordinator');
    await open(page, path);
    for (const summary of await page.locator('summary').all())
      if (!(await summary.evaluate((one) => one.closest('details')?.open))) await summary.click();
    await holdsIn(page, full ? everyView : [...views.de, ...views.en]);
    expect(problems).toEqual([]);
  });

test('an account and an application are accessible too', async ({ page, request }) => {
  const caller = await Caller.as(request, 'admin');
  const user = await first(caller, '/users?role=viewer');
  const client = await caller.post<{ id: string }>('/service-clients', {
    name: 'Abgleich für die Prüfung der Seite',
    city: 'durban',
    area: 'climate',
    scopes: ['activities:read']
  });
  await signIn(page, 'second-admin');
  for (const path of [`/verwaltung/nutzende/${user.id}`, `/verwaltung/anwendungen/${client.id}`]) {
    await open(page, path);
    await holdsIn(page, views.de);
  }
});

test('every record of the demonstration is called an example on every list', async ({ page }) => {
  await signIn(page, 'admin');
  for (const path of [
    '/fussabdruck/vorhaben',
    '/planungen',
    '/projekte',
    '/auskunft',
    '/verwaltung/nutzende'
  ]) {
    await open(page, path);
    const invented = page.locator('tbody th', {
      has: page.getByRole('link', { name: /^(Beispiel|Demo)/ })
    });
    await expect(invented.first()).toContainText(/Beispiel$/);
  }
});

test('a list that cannot be reached says so and tries again', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/planungen');
  await page.route('**/api/v1/activities?**', (route) => route.abort());
  await page.getByRole('link', { name: 'Fußabdruck' }).click();
  await page.getByRole('link', { name: 'Vorhaben', exact: true }).click();
  const note = page.locator('.note.bad');
  await expect(note).toContainText('Der Dienst ist nicht erreichbar');
  await holdsIn(page, [[390, 'light']]);
  await page.unroute('**/api/v1/activities?**');
  await note.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await expect(page.getByRole('table', { name: 'Vorhaben' })).toBeVisible();
});

test('a link to a record that is cut off says so and leads to the list', async ({ page }) => {
  await signIn(page, 'coordinator');
  await page.goto('/planungen/0193b6b0-0000');
  await expect(page.locator('h1')).toHaveText('Diese Seite gibt es nicht');
  await page.getByRole('link', { name: 'Zur Übersicht darüber' }).click();
  await expect(page.locator('h1')).toHaveText('Reiseplanungen');
});

test('an empty list names the next step', async ({ page }) => {
  await signIn(page, 'coordinator');
  await open(page, '/planungen?q=gibtesnicht');
  await expect(page.getByText('Keine Reiseplanung passt zu dieser Auswahl')).toBeVisible();
  await holdsIn(page, [[1280, 'light']]);
});
