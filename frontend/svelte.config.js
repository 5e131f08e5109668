import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * SvelteKit's announcer carries a style attribute, which our content security policy refuses; its
 * look is in styles/base.css.
 */
const announcerWithoutStyle = {
  name: 'announcer-without-style',
  markup: ({ content, filename }) =>
    filename?.endsWith('generated/root.svelte')
      ? { code: content.replace(/(<div id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1') }
      : undefined
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: [announcerWithoutStyle, vitePreprocess()],
  compilerOptions: {
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
  },
  kit: {
    // Every address that is no file answers with this page; the API is served beside it.
    adapter: adapter({
      pages: 'build',
      assets: 'build',
      fallback: '200.html',
      precompress: true
    }),
    // Registered by hand, after load, so that it never competes with the first view.
    serviceWorker: { register: false },
    // No environment values reach the page: its one inline script stays the same for a build.
    version: { name: process.env.KB_BUILD_ID ?? 'dev' }
  }
};
