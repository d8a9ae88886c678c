/**
 * Where somebody stands with a question: still thinking, watching the run, marking what they said against the rubric, or
 * done with it.
 */
export type Phase = 'think' | 'run' | 'mark' | 'kept';

/** A prompt in progress: which of its questions, how far, and which points of the rubric were named. */
export interface Drill {
  readonly stage: number;
  readonly phase: Phase;
  readonly named: readonly number[];
}

/** What can be done: go on to the next phase, tick a point or take the tick back, go to another question. */
export type DrillCommand =
  | { readonly type: 'reveal' | 'answer' | 'keep' }
  | { readonly type: 'name'; readonly point: number; readonly named: boolean }
  | { readonly type: 'goTo'; readonly stage: number };

/** A question before anything is revealed. */
export const beginDrill = (stage = 0): Drill => ({ stage, phase: 'think', named: [] });

/** The drill after a command; one that does not belong to the phase changes nothing. */
export function drill(state: Drill, command: DrillCommand): Drill {
  switch (command.type) {
    case 'reveal':
      return state.phase === 'think' ? { ...state, phase: 'run' } : state;
    case 'answer':
      return state.phase === 'run' ? { ...state, phase: 'mark' } : state;
    case 'keep':
      return state.phase === 'mark' ? { ...state, phase: 'kept' } : state;
    case 'name': {
      if (state.phase !== 'mark') return state;
      const others = state.named.filter((point) => point !== command.point);
      return { ...state, named: command.named ? [...others, command.point].sort((a, b) => a - b) : others };
    }
    case 'goTo':
      return beginDrill(command.stage);
  }
}
