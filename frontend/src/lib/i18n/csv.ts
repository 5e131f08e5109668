/** CSV as spreadsheets expect it: German with semicolon and decimal comma, English with comma and point. */

export type Cell = string | number | null;
export type Separator = ';' | ',';

/** A text a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers. */
function text(value: string, separator: Separator): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return harmless.includes(separator) || /["\r\n]/.test(harmless)
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

function cell(value: Cell, separator: Separator): string {
  if (value === null) return '';
  if (typeof value === 'string') return text(value, separator);
  return separator === ';' ? String(value).replace('.', ',') : String(value);
}

/** Rows with their header; an empty cell means not known, never nothing. */
export function toCsv(header: string[], rows: Cell[][], locale: 'de' | 'en'): string {
  const separator: Separator = locale === 'de' ? ';' : ',';
  const line = (cells: Cell[]) => cells.map((each) => cell(each, separator)).join(separator);
  return [line(header), ...rows.map(line)].join('\r\n') + '\r\n';
}
