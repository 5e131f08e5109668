import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { firstView } from './scripts/first-view.mjs';

const backend = process.env.KB_BACKEND_URL ?? 'http://127.0.0.1:8000';
const proxy = { '/api': backend, '/health': backend };

const root = import.meta.dirname;
const first = firstView();
const firstTexts = new Set([...first.texts].map((name) => name.toLowerCase()));
const textOf = (id: string): string | undefined =>
  /src\/lib\/paraglide\/messages\/(\w+)\.js$/.exec(id)?.[1];
const isOurs = (id: string, ...parts: string[]): boolean =>
  parts.some((part) => id.startsWith(`${root}/src/lib/${part}`));

/** What every page needs: the framework, the layout, and the texts and parts of the first view. */
function inFirstView(id: string): boolean {
  if (/kit\/src\/runtime\/|src\/lib\/paraglide\/runtime/.test(id)) return true;
  const text = textOf(id);
  return text ? firstTexts.has(text) : first.modules.has(id.slice(root.length + 1));
}
/** What only forms and lists behind the first view need of the framework. */
const formCode =
  /svelte\/src\/internal\/client\/dom\/(elements\/bindings\/(input|select|size)|blocks\/svelte-element)/;
const textsOf =
  (...names: RegExp[]) =>
  (id: string) => {
    const text = textOf(id);
    return text !== undefined && names.some((name) => name.test(text));
  };
const signedIn = textsOf(
  /^(account|actuals|admin|approval|deputy|footprint|grants|groups|papers|plans|rules|tasks)_|^(first_day|undo)/
);
const planner = textsOf(/^planner_/);

export default defineConfig({
  plugins: [
    // The unit tests take the texts compiled before: the compiler would keep the process from ending.
    !process.env.VITEST &&
      paraglideVitePlugin({
        project: './project.inlang',
        outdir: './src/lib/paraglide',
        // The address decides the language (src/lib/i18n); no cookie, no URL patterns in the bundle.
        strategy: ['globalVariable', 'baseLocale'],
        disableAsyncLocalStorage: true
      }),
    sveltekit()
  ],
  build: {
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // A text or part used by several pages would become a file of 150 bytes each.
        codeSplitting: {
          groups: [
            { name: 'shared', test: inFirstView, minShareCount: 2, priority: 2 },
            { name: 'signed-in', test: (id) => signedIn(id), minShareCount: 2, priority: 1 },
            { name: 'planner', test: (id) => planner(id), minShareCount: 2, priority: 1 },
            { name: 'texts', test: (id) => textOf(id) !== undefined, minShareCount: 2 },
            {
              name: 'parts',
              test: (id) => formCode.test(id) || isOurs(id, 'ui/', 'i18n/'),
              minShareCount: 2
            },
            {
              name: 'data',
              test: (id) => isOurs(id, 'api/') || id.includes('/openapi-fetch/'),
              minShareCount: 2
            }
          ]
        }
      }
    }
  },
  server: { proxy },
  preview: { proxy },
  test: { include: ['tests/**/*.test.ts'] }
});
