/** What can be taken along as a file, and under which name it is saved. */
import { m } from '$lib/paraglide/messages';

export interface ExportFile {
  label: string;
  path: string;
  query: Record<string, string>;
  name: string;
}

/** An inventory in our own table, and in the forms others ask for where it is by GPC. */
export function inventoryFiles(inventory: {
  id: string;
  city_id: string;
  year: number;
  standard: string;
}): ExportFile[] {
  const layouts = [
    { layout: 'template', label: m.exports_template() },
    { layout: 'ecrf', label: m.exports_ecrf() },
    { layout: 'cdp', label: m.exports_cdp() }
  ];
  return layouts.slice(0, inventory.standard === 'gpc' ? 3 : 1).map(({ layout, label }) => ({
    label,
    path: `/inventories/${inventory.id}/workbook`,
    query: { layout },
    name: `inventory-${inventory.city_id}-${inventory.year}-${inventory.standard}-${layout}.xlsx`
  }));
}

/** The yearly note on a city's measures: to edit, and to paste. */
export function noteFiles(city: string, year: string): ExportFile[] {
  const note = { path: '/progress-notes', name: `progress_note-${city}-${year}` };
  const query = { city, year };
  return [
    {
      ...note,
      label: m.exports_docx(),
      query: { ...query, format: 'docx' },
      name: `${note.name}.docx`
    },
    {
      ...note,
      label: m.exports_text(),
      query: { ...query, format: 'text' },
      name: `${note.name}.txt`
    }
  ];
}

/** All that is published, or what is of one city. */
export const packageFile = (city?: string): ExportFile => ({
  label: m.exports_package(),
  path: '/data-package',
  query: city ? { city } : {},
  name: city ? `klimabruecke-${city}.zip` : 'klimabruecke.zip'
});
