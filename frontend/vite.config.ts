import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.KB_BACKEND_URL ?? 'http://127.0.0.1:8000';
const proxy = { '/api': backend, '/health': backend };

/** What several pages share and the first view needs; the planner's own texts stay with the planner. */
const firstViewParts =
  /src\/lib\/(i18n|api|ui\/(Icon|Loaded|Note|ProofTag|SourceNote)\.|paraglide\/(?!messages\/planner_))/;

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
