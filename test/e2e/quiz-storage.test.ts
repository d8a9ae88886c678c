import { build, type Rolldown } from 'vite';
import { contract } from '../teaching/progress/contract.ts';
import { expect, test } from './harness.ts';

/** The contract and the browser's store as one script that leaves both on `globalThis`. */
async function script(): Promise<string> {
  const id = 'virtual:storage-under-test';
  const entry = `
    import { contract } from '/test/teaching/progress/contract.ts';
    import { indexedDbStore } from '/src/lib/teaching/progress/indexed-db.ts';
    globalThis.underTest = { contract, indexedDbStore };`;
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'storage-under-test',
        resolveId: (source) => (source === id ? id : undefined),
        load: (source) => (source === id ? entry : undefined)
      }
    ],
    build: { write: false, minify: false, rolldownOptions: { input: id, output: { format: 'iife' } } }
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
}

let code: string;
test.beforeAll(async () => {
  code = await script();
});

for (const name of Object.keys(contract))
  test(`the browser's store ${name}`, async ({ page }) => {
    await page.goto('quiz/');
    await page.evaluate(code);
    const run = `underTest.contract[${JSON.stringify(name)}](() => underTest.indexedDbStore('under-test')).then(() => 'kept')`;
    expect(await page.evaluate(run)).toBe('kept');
  });
