import { expect, test } from '@playwright/test';
import { everyView, holdsIn, open, watch, type View } from './checks';
import { full, languages, pages } from './pages';

/** Both languages together see every width in every theme; the full run repeats all of it in each. */
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

for (const entry of pages) {
  for (const language of languages) {
    test(`${entry[language]} is accessible, fits and keeps to itself`, async ({ page }) => {
      const { problems } = watch(page);
      // The German start page is German for a German browser; English pages say so themselves.
      await open(page, entry[language]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await holdsIn(page, views[language]);
      expect(problems).toEqual([]);
    });
  }
}

test('a page that does not exist says so and leads on', async ({ page }) => {
  await open(page, '/gibt-es-nicht');
  await expect(page.locator('h1')).toHaveText('Diese Seite gibt es nicht');
  await holdsIn(page, views.de);
  await page.getByRole('link', { name: 'Zur Startseite' }).click();
  await expect(page).toHaveURL('/');
});

test("a city that does not exist says so in the reader's language", async ({ page }) => {
  await open(page, '/cities/atlantis');
  await expect(page.locator('h1')).toHaveText('There is no such page');
});
