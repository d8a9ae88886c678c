/** What a drawing takes from the style sheets of the page, and a file of its own must carry along. */
const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric'
] as const;

/** A drawing of the page as an SVG document that looks the same anywhere, on the ground it stands on here. */
export function standaloneSvg(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [i, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[i] as Element);
    for (const name of kept) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
    element.removeAttribute('aria-describedby');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.prepend(named('title', title), groundOf(svg));
  return new XMLSerializer().serializeToString(copy);
}

const named = (name: string, text = ''): Element => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  element.textContent = text;
  return element;
};

function groundOf(svg: SVGSVGElement): Element {
  const ground = named('rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(svg).getPropertyValue('--ground').trim());
  return ground;
}
