import { defineConfig } from 'vitest/config';
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

export default defineConfig({
  build: {
    target: 'es2022',
    // The policy of the pages allows no inline scripts; every browser that can run Løype preloads modules itself.
    modulePreload: { polyfill: false },
    // Nothing may become a data: address in a style sheet.
    assetsInlineLimit: 0,
  },
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      injectRegister: null,
      manifest,
      includeManifestIcons: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg}'] },
    }),
  ],
  test: { include: ['src/**/*.test.ts'] },
});
