/** Those who want to hear of changes. */
export class Listeners {
  readonly #listeners = new Set<() => void>();

  /** Adds one; the function it returns takes it away again. */
  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
