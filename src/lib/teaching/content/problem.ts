import { formatProblem, inOrder, type Place, type Problem } from '#lib/base/input/index.ts';

/** One thing wrong with one file of the content. */
export interface FileProblem {
  readonly file: string;
  readonly problem: Problem;
}

/** Gathers what is wrong with one file; whoever reads on after a problem finds the next one too. */
export class Report {
  readonly #problems: Problem[] = [];

  constructor(readonly file: string) {}

  /** @param offset lines that stand in the file above the text in which the place was counted */
  add(place: Place | undefined, message: string, offset = 0): void {
    const { line, col } = place ?? { line: 1, col: 1 };
    this.#problems.push({ line: line + offset, col, path: '', message });
  }

  /** Everything gathered so far, from the top of the file down. */
  get problems(): FileProblem[] {
    return inOrder(this.#problems).map((problem) => ({ file: this.file, problem }));
  }
}

/** All problems as lines `file:line:col message`, file by file. */
export function formatProblems(problems: readonly FileProblem[]): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files
    .flatMap((file) => problems.filter((p) => p.file === file).map(({ problem }) => formatProblem(file, problem)))
    .join('\n');
}
