/** What must hold on every page; used by the tests of the shell and of the planner. */
import { expect, type Page } from '@playwright/test';
import axeCore from 'axe-core';
import { contrastFailures } from './contrast';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Notes requests to other hosts, refusals of the content security policy and errors in the console. */
export function watch(page: Page): { problems: string[] } {
  const problems: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const own = new URL(page.url() === 'about:blank' ? request.url() : page.url()).origin;
    if (protocol.startsWith('http') && origin !== own) problems.push(`foreign: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  return { problems };
}

/** Opens a page and waits until nothing is loading any more. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** What axe finds. There are no frames here, so it runs in the page itself, many times faster than around it. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const violations = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const options = {
      runOnly: { type: 'tag' as const, values },
      resultTypes: ['violations' as const]
    };
    return (await axe.run(document, options)).violations;
  }, tags);
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary}`
    )
  );
}

const duplicateIds = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls and links of their own smaller than 24 px; links inside a sentence are exempt (2.5.8). */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, summary, nav a, .tool-row a')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ element }) => element.outerHTML.slice(0, 120))
  );

export type View = readonly [width: number, theme: 'light' | 'dark'];
const themes = ['light', 'dark'] as const;

/** Every width in both themes. */
export const everyView: View[] = [1280, 390, 320].flatMap((width) =>
  themes.map((theme): View => [width, theme])
);

/** Runs every check in each view on the page as it stands. */
export async function holdsIn(page: Page, views: readonly View[]): Promise<void> {
  for (const [width, colorScheme] of views) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-kern-theme', colorScheme);
    await page.setViewportSize({ width, height: 900 });
    const where = `${page.url()} ${colorScheme} ${width}`;
    expect(await axe(page), `axe ${where}`).toEqual([]);
    expect(await contrastFailures(page), `contrast ${where}`).toEqual([]);
    expect(await overflow(page), `sideways scroll ${where}`).toBeLessThanOrEqual(0);
    expect(await smallTargets(page), `small targets ${where}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await overflow(page), `sideways scroll at 320 ${page.url()}`).toBeLessThanOrEqual(0);
  expect(await duplicateIds(page), `duplicate ids ${page.url()}`).toEqual([]);
}
