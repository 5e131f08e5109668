import { expect, test } from '@playwright/test';
import { Caller, first, signIn, unique } from './account';
import { holdsIn, open, watch } from './checks';

test('the items of an activity are changed in the planner’s fields and give a new version', async ({
  page,
  request
}) => {
  const { problems } = watch(page);
  const caller = await Caller.as(request, 'coordinator');
  const project = await first(caller, '/cooperation-projects');
  const way = { from: 'FRA', to: 'WDH', return: true };
  const { id } = await caller.post<{ id: string }>('/activities', {
    title: unique('Geänderte Reise'),
    kind: 'trip',
    project_id: project.id,
    starts_on: '2026-09-14',
    ends_on: '2026-09-20',
    items: [
      { type: 'flight', ...way, travellers: 2 },
      { type: 'flight', ...way, travellers: 1, cabin: 'business' },
      { type: 'hotel', country: 'NA', rooms: 2, nights: 6 }
    ]
  });
  await signIn(page, 'coordinator');
  await open(page, `/fussabdruck/vorhaben/${id}`);
  await page.getByText('Wege, Übernachtungen und Weiteres ändern').click();
  const form = page.getByRole('form', { name: 'Wege, Übernachtungen und Weiteres ändern' });
  await expect(form.locator('#leg-0-to')).toHaveValue(/Windhoek/);
  await expect(form.locator('#travellers')).toHaveValue('2');
  await expect(form.locator('#nights')).toHaveValue('6');
  // What the fields cannot say stays: one person in another cabin.
  const kept = form.getByRole('region', { name: 'Bleibt, wie es ist' });
  await expect(kept.getByRole('listitem')).toContainText('Business');
  await holdsIn(page, [
    [1280, 'light'],
    [390, 'dark']
  ]);

  // Somebody else changes the title meanwhile: nothing is overwritten unseen.
  await caller.patch(`/activities/${id}`, { title: unique('Anders benannt') });
  await form.locator('#nights').fill('4');
  await form.getByRole('button', { name: 'Änderung speichern' }).click();
  await page.getByRole('button', { name: 'Neuen Stand laden' }).click();
  await expect(form.locator('#nights')).toHaveValue('4');
  await form.getByRole('button', { name: 'Änderung speichern' }).click();
  await expect(page.getByText('Der Fußabdruck ist neu berechnet.')).toBeVisible();
  const found = await caller.get<{ items: object[] }>(`/activities/${id}`);
  expect(found.items).toContainEqual(expect.objectContaining({ type: 'hotel', nights: 4 }));
  expect(found.items).toContainEqual(expect.objectContaining({ cabin: 'business', travellers: 1 }));
  await expect(page.getByRole('row', { name: /^2/ })).toContainText('zählt');
  expect(problems.filter((problem) => !problem.includes('412'))).toEqual([]);
});
