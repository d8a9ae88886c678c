import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { fingerprint } from './src/build/fingerprint.ts';

/** Svelte and the kit, and what loads other scripts; what a single page alone uses of them stays with that page. */
const base = {
  name: 'base',
  test: /node_modules.(svelte|@sveltejs|devalue|esm-env)|vite.preload-helper/,
  minShareCount: 2
};

/** One static build serves any base path: links are relative, so `/` and `/still-pending/` need no second build. */
export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ strict: true }),
      paths: { relative: true },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self']
        }
      },
      // Registered by the page, which offers a new version instead of letting it in.
      serviceWorker: { register: false },
      version: { name: process.env['BUILD_ID'] ?? fingerprint('.') }
    })
  ],
  build: {
    // The list of what each route preloads stands in a script that every page loads, and grows with every route.
    modulePreload: { resolveDependencies: () => [] },
    // What every page runs on stands in one script, which packs better than four.
    rolldownOptions: { output: { codeSplitting: { groups: [base] } } }
  },
  test: {
    // A slow or busy machine is no failure; a test that hangs is.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.dom.test.ts', 'test/e2e/**']
        }
      },
      {
        extends: true,
        // Here only: it would load Svelte for every file of the other project too.
        plugins: [svelteTesting()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/**/*.dom.test.ts'],
          setupFiles: ['./test/setup-dom.ts']
        }
      }
    ]
  }
});
