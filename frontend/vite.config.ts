import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.KB_BACKEND_URL ?? 'http://127.0.0.1:8000';
const proxy = { '/api': backend, '/health': backend };

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      // The address decides the language (src/lib/i18n); no cookie, no URL patterns in the bundle.
      strategy: ['globalVariable', 'baseLocale'],
      disableAsyncLocalStorage: true
    }),
    sveltekit()
  ],
  build: { assetsInlineLimit: 0 },
  server: { proxy },
  preview: { proxy },
  test: { include: ['tests/**/*.test.ts'] }
});
