import { describe, expect, it } from 'vitest';
import { budgetOf, scriptsOf, type Manifest } from '../../src/cli/bundling.ts';

const manifest: Manifest = {
  start: { file: '_app/start.js', imports: ['shared'] },
  shared: { file: '_app/shared.js', imports: ['deep', 'start'] },
  deep: { file: '_app/deep.js' },
  later: { file: '_app/later.js' }
};

describe('scriptsOf()', () => {
  it('counts what the page names and all that this imports, each once', () => {
    const html = '<link href="../../_app/deep.js" rel="modulepreload"><script>import("../../_app/start.js")</script>';
    expect(scriptsOf('runs/one-gpu/', html, manifest)).toEqual(['_app/deep.js', '_app/shared.js', '_app/start.js']);
  });

  it('does not count a script that the page names nowhere', () => {
    expect(scriptsOf('', '<link href="./_app/deep.js" rel="modulepreload">', manifest)).toEqual(['_app/deep.js']);
  });

  it('counts a script tag, which is as much in the way as a preload', () => {
    expect(scriptsOf('', '<script type="module" src="./_app/later.js"></script>', manifest)).toEqual(['_app/later.js']);
  });
});

describe('budgetOf()', () => {
  it('is 45 KiB for home and 60 KiB for a player page; no page is without one', () => {
    expect(['', 'runs/one-gpu/', 'glossary/'].map(budgetOf)).toEqual([45 * 1024, 60 * 1024, 60 * 1024]);
  });
});
