/** Names of GPC references and of sectors; empty until they are known. */
import {
  balanceSectors,
  gpcReferences,
  type BalanceSector,
  type GpcReference
} from '$lib/api/inventories';
import { bilingual } from '$lib/i18n/format';

let references = $state.raw<GpcReference[]>([]);
let sectors = $state.raw<BalanceSector[]>([]);
let asked = false;

/** For an `$effect` of the component that shows them. */
export function fetchPlaces(): void {
  if (asked) return;
  asked = true;
  Promise.all([gpcReferences(), balanceSectors()]).then(
    (found) => ([references, sectors] = found),
    () => (asked = false)
  );
}

export const allReferences = (): GpcReference[] => references;
export const allSectors = (): BalanceSector[] => sectors;

export const referenceName = (id: string): string => {
  const found = references.find((one) => one.id === id);
  return found ? bilingual(found.name_de, found.name_en).text : '';
};

export function sectorName(id: string): string {
  const gpc = references.find(({ sector }) => sector === id);
  if (gpc) return `${id} ${bilingual(gpc.sector_name_de, gpc.sector_name_en).text}`;
  const own = sectors.find((one) => one.id === id);
  return own ? bilingual(own.name_de, own.name_en).text : id;
}
