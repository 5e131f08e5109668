import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.KB_BACKEND_URL ?? 'http://127.0.0.1:8000';
const proxy = { '/api': backend, '/health': backend };

const signedInTexts = 'messages/(account|admin|footprint|plans)_';
/** What several pages share and the first view needs; later pages keep their own texts. */
const firstViewParts = new RegExp(
  'src/lib/(i18n/|api/(client|page|problem|queries|returning|session)\\.|' +
    'ui/(Icon|Loaded|Note|ProofTag|SourceNote)\\.|' +
    `paraglide/(?!messages/planner_|${signedInTexts}))`
);
/** What the pages behind the sign-in share. */
const signedInParts = new RegExp(`src/lib/(api/|paraglide/${signedInTexts})`);

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
            { name: 'parts', test: /src\/lib\/ui\//, minShareCount: 2 }
          ]
        }
      }
    }
  },
  server: { proxy },
  preview: { proxy },
  test: { include: ['tests/**/*.test.ts'] }
});
