type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The same column with twice the places, at least 64. */
function doubled<C extends Column>(column: C): C {
  const longer = new (column.constructor as new (length: number) => C)(Math.max(64, column.length * 2));
  longer.set(column);
  return longer;
}

/** The columns of a trace without the places that are kept for more: what is sent from one thread to another. */
export interface TraceColumns {
  readonly kind: Uint8Array<ArrayBuffer>;
  readonly subject: Uint32Array<ArrayBuffer>;
  readonly node: Int32Array<ArrayBuffer>;
  /** Absent in a run without gangs. */
  readonly pods: Uint16Array<ArrayBuffer> | undefined;
  /** Where each step begins among the records, and its tick; the first place is step 0's. */
  readonly first: Uint32Array<ArrayBuffer>;
  readonly tick: Float64Array<ArrayBuffer>;
}

/** The records of a run, one column a field: nine bytes each, eleven once any record counts pods. */
export class RecordColumns {
  kind = new Uint8Array(256);
  subject = new Uint32Array(256);
  node = new Int32Array(256);
  length = 0;
  /** Absent as long as it would hold nothing but zeros, as it does in a run without gangs. */
  #pods: Uint16Array | undefined;

  push(kind: number, subject: number, node: number, pods: number): void {
    if (this.length === this.kind.length) this.#grow();
    const i = this.length++;
    this.kind[i] = kind;
    this.subject[i] = subject;
    this.node[i] = node;
    if (pods === 0) return;
    this.#pods ??= new Uint16Array(this.kind.length);
    this.#pods[i] = pods;
  }

  podsOf(index: number): number {
    return this.#pods === undefined ? 0 : (this.#pods[index] as number);
  }

  /** The records so far, copied. */
  columns(): Pick<TraceColumns, 'kind' | 'subject' | 'node' | 'pods'> {
    const { length } = this;
    return {
      kind: this.kind.slice(0, length),
      subject: this.subject.slice(0, length),
      node: this.node.slice(0, length),
      pods: this.#pods?.slice(0, length)
    };
  }

  /** Takes the place of whatever was recorded; the columns are kept, not copied. */
  replace({ kind, subject, node, pods }: TraceColumns): void {
    this.kind = kind;
    this.subject = subject;
    this.node = node;
    this.#pods = pods;
    this.length = kind.length;
  }

  /** Bytes that the records take, without the places that are kept for more. */
  get bytes(): number {
    return this.length * (this.#pods === undefined ? 9 : 11);
  }

  #grow(): void {
    this.kind = doubled(this.kind);
    this.subject = doubled(this.subject);
    this.node = doubled(this.node);
    this.#pods &&= doubled(this.#pods);
  }
}

/** The steps of a run: where each begins among the records, and its tick. Step 0 has no records. */
export class StepColumns {
  #first = new Uint32Array(64);
  #tick = new Float64Array(64);
  last = 0;

  push(first: number, tick: number): void {
    const step = ++this.last;
    if (step === this.#tick.length) {
      this.#first = doubled(this.#first);
      this.#tick = doubled(this.#tick);
    }
    this.#first[step] = first;
    this.#tick[step] = tick;
  }

  firstOf(step: number): number {
    return this.#first[step] as number;
  }

  tickOf(step: number): number {
    return this.#tick[step] ?? 0;
  }

  /** The steps so far, copied. */
  columns(): Pick<TraceColumns, 'first' | 'tick'> {
    return { first: this.#first.slice(0, this.last + 1), tick: this.#tick.slice(0, this.last + 1) };
  }

  /** Takes the place of whatever was recorded; the columns are kept, not copied. */
  replace({ first, tick }: TraceColumns): void {
    this.#first = first;
    this.#tick = tick;
    this.last = first.length - 1;
  }

  /** The step that a record belongs to, by binary search. */
  stepOf(index: number): number {
    let low = 1;
    let high = this.last;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.firstOf(middle) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Bytes that the steps take, without the places that are kept for more. */
  get bytes(): number {
    return this.last * 12;
  }
}
