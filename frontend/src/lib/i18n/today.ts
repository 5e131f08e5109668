/** The day it is where the reader sits: after midnight in Windhoek it may still be yesterday in UTC. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The moment a day begins where the reader sits, `later` days after the one given. */
export function startOfDay(iso: string, later = 0): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(year, month - 1, day + later).toISOString();
}
