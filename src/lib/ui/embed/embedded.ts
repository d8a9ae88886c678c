/** Whether this page stands in a frame of another page, by `?embed=1`; `theme.js` marks it before the first paint. */
export const isEmbedded = (root: HTMLElement): boolean => root.dataset['embed'] !== undefined;
