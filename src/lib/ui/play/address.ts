/** What the address of a game asks for: `?seed=7&moves=0.2.1`. */
export interface PlayAddress {
  /** The variant; undefined for the scenario's own. */
  readonly seed: number | undefined;
  /** Positions of the moves made so far. */
  readonly moves: readonly number[];
}

const MOST_SEED = 4_294_967_295;

/** Reads the query of a game; undefined where it is damaged. */
export function readPlayAddress(query: URLSearchParams): PlayAddress | undefined {
  const seed = query.get('seed');
  const moves = query.get('moves') ?? '';
  if (seed !== null && !(/^\d{1,10}$/.test(seed) && Number(seed) <= MOST_SEED)) return undefined;
  if (!/^(\d{1,3}(\.\d{1,3}){0,199})?$/.test(moves)) return undefined;
  return { seed: seed === null ? undefined : Number(seed), moves: moves === '' ? [] : moves.split('.').map(Number) };
}

/** The query that `readPlayAddress` reads; empty for a game at its beginning. */
export function playQuery({ seed, moves }: PlayAddress): string {
  const parts = [
    ...(seed === undefined ? [] : [`seed=${seed}`]),
    ...(moves.length === 0 ? [] : [`moves=${moves.join('.')}`])
  ];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
