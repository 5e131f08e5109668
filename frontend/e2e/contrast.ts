import type { Page } from '@playwright/test';

/**
 * Texts with too little contrast against what is really painted behind them. axe leaves out what it
 * cannot decide, among it text on the bare canvas; here colours are resolved by a canvas, composited
 * up to the root, and the browser's own canvas colour lies below everything.
 */
export const contrastFailures = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Colour = [red: number, green: number, blue: number, alpha: number];
    const context = document
      .createElement('canvas')
      .getContext('2d', { willReadFrequently: true })!;
    const known = new Map<string, Colour>();

    function resolve(css: string): Colour {
      let found = known.get(css);
      if (!found) {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = css;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
        known.set(css, (found = [r, g, b, a / 255]));
      }
      return found;
    }
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (i: 0 | 1 | 2) => top[i] * top[3] + below[i] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };
    const luminance = (colour: Colour) => {
      const linear = (value: number) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    };
    const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark');
    const canvas: Colour = dark ? [18, 18, 18, 1] : [255, 255, 255, 1];

    function behind(element: Element): Colour {
      const layers: Colour[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        const colour = resolve(getComputedStyle(at).backgroundColor);
        layers.push(colour);
        if (colour[3] === 1) break;
      }
      return layers.reverse().reduce((below, top) => over(top, below), canvas);
    }

    const failures: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim();
      const element = walker.currentNode.parentElement;
      if (!text || !element?.checkVisibility({ opacityProperty: true })) continue;
      if (element.closest('script, style, noscript, :disabled, [aria-disabled="true"]')) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const style = getComputedStyle(element);
      const ground = behind(element);
      const paint = element instanceof SVGElement ? style.fill : style.color;
      const ink = over(resolve(paint), ground);
      const [light, deep] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
      const ratio = ((light ?? 0) + 0.05) / ((deep ?? 0) + 0.05);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (large ? 3 : 4.5)) failures.push(`${ratio.toFixed(2)} "${text.slice(0, 60)}"`);
    }
    return failures;
  });
