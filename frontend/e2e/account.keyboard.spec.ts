import { expect, test, type Page } from '@playwright/test';
import { account, unique } from './account';
import { watch } from './checks';
import { button, link, press } from './keyboard';
import { choosePlace, tabTo, text } from './planner';

/** Replaces what stands in the field that has the focus. */
async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

async function planInThePlanner(page: Page): Promise<void> {
  await press(page, `role=navigation[name="Hauptnavigation"] >> ${link('Reiseplanung')}`);
  await tabTo(page, page.locator('#leg-0-from'));
  await choosePlace(page, 'bremen', 'BRE');
  await page.keyboard.press('Tab');
  await choosePlace(page, 'fra', 'FRA');
  await press(page, '#add-leg');
  await expect(page.locator('#leg-1-to')).toBeFocused();
  await choosePlace(page, 'durban', 'DUR');
  await tabTo(page, page.locator('#travellers'));
  await page.keyboard.type('5');
  await tabTo(page, page.locator('#nights'));
  await page.keyboard.type('6');
  await press(page, '#add-power');
  await expect(page.locator('#extra-0-country')).toHaveValue('ZA');
  await tabTo(page, page.locator('#extra-0-kwh'));
  await type(page, '1000');
  await expect(page.locator('#result')).toContainText('Wahrscheinlich zwischen');
}

async function saveThePlan(page: Page, title: string): Promise<void> {
  await tabTo(page, page.locator('#save-plan'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog')).toBeVisible();
  await tabTo(page, page.locator('#plan-title'));
  await type(page, title);
  await tabTo(page, page.locator('#plan-project'));
  await page.keyboard.press('ArrowDown');
  await press(page, button('Speichern'));
  await expect(page.locator('h1')).toHaveText(title);
  await expect(page.locator('h1')).toBeFocused();
}

test('from a plan to a decision to an activity to its recalculation, by keyboard alone', async ({
  page
}) => {
  const { problems } = watch(page);
  const { email, password } = account('coordinator');
  const title = unique('Delegationsreise');
  await page.goto('/');

  await press(page, link('Anmelden'));
  await expect(page.locator('h1')).toHaveText('Anmelden');
  await tabTo(page, page.locator('#email'));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Was auf Sie wartet');

  await planInThePlanner(page);
  await saveThePlan(page, title);

  // Three alternatives: the plan itself and two changes of it.
  for (const [change, label] of [
    ['rail_to_hub', 'Mit der Bahn zum Langstreckenflug'],
    ['hybrid', 'Teils vor Ort, alle per Video']
  ] as const) {
    await press(page, `#add-${change}`);
    await expect(page.getByRole('heading', { name: label })).toBeFocused();
  }
  await expect(page.getByRole('heading', { name: '3 Varianten nebeneinander' })).toBeVisible();

  await press(page, button('Dafür entscheiden: Variante C'));
  await tabTo(page, page.locator('#reason'));
  await page.keyboard.type('Zwei Personen genügen, die übrigen sind per Video dabei.');
  await press(page, button('Entscheiden und einfrieren'));
  await expect(page.locator('h1')).toHaveText(`Entscheidung: ${title}`);
  await expect(page.locator('main')).toContainText('eingefroren');
  await press(page, button('Prüfsumme hier nachrechnen'));
  await expect(page.getByText('Stimmt überein')).toBeVisible();

  await tabTo(page, page.locator(link('Vorhaben daraus anlegen')), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('#participants-bremen'));
  await type(page, '2');
  await press(page, button('Vorhaben eintragen'));
  await expect(page.locator('h1')).toHaveText(title);
  expect(await text(page, 'main')).toContain('2 Personen aus Stadt Bremen');

  // South Africa's grid has a value for each year: the older one is chosen by typing its name.
  await tabTo(page, page.locator('#factor-set'));
  await page.keyboard.type('dffe-2022');
  await expect(page.locator('#factor-set')).toHaveValue('dffe-2022');
  await press(page, button('Neu rechnen'));
  const cause = page.getByRole('group', { name: 'Neu gerechnet: 25 kg mehr' });
  await expect(cause).toBeFocused();
  await expect(cause).toContainText('Andere Emissionsfaktoren machen +25 kg aus.');
  await expect(cause).toContainText('Fassung 2 zählt jetzt');
  await expect(page.getByRole('table', { name: 'Fassungen des Fußabdrucks' })).toContainText(
    'dffe-2022'
  );

  await tabTo(page, page.locator(button('Konto: Demo: Koordination')), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await press(page, button('Abmelden'));
  await expect(page.getByText('Sie sind abgemeldet')).toBeVisible();
  await expect(page.locator(link('Anmelden'))).toBeVisible();
  expect(problems).toEqual([]);
});
