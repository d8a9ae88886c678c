/** Jobs that wait first in, first out, as a ring of columns: as many places as ever waited at once, none a job. */
export class CountingQueue {
  #job = new Uint32Array(64);
  #kind = new Uint32Array(64);
  #arrival = new Float64Array(64);
  #service = new Float64Array(64);
  #mask = 63;
  #head = 0;
  #tail = 0;

  get size(): number {
    return this.#tail - this.#head;
  }

  /** The first of those that wait. Only while `size` is not 0, like the three below. */
  get job(): number {
    return this.#job[this.#head & this.#mask] as number;
  }

  get kind(): number {
    return this.#kind[this.#head & this.#mask] as number;
  }

  get arrival(): number {
    return this.#arrival[this.#head & this.#mask] as number;
  }

  get service(): number {
    return this.#service[this.#head & this.#mask] as number;
  }

  push(job: number, kind: number, arrival: number, service: number): void {
    if (this.size > this.#mask) this.#grow();
    const at = this.#tail++ & this.#mask;
    this.#job[at] = job;
    this.#kind[at] = kind;
    this.#arrival[at] = arrival;
    this.#service[at] = service;
  }

  shift(): void {
    this.#head++;
  }

  #grow(): void {
    this.#job = this.#unrolled(this.#job, Uint32Array);
    this.#kind = this.#unrolled(this.#kind, Uint32Array);
    this.#arrival = this.#unrolled(this.#arrival, Float64Array);
    this.#service = this.#unrolled(this.#service, Float64Array);
    this.#tail -= this.#head;
    this.#head = 0;
    this.#mask = 2 * this.#mask + 1;
  }

  /** A full ring's column from its head on, in one twice as long. */
  #unrolled<A extends Uint32Array | Float64Array>(column: A, Column: new (length: number) => A): A {
    const first = this.#head & this.#mask;
    const longer = new Column(2 * column.length);
    longer.set(column.subarray(first));
    longer.set(column.subarray(0, first), column.length - first);
    return longer;
  }
}
