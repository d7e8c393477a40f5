import { defineConfig } from 'vitest/config';
import type { Plugin, Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { files } from './files';

/** The web app manifest. */
const manifest = {
  id: '/',
  name: 'Løype',
  short_name: 'Løype',
  description: 'Ukas etappe: korte poster om jobben, også uten nett.',
  lang: 'nb',
  dir: 'ltr' as const,
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  background_color: '#FBFAF6',
  theme_color: '#0F3D2E',
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

const { carried, rule } = files();
const fetched = new Set<string>();

/** Finds the files that a learner's device does not carry. */
const studioApart: Plugin = {
  name: 'studio-apart',
  enforce: 'post',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((each): each is Rolldown.OutputChunk => each.type === 'chunk');
    const named = (chunk: Rolldown.OutputChunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])];
    chunks.filter(({ name }) => !carried.has(name)).flatMap(named).forEach((each) => fetched.add(each));
    chunks.filter(({ name }) => carried.has(name)).flatMap(named).forEach((each) => fetched.delete(each));
  },
};

export default defineConfig({
  build: {
    target: 'es2022',
    // The policy of the pages allows no inline scripts; every browser that can run Løype preloads modules itself.
    modulePreload: { polyfill: false },
    // Nothing may become a data: address in a style sheet.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: rule } },
  },
  plugins: [
    studioApart,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      injectRegister: null,
      manifest,
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg}'],
        manifestTransforms: [(entries) => ({ manifest: entries.filter(({ url }) => !fetched.has(url)), warnings: [] })],
      },
    }),
  ],
  test: { include: ['src/**/*.test.ts'] },
});
