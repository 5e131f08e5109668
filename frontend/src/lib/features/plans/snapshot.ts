/** The frozen document of a decision: masses in whole grams, and a hash anybody can compute again. */
import type { Snapshot } from '$lib/api/plans';
import type { Figure } from './words';

type Frozen = Snapshot['alternatives'][number]['footprint'];

export const inKilograms = (footprint: Frozen): Figure => ({
  ghg_kg: footprint.ghg_g / 1000,
  ghg_low_kg: footprint.ghg_low_g / 1000,
  ghg_high_kg: footprint.ghg_high_g / 1000
});

/** Canonical JSON (RFC 8785): keys in the order of their UTF-16 units, no spaces, numbers as JavaScript writes them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 in hexadecimal; null where the browser computes none (a page without TLS). */
export async function sha256(text: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
