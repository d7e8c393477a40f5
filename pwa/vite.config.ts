import { defineConfig } from 'vitest/config';
import type { Plugin, Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

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

/** Screens of those who make content and arrange races. They need the network, and are fetched when opened. */
const FETCHED_WHEN_OPENED = ['studio', 'competitions', 'goals', 'walls'].map((name) => `/src/features/${name}/`);
const fetched = new Set<string>();

/** Finds the files that no other screen needs, so that a learner's device does not carry them. */
const studioApart: Plugin = {
  name: 'studio-apart',
  enforce: 'post',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((each): each is Rolldown.OutputChunk => each.type === 'chunk');
    const byName = new Map(chunks.map((each) => [each.fileName, each]));
    const needed = new Set<string>();
    const walk = (name: string): void => {
      const chunk = byName.get(name);
      if (!chunk || needed.has(name) || FETCHED_WHEN_OPENED.some((folder) => chunk.facadeModuleId?.includes(folder))) return;
      needed.add(name);
      chunk.viteMetadata?.importedCss.forEach((sheet) => needed.add(sheet));
      [...chunk.imports, ...chunk.dynamicImports].forEach(walk);
    };
    chunks.filter(({ isEntry }) => isEntry).forEach(({ fileName }) => walk(fileName));
    const all = chunks.flatMap(({ fileName, viteMetadata }) => [fileName, ...(viteMetadata?.importedCss ?? [])]);
    all.filter((name) => !needed.has(name)).forEach((name) => fetched.add(name));
  },
};

export default defineConfig({
  build: {
    target: 'es2022',
    // The policy of the pages allows no inline scripts; every browser that can run Løype preloads modules itself.
    modulePreload: { polyfill: false },
    // Nothing may become a data: address in a style sheet.
    assetsInlineLimit: 0,
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
