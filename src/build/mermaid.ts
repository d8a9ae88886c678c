// The globals come first: Mermaid looks for them when it is loaded.
import './browser-globals.ts';
import mermaid from 'mermaid';

mermaid.initialize({
  startOnLoad: false,
  deterministicIds: true,
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  theme: 'neutral',
  fontFamily: 'sans-serif'
});

/** The diagram of a Mermaid text as an SVG element; every id in it begins with `id`. */
export async function renderMermaid(id: string, text: string): Promise<SVGSVGElement> {
  const { svg } = await mermaid.render(id, text);
  document.body.innerHTML = svg;
  const root = document.querySelector('svg');
  if (root === null) throw new Error(`Cannot draw "${id}": Mermaid gave no SVG`);
  return root;
}
