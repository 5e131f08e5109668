/**
 * Paper shows what the screen folds away: closed details are opened and the light theme is set while
 * printing, and both are put back afterwards. Returns the function that stops it.
 */
export function preparePrint(): () => void {
  let opened: HTMLDetailsElement[] = [];
  let theme: string | null = null;
  const root = document.documentElement;

  const before = () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const element of opened) element.open = true;
    theme = root.getAttribute('data-kern-theme');
    root.setAttribute('data-kern-theme', 'light');
  };
  const after = () => {
    for (const element of opened) element.open = false;
    opened = [];
    if (theme) root.setAttribute('data-kern-theme', theme);
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}
