/** The one place where numbers become text. Screens show two significant digits, kg only in computations. */
import { getLocale } from '$lib/paraglide/runtime';
import { m } from '$lib/paraglide/messages';

const tag = () => (getLocale() === 'de' ? 'de-DE' : 'en-GB');
const cache = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = tag() + JSON.stringify(options);
  let found = cache.get(key);
  if (!found) cache.set(key, (found = new Intl.NumberFormat(tag(), options)));
  return found;
}

/** A number with at most `digits` decimals. */
export const number = (value: number, digits = 0): string =>
  formatter({ maximumFractionDigits: digits }).format(value);

/** A number with exactly `digits` decimals. */
export const fixed = (value: number, digits: number): string =>
  formatter({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** A factor as published: up to seven significant digits, no rounding anyone would miss. */
export const factor = (value: number): string =>
  formatter({ maximumSignificantDigits: 7 }).format(value);

/** A year, without a thousands separator. */
export const year = (value: number): string => String(value);

/** kg as tonnes with one decimal (the screen's two digits), without the unit. */
export const tonnes = (kg: number): string => fixed(kg / 1000, 1);

/** kg with its unit, fit to its size: 8,9 t, 412 kg, 3,1 kg. Never a bare 0 for something small. */
export function mass(kg: number): string {
  const size = Math.abs(kg);
  if (size >= 1000) return `${tonnes(kg)}\u00a0t`;
  if (size >= 10 || size === 0) return `${number(kg)}\u00a0kg`;
  if (size >= 0.1) return `${fixed(kg, 1)}\u00a0kg`;
  return m.less_than({ value: `${fixed(0.1, 1)}\u00a0kg` });
}

/**
 * A part or a difference of something of size `wholeKg`, in the unit of that whole: 0,4 t of 8,9 t. What
 * would round to nothing keeps its kilograms.
 */
export function massWithin(kg: number, wholeKg: number): string {
  const size = Math.abs(kg);
  if (Math.abs(wholeKg) >= 1000) return size >= 50 ? `${tonnes(kg)}\u00a0t` : mass(kg);
  return size >= 1000 ? `${number(kg)}\u00a0kg` : mass(kg);
}

/** A change with its sign: '−4,4 t', '+3,3 kg'. */
export function signedMass(kg: number, wholeKg: number): string {
  return `${kg < 0 ? '−' : '+'}${massWithin(Math.abs(kg), wholeKg)}`;
}

/** kg with its unit for computations, to the kilogram or finer. */
export const kilograms = (kg: number): string =>
  `${Math.abs(kg) >= 1000 ? number(kg) : fixed(kg, 1)}\u00a0kg`;

/** A range in one unit: '6,7 bis 11,0 t'. The unit follows `wholeKg`, else the upper end. */
export function massRange(lowKg: number, highKg: number, wholeKg = highKg): string {
  return m.range(rangeParts(lowKg, highKg, wholeKg));
}

/** Both ends of a range in one unit, the unit at the upper one: for sentences of their own. */
export function rangeParts(
  lowKg: number,
  highKg: number,
  wholeKg = highKg
): { low: string; high: string } {
  const inTonnes = wholeKg >= 1000 && highKg >= 50;
  const digits = highKg < 10 ? 1 : 0;
  const show = (kg: number) => (inTonnes ? tonnes(kg) : number(kg, digits));
  return { low: show(lowKg), high: `${show(highKg)}\u00a0${inTonnes ? 't' : 'kg'}` };
}

/** 0.4 -> '40 %' in both languages' own way. */
export const percent = (share: number): string =>
  formatter({ style: 'percent', maximumFractionDigits: 0 }).format(share);

/** An ISO day as '23.11.2026' or '23 Nov 2026'. */
export function day(iso: string): string {
  const [y = 0, mo = 1, d = 1] = iso.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(y, mo - 1, d));
  const options: Intl.DateTimeFormatOptions =
    getLocale() === 'de'
      ? { day: '2-digit', month: '2-digit', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(tag(), { ...options, timeZone: 'UTC' }).format(date);
}

/** A country's name by its ISO code, in the language of the page (NA is Namibia). */
export function country(code: string): string {
  return new Intl.DisplayNames([tag()], { type: 'region' }).of(code) ?? code;
}

/** The text of a bilingual pair in the page's language, else the other with a mark of its language. */
export function bilingual(de: string | null, en: string | null): { text: string; lang: string } {
  const own = getLocale() === 'de' ? de : en;
  if (own) return { text: own, lang: getLocale() };
  return getLocale() === 'de' ? { text: en ?? '', lang: 'en' } : { text: de ?? '', lang: 'de' };
}
