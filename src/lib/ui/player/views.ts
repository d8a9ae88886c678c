/** The views of one run, in order of their tabs. The id is the name in the address, the name is the tab's. */
export const views = [
  { id: 'diagram', name: 'Diagram' },
  { id: 'table', name: 'Table' },
  { id: 'timeline', name: 'Timeline' },
  { id: 'cluster', name: 'Cluster' },
  { id: 'numbers', name: 'Numbers' },
  { id: 'transcript', name: 'Transcript' }
] as const;

export type ViewId = (typeof views)[number]['id'];

/** Reads `?view=` of a link; the table for none and for one that is not known. */
export const readView = (value: string | null): ViewId => views.find(({ id }) => id === value)?.id ?? 'table';
