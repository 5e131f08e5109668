import purgecss from '@fullhuman/postcss-purgecss';

const purge = purgecss({
  content: ['./src/**/*.svelte', './src/app.html'],
  variables: true,
  fontFace: true,
  keyframes: true
});

/** KERN weighs 37 kB gzipped. Only its own file is purged: our scoped classes are all in use. */
const purgeKern = {
  postcssPlugin: 'purge-kern',
  async OnceExit(root, helpers) {
    if (root.source?.input.file?.endsWith('styles/kern.css')) await purge.OnceExit(root, helpers);
  }
};

export default { plugins: [purgeKern] };
