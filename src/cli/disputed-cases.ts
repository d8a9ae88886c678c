const zeroLost =
  'the test it names gives the pods an explicit request of 0; without one, 100m and 200Mi are assumed, as scoring-062 has it';

/**
 * Cases that contradict the test they name, with the evidence. The code follows the source. `npm run cases` reports them
 * as failed; the test command leaves them out, and says so.
 */
export const disputedCases: Readonly<Record<string, string>> = {
  'scoring-012': zeroLost,
  'scoring-014': zeroLost,
  'scoring-020': zeroLost,
  'scoring-024': zeroLost,
  'scheduler-runs-016': 'its message is about a nodeSelector that the pod does not have'
};
