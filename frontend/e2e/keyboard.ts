/** What people do who have no mouse: they tab, press, type and paste; every stroke can be counted. */
import { expect, type Page } from '@playwright/test';
import { account, type Name } from './account';
import { tabTo } from './planner';

export const button = (name: string) => `role=button[name=${JSON.stringify(name)}]`;
export const link = (name: string) => `role=link[name=${JSON.stringify(name)}]`;
export const inMain = (name: string) => `role=navigation[name="Hauptnavigation"] >> ${link(name)}`;

/** Tabs to a control, forwards or back, and presses it. */
export async function press(page: Page, selector: string, key = 'Tab'): Promise<void> {
  const target = page.locator(selector);
  await expect(target).toBeVisible();
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Tabs to a field and replaces what stands in it. */
export async function fill(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, page.locator(selector));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

/** Signs in where the form is shown. */
export async function enter(page: Page, name: Name): Promise<void> {
  const { email, password } = account(name);
  await tabTo(page, page.locator('#email'));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Was auf Sie wartet');
}

export async function leave(page: Page, person: string): Promise<void> {
  await press(page, button(`Konto: ${person}`), 'Shift+Tab');
  await press(page, button('Abmelden'));
  await expect(page.getByText('Sie sind abgemeldet')).toBeVisible();
  // The new page takes the focus when it is there; what is typed before would be lost.
  await expect(page.locator('h1')).toBeFocused();
}

/** Counts the strokes from here on: a letter is one, and so is a key with Shift or Control. */
export function counted(page: Page): () => number {
  const { keyboard } = page;
  const [pressed, typed] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard)];
  let strokes = 0;
  keyboard.press = (...given) => {
    strokes += 1;
    return pressed(...given);
  };
  keyboard.type = (...given) => {
    strokes += given[0].length;
    return typed(...given);
  };
  return () => strokes;
}
