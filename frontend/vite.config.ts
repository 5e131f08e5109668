import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.KB_BACKEND_URL ?? 'http://127.0.0.1:8000';
const proxy = { '/api': backend, '/health': backend };

/** Texts of pages and parts that are loaded later, by the beginnings of their names. */
const texts = (...names: string[]) => `paraglide/messages/(${names.join('|')})`;
const signedInTexts = texts(
  ...['account_', 'admin_', 'approval_', 'deputy_', 'first_day', 'footprint_', 'plans_', 'tasks_'],
  'undo'
);
const methodTexts = texts(
  ...['category', 'factor_', 'gwp_', 'non_co2', 'scope', 'unit_'],
  ...['accessed', 'best_before', 'boundary', 'document', 'from_on', 'from_to', 'grade', 'locator'],
  ...['of_which', 'published_in', 'publisher', 'section', 'valid', '(kind|licence|per|proof)\\.js']
);
const partTexts = texts(
  ...['cite', 'copied_', 'copy_', 'error_summary', 'filter', 'optional', 'share'],
  ...['first_page', 'next_page', 'not_stated', '(pages|search|title|value|year)\\.js']
);
const laterTexts = [signedInTexts, methodTexts, partTexts, texts('planner_')].join('|');

/** What several pages share and the first view needs. */
const firstViewParts = new RegExp(
  'kit/src/runtime/|src/lib/(i18n/(cite|format|locale|paths)|api/(client|page|problem|queries|' +
    'returning|session)|ui/(Icon|Loaded|Note|ProofTag|SourceNote))\\.|' +
    `^(?!.*(${laterTexts})).*src/lib/paraglide/`
);
/** What the pages behind the sign-in share. */
const signedInParts = new RegExp(`src/lib/api/|${signedInTexts}`);
const methodParts = new RegExp(methodTexts);
const parts = new RegExp(`src/lib/ui/|${partTexts}`);

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
            { name: 'shared', test: firstViewParts, minShareCount: 2 },
            { name: 'signed-in', test: signedInParts, minShareCount: 2 },
            { name: 'method', test: methodParts, minShareCount: 2 },
            { name: 'parts', test: parts, minShareCount: 2 }
          ]
        }
      }
    }
  },
  server: { proxy },
  preview: { proxy },
  test: { include: ['tests/**/*.test.ts'] }
});
