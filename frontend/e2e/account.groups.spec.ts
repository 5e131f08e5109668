import { expect, test } from '@playwright/test';
import { Caller, aPlan, anActivity, signIn, unique } from './account';
import { holdsIn, open } from './checks';

interface Kept {
  participants: object[];
  assumptions: string[];
  programme_id: string | null;
}

test('groups of one city stay apart, and what is to be looked at is said', async ({
  page,
  request
}) => {
  const caller = await Caller.as(request, 'coordinator');
  const { id } = await anActivity(caller);
  const grant = await caller.post<{ id: string }>('/programmes', {
    title_de: unique('Zuwendung ab Juli'),
    funder: 'Engagement Global',
    starts_on: '2024-07-01',
    ends_on: '2026-06-30',
    city_ids: ['bremen']
  });
  const twice = [
    { city_id: 'bremen', count: 2, kind: 'politics', paid_by: 'home_city' },
    { city_id: 'bremen', count: 3, kind: 'administration' }
  ];
  await caller.patch(`/activities/${id}`, { participants: twice, starts_on: '2024-05-01' });
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${id}`);
  await page.locator('summary', { hasText: 'Angaben ändern' }).click();
  const form = page.getByRole('form', { name: 'Angaben ändern' });
  await form.getByRole('button', { name: 'Weitere Gruppe: Stadt Bremen' }).click();
  const third = form.getByLabel('Stadt Bremen, Gruppe 3', { exact: true });
  await expect(third).toBeFocused();
  await third.fill('4');
  await form.getByLabel('Bereich').last().selectOption('Wissenschaft');
  await form.getByLabel('Wer zahlt').last().selectOption('eigene Organisation');
  await form.getByLabel('Zuwendung').selectOption(grant.id);
  await form.getByLabel('Annahmen').fill('Hotel angenommen.\n\nLinienflug angenommen.');
  await holdsIn(page, [[390, 'dark']]);
  await form.getByRole('button', { name: 'Speichern' }).click();
  const stored = () => caller.get<Kept>(`/activities/${id}`);
  await expect.poll(async () => (await stored()).programme_id).toBe(grant.id);
  const kept = await stored();
  expect(kept.participants).toEqual([
    ...twice,
    { city_id: 'bremen', count: 4, kind: 'science', paid_by: 'own_organisation' }
  ]);
  expect(kept.assumptions).toEqual(['Hotel angenommen.', 'Linienflug angenommen.']);
  expect(kept.programme_id).toBe(grant.id);
  await expect(page.getByText('1. Mai 2024 liegt vor dem Bewilligungszeitraum')).toBeVisible();
  await open(page, `/zuwendungen/${grant.id}`);
  await page.getByRole('link', { name: 'Vorhaben dieser Zuwendung' }).click();
  await expect(page).toHaveURL(`/fussabdruck/vorhaben?programme=${grant.id}`);
  await expect(page.getByLabel('Zuwendung')).toHaveValue(grant.id);
});

test('a year is cut by who travels and who pays', async ({ page, request }) => {
  const caller = await Caller.as(request, 'coordinator');
  const { id } = await anActivity(caller);
  const participants = [{ city_id: 'bremen', count: 2, kind: 'science', paid_by: 'other' }];
  await caller.patch(`/activities/${id}`, {
    participants,
    starts_on: '2028-05-01',
    ends_on: '2028-05-02'
  });
  await signIn(page, 'viewer');
  await open(page, '/fussabdruck?year=2028');
  await page.getByRole('tab', { name: 'Tabelle' }).click();
  for (const [table, row] of [
    ['Nach Bereich der Reisenden', /Wissenschaft/],
    ['Nach Kostenträger', /andere/]
  ] as const)
    await expect(
      page.getByRole('table', { name: table }).getByRole('row', { name: row })
    ).toBeVisible();
  // No activity names a grant: a table of one row would tell nothing.
  await expect(page.getByRole('table', { name: 'Nach Zuwendung' })).toHaveCount(0);
});

test('an open plan says what the travel rules say of each alternative', async ({
  page,
  request
}) => {
  const { id } = await aPlan(await Caller.as(request, 'coordinator'));
  await signIn(page, 'coordinator');
  await open(page, `/planungen/${id}`);
  const rules = page.getByRole('region', { name: 'Reiseregeln' });
  await expect(rules).toContainText('Bahn vor Flug bis sieben Stunden');
  await expect(rules).toContainText('Zu mindestens einem Flug fehlt noch eine Angabe.');
  await holdsIn(page, [[390, 'dark']]);
});
