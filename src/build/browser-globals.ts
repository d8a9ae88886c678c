/**
 * Importing this module gives the process the parts of a browser that Mermaid looks up when it is loaded, so it must be
 * imported before Mermaid and in a process of its own: `node src/cli/main.mjs diagrams`.
 */
import { JSDOM } from 'jsdom';
import { boxOf, textLength } from './text-metrics.ts';

const { window } = new JSDOM('<!doctype html><body></body>');

/** jsdom has no constructable style sheets; Mermaid fills one that nobody reads here. */
class NoStyleSheet {
  readonly cssRules: readonly unknown[] = [];
  replaceSync(): void {}
  insertRule(): void {}
}

const globals = {
  window,
  document: window.document,
  Element: window.Element,
  HTMLElement: window.HTMLElement,
  SVGElement: window.SVGElement,
  Node: window.Node,
  DOMParser: window.DOMParser,
  XMLSerializer: window.XMLSerializer,
  MutationObserver: window.MutationObserver,
  getComputedStyle: window.getComputedStyle.bind(window),
  DocumentFragment: window.DocumentFragment,
  NodeFilter: window.NodeFilter,
  HTMLTemplateElement: window.HTMLTemplateElement,
  CSSStyleSheet: NoStyleSheet
};
for (const [name, value] of Object.entries(globals))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

Object.assign(window.SVGElement.prototype, {
  getBBox(this: Element) {
    return boxOf(this);
  },
  getComputedTextLength(this: Element) {
    return textLength(this.textContent);
  }
});
window.Element.prototype.getBoundingClientRect = function () {
  const { x, y, width, height } = boxOf(this);
  return new window.DOMRect(x, y, width, height);
};
