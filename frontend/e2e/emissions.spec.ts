import { expect, test, type Page } from '@playwright/test';
import { Caller } from './account';
import { everyView, holdsIn, open, type View } from './checks';
import { full } from './pages';

/** Every state below is seen wide and light, narrow and dark; the full run sees all of it in both. */
const views: View[] = full
  ? everyView
  : [
      [1280, 'light'],
      [390, 'dark']
    ];

/** Intl writes no-break spaces; tests compare what people read. */
const plain = (text: string | null) => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const panel = (page: Page, city: string) =>
  page.locator('article').filter({ has: page.getByRole('link', { name: city, exact: true }) });

interface Made {
  id: string;
}

/** The municipality of Durban with methane, whose weight depends on the potentials chosen. */
async function inventoryWithMethane(durban: Caller): Promise<void> {
  const { id } = await durban.post<Made>('/inventories', {
    city_id: 'durban',
    year: 2024,
    standard: 'gpc',
    kind: 'municipal_operations',
    reporting_level: 'basic',
    gwp_set: 'AR5',
    source_note: 'Beispiel des Tests'
  });
  const line = { inventory_id: id, gpc_ref: 'III.1.1', gas: 'CH4', amount_kg: 1_000_000 };
  await durban.post('/emissions', { ...line, source_note: 'Beispiel des Tests' });
  await durban.step(`/inventories/${id}`, 'publications');
}

test('breaks and gaps of the cities are drawn and said, and nothing is joined over them', async ({
  page
}) => {
  await open(page, '/emissionen?unit=total&year_min=1900');
  const bremen = panel(page, 'Land Freie Hansestadt Bremen');
  await expect(bremen.getByText('Bruch vor 2021:')).toBeVisible();
  await expect(bremen).toContainText('ohne Stahl');
  const durban = panel(page, 'Durban (eThekwini)');
  await expect(durban).toContainText('Wechsel vom ICLEI-Protokoll zum GPC');
  await expect(durban).toContainText('2017 bis 2019:');
  expect(await durban.getByRole('img').getAttribute('aria-label')).toContain('Bruch vor 2014');
  // Of seven figures only 2010 to 2012 and 2015 to 2016 make a line.
  await expect(durban.locator('svg[role=img] polyline')).toHaveCount(2);
  await holdsIn(page, views);
});

test('a city without an inventory is a gap in words, with the way to a first one', async ({
  page
}) => {
  await open(page, '/emissionen?kind=municipal_operations&city=windhoek');
  const windhoek = panel(page, 'Windhoek');
  await expect(windhoek).toContainText('Noch keine Bilanz');
  await expect(windhoek).toContainText('das ist keine Null');
  await expect(windhoek).toContainText('gegenüber CDP 2018 mit „Nein“ beantwortet');
  await expect(windhoek.locator('circle, polyline')).toHaveCount(0);
  await expect(windhoek.getByRole('link', { name: /^Zur ersten Bilanz/ })).toHaveAttribute(
    'href',
    '/meine-stadt/erstinventar'
  );
});

test('chart, table and sources are reached by keyboard and stand in the address', async ({
  page
}) => {
  await open(page, '/emissions');
  await page.getByRole('tab', { name: 'Chart' }).first().press('ArrowRight');
  await expect(page).toHaveURL(/teil=table/);
  const table = page.getByRole('table', { name: 'Emissions of the cities' });
  const row = table.getByRole('row', { name: /Municipality\), 2016 .*GPC/ });
  expect(plain(await row.textContent())).toContain('6.1 t');
  await expect(row).toContainText('3,596,543 (GPC database of C40)');
  await page.getByRole('tab', { name: 'Table' }).first().press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^Sources/ })).toBeFocused();
  await expect(page.getByRole('tabpanel').first()).toContainText('Municipality) 2016');
});

test('another set of potentials is calculated anew, and what it cannot say has its reason', async ({
  page,
  request
}) => {
  await inventoryWithMethane(await Caller.as(request, 'durban'));
  await open(page, '/emissionen?kind=municipal_operations');
  const sectors = page.getByRole('region', { name: 'Woraus die Summe besteht' });
  await expect(sectors).toContainText('28.000');
  await sectors.getByLabel('Treibhauspotenziale').selectOption('sar');
  await expect(page).toHaveURL(/gwp=sar/);
  await expect(sectors).toContainText('21.000');
  await open(page, '/emissionen?gwp=ar6');
  await expect(sectors).toContainText('nicht nach Gasen getrennt');
});

test('cities stand side by side with their reasons, and a ranking is refused', async ({ page }) => {
  await open(page, '/emissionen');
  const compared = page.getByRole('region', { name: 'Städte nebeneinander' });
  for (const city of ['Land Freie Hansestadt Bremen', 'Durban (eThekwini)'])
    await compared.getByLabel(city).check();
  await expect(page).toHaveURL(/compare=bremen-land%2Cdurban/);
  await expect(compared.getByRole('heading', { name: /Vergleichbarkeit D/ })).toBeVisible();
  await expect(compared).toContainText('Die einen zählen nur CO2, die anderen alle Treibhausgase.');
  await compared.getByText('Wie die Sektoren von GPC und BISKO').click();
  await expect(compared.getByText('kein Gegenstück').first()).toBeVisible();
  await holdsIn(page, views);
  await open(page, '/emissionen?compare=bremen-land,durban&sort=per_head');
  await expect(compared).toContainText('Städte werden hier nicht gereiht');
});

test('a city opens with its strengths, then its figures and the way to its target', async ({
  page
}) => {
  await open(page, '/staedte/bremen-land');
  await expect(page.locator('main h2').first()).toHaveText('Was andere Städte hier lernen können');
  const strengths = page.getByRole('region', { name: 'Was andere Städte hier lernen können' });
  await expect(strengths.getByRole('listitem').first()).toContainText('gemessen');
  await expect(strengths).toContainText('Die Reihenfolge ist keine Rangfolge.');
  const way = page.getByRole('region', { name: 'Der Weg zum Ziel' });
  expect(plain(await way.textContent())).toContain('2023 lagen die Emissionen 2,1 Mio. t über');
  await expect(page.getByRole('region', { name: 'Emissionen' })).toContainText('Bruch vor 2021:');
});
