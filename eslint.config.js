import js from '@eslint/js';
import vitest from '@vitest/eslint-plugin';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const clock = 'Time is an argument here: the same scenario gives the same bytes on every machine.';
const bits = 'The result differs between engines: use base/random, whose bits are fixed.';
const locale = 'The order depends on the machine: compare with < and >.';

/** Files of those modules that stand in a browser and hand them its clock. */
const atTheBrowser = ['src/lib/allocator/worker/*.worker.ts', 'src/lib/allocator/worker/browser.ts'];

/** Modules that hold the domain: no clock, no chance, no locale, nothing whose bits an engine may choose. */
const pure = ['src/lib/base/**/*.ts', 'src/lib/allocator/**/*.ts', 'src/lib/teaching/**/*.ts'];

export default defineConfig(
  { ignores: ['.svelte-kit/', 'build/', 'src/build/generated/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser }
    }
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'src/**/*.svelte'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': ts.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error'
    }
  },
  {
    files: ['test/**/*.test.ts'],
    plugins: { vitest },
    rules: {
      'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert', 'assert*'] }],
      'vitest/valid-expect': ['error', { maxArgs: 2 }],
      'vitest/no-focused-tests': 'error',
      'vitest/no-identical-title': 'error'
    }
  },
  {
    files: pure,
    ignores: atTheBrowser,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'performance', message: clock },
        { name: 'setTimeout', message: clock },
        { name: 'setInterval', message: clock },
        { name: 'Intl', message: locale }
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: clock },
        { object: 'Math', property: 'random', message: 'Chance is an argument: take a stream from base/random.' },
        ...['log', 'log2', 'log10', 'log1p', 'exp', 'expm1', 'pow', 'sin', 'cos', 'tan'].map((property) => ({
          object: 'Math',
          property,
          message: bits
        })),
        ...['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map((property) => ({
          property,
          message: locale
        }))
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
        { selector: "BinaryExpression[operator='**']", message: bits },
        {
          selector: 'CallExpression[callee.property.name=/^(sort|toSorted)$/][arguments.length=0]',
          message: 'Say the order: sort and toSorted take a comparator.'
        }
      ]
    }
  }
);
