import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { ask, example, flights, ghgKg, hotel, text, trip } from './planner';

const cards = 'ul[aria-labelledby="variants"] > li';

/** The published table: GHG with its range, saving with the range of the difference. */
const published = [
  ['8,9 t', '6,7 bis 11,0 t', 'Ausgangspunkt', ''],
  ['8,4 t', '6,4 bis 10,4 t', '0,4 t weniger', '0,3 bis 0,6 t, 5 %'],
  ['5,3 t', '4,0 bis 6,6 t', '3,5 t weniger', '2,7 bis 4,4 t, 40 %'],
  ['3,4 t', '2,6 bis 4,2 t', '5,5 t weniger', '4,2 bis 6,8 t, 62 %']
];

test('the four variants of the example are the published ones', async ({ page, request }) => {
  await page.goto(example);
  await expect(page.getByText('Beispielrechnung')).toBeVisible();
  await expect(page.locator(cards)).toHaveCount(4);
  await expect(page.locator(`${cards} [data-ghg-kg]`)).toHaveCount(4);
  for (const [at, words] of published.entries()) {
    const said = await text(page, `${cards}:nth-child(${at + 1})`);
    for (const word of words) expect(said).toContain(word);
  }
  const rail = { type: 'rail', from: 'BRE', to: 'FRA', country: 'DE', return: true };
  const [, feederless] = flights(2);
  const expected = await Promise.all([
    ask(request, [...flights(5), hotel(5)]),
    ask(request, [{ ...rail, travellers: 5 }, ...flights(5).slice(1), hotel(5)]),
    ask(request, [...flights(3), hotel(3)]),
    ask(request, [
      { ...rail, travellers: 2 },
      feederless ?? {},
      hotel(2),
      { type: 'video', participants: 5, hours: 12 }
    ])
  ]);
  for (const [at, answer] of expected.entries())
    expect(await ghgKg(page.locator(cards).nth(at))).toBe(answer.ghg_kg);
  expect(await text(page, '#savings-title')).toBe('Von A zu D: 5,5 t weniger (4,2 bis 6,8 t)');
  expect(await text(page, '#methods-title')).toContain('1,4 bis 3,4 t je Person');
});

test('every one-click variant really changes ways and people', async ({ page }) => {
  for (const [name, word, title] of [
    ['Bahn zum Flughafen', 'b=hub', 'Bahn zum Flughafen Frankfurt'],
    ['Weniger Personen', 'b=3p', 'Drei statt fünf Personen'],
    ['Ein längerer Aufenthalt', 'b=3p_10n', 'Drei Personen, dafür zehn Nächte'],
    ['Hybrid', 'b=hub_2p_video:5:12', 'Hybrid: zwei reisen, drei online'],
    ['Alle online', 'b=0p_video:5:12', 'Alle online']
  ] as const) {
    await page.goto(trip);
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.locator('#variant-1')).toHaveText(title);
    await expect(page.locator(`${cards}:nth-child(2) [data-ghg-kg]`)).toBeVisible();
    expect(page.url()).toContain(word);
    await page.goBack();
    await expect(page.locator('#variant-1')).toHaveCount(0);
  }
});

test('a shipment and an event have numbers of their own', async ({ page }) => {
  await page.goto('/planer?kind=shipment&a=freight:sea-container:120:11000');
  await expect(page.locator('h1')).toHaveText('Sendung planen');
  await expect.poll(() => ghgKg(page.locator('#result'))).toBeGreaterThan(10);
  await page.goto('/planer?kind=event&a=power:ZA:500_meal:vegan:40');
  await expect(page.locator('h1')).toHaveText('Veranstaltung planen');
  await expect.poll(() => ghgKg(page.locator('#result'))).toBeGreaterThan(400);
});

test('CSV, API call, citation and link can be taken along', async ({ page, context, request }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(trip);
  const tools = page.locator('#computation-body .tool-row');
  const download = page.waitForEvent('download');
  await tools.getByRole('button', { name: 'CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('A;Wie geplant;Bremen–Frankfurt;flight;336,547;557,817');
  expect(csv).toContain('A;Wie geplant;Summe;total;;8850,054');

  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await tools.getByRole('button', { name: 'API-Aufruf kopieren' }).click();
  await expect.poll(clipboard).toMatch(/^curl .*\/api\/v1\/footprints/);
  const body = /-d '(.*)'$/.exec(await clipboard())?.[1] ?? '';
  const answer = await request.post('/api/v1/footprints', { data: JSON.parse(body) as object });
  expect(((await answer.json()) as { ghg_kg: number }).ghg_kg).toBe(8850.054);
  await tools.getByRole('button', { name: 'Zitieren' }).click();
  await expect.poll(clipboard).toContain('Methode klimabruecke-2026, Version 1.');
  await tools.getByRole('button', { name: 'Link teilen' }).click();
  await expect.poll(clipboard).toBe(page.url());
});
