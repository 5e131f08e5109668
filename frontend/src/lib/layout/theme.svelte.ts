type Theme = 'light' | 'dark';
const key = 'kb-theme';

const system = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
let shown = $state<Theme>(
  document.documentElement.getAttribute('data-kern-theme') === 'dark' ? 'dark' : 'light'
);

function show(theme: Theme): void {
  shown = theme;
  document.documentElement.setAttribute('data-kern-theme', theme);
}

export const theme = (): Theme => shown;

/** Switches the theme. A choice equal to the system's is forgotten, so the page follows it again. */
export function toggleTheme(): void {
  show(shown === 'dark' ? 'light' : 'dark');
  try {
    if (shown === system()) localStorage.removeItem(key);
    else localStorage.setItem(key, shown);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

/** Follows the system's theme while no choice is stored; returns the function that stops it. */
export function followSystem(): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    let chosen: string | null = null;
    try {
      chosen = localStorage.getItem(key);
    } catch {
      // As above.
    }
    if (!chosen) show(system());
  };
  media.addEventListener('change', follow);
  return () => media.removeEventListener('change', follow);
}
