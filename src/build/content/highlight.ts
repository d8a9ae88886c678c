/** Code of the content, coloured at build: pages carry spans, no highlighter. */
import type { Highlight } from '#lib/teaching/content/index.ts';
import { createHighlighter } from 'shiki';

/** Languages that content may show; `text` is not coloured. */
const languages = ['yaml', 'sh', 'python', 'json'] as const;

/**
 * A highlighter for the content. Each span carries both colours as `--shiki-light` and `--shiki-dark`; the page picks
 * one by its theme. Making one loads grammars, so make one for all texts.
 */
export async function makeHighlight(): Promise<Highlight> {
  const shiki = await createHighlighter({
    themes: ['github-light-high-contrast', 'github-dark-high-contrast'],
    langs: [...languages]
  });
  return (code, language) => {
    if (language !== 'text' && !(languages as readonly string[]).includes(language)) return undefined;
    const tree = shiki.codeToHast(code, {
      lang: language,
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false
    });
    const [pre] = tree.children;
    return pre?.type === 'element' ? pre : undefined;
  };
}
