/** What an experiment can be set to, each with its letter on the page. Times are in ticks of a second. */
export const parameters = {
  p: { name: 'Slots', unit: 'slots', least: 1, most: 100, usual: 4 },
  D: { name: 'Run of a task', unit: 's', least: 1, most: 600, usual: 40 },
  a: { name: 'Allocate', unit: 's', least: 0, most: 120, usual: 20 },
  r: { name: 'Release', unit: 's', least: 0, most: 120, usual: 5 },
  s: { name: 'Clean-up between tasks', unit: 's', least: 0, most: 120, usual: 0 },
  b: { name: 'Tasks in a batch', unit: 'tasks', least: 1, most: 100, usual: 10 },
  G: { name: 'GPUs', unit: 'GPUs', least: 1, most: 64, usual: 8 },
  g: { name: 'GPUs of a gang', unit: 'GPUs', least: 1, most: 16, usual: 8 },
  k: { name: 'Shares of a GPU', unit: 'shares', least: 2, most: 16, usual: 4 },
  m: { name: 'Nodes', unit: 'nodes', least: 1, most: 5000, usual: 100 }
} as const;

export type ParameterId = keyof typeof parameters;

/** Values of some parameters. */
export type Values<P extends ParameterId = ParameterId> = Readonly<Record<P, number>>;

/** The usual values of some parameters. */
export function usualValues<P extends ParameterId>(ids: readonly P[]): Values<P> {
  return Object.fromEntries(ids.map((id) => [id, parameters[id].usual])) as Record<P, number>;
}
