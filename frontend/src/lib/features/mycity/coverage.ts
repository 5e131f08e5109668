/** How far an inventory answers the references of its level, sector by sector. */
import type { Coverage, GpcReference } from '$lib/api/inventories';
import { bilingual } from '$lib/i18n/format';

export interface SectorProgress {
  sector: string;
  name: string;
  required: number;
  valued: number;
  /** With a key other than NE. */
  keyed: number;
  notEstimated: number;
  /** References that say nothing yet. */
  missing: string[];
}

export function progressBySector(
  coverage: Coverage,
  references: readonly GpcReference[],
  notEstimated: ReadonlySet<string>
): SectorProgress[] {
  const sectors = [...new Set(references.map(({ sector }) => sector))];
  return sectors.flatMap((sector) => {
    const own = references.filter((one) => one.sector === sector);
    const ids = new Set(own.map(({ id }) => id));
    const within = (list: readonly string[]) => list.filter((id) => ids.has(id));
    const required = within(coverage.required).length;
    if (!required || !own[0]) return [];
    const keyed = within(coverage.keyed);
    const open = keyed.filter((id) => notEstimated.has(id)).length;
    return [
      {
        sector,
        name: bilingual(own[0].sector_name_de, own[0].sector_name_en).text,
        required,
        valued: within(coverage.valued).length,
        keyed: keyed.length - open,
        notEstimated: open,
        missing: within(coverage.missing)
      }
    ];
  });
}
