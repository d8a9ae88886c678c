/** What a learner answered, as kept in the log: positions count in the order of the item file, never as shown. */
export type Response = number | string | readonly number[] | readonly string[];

/** Why one option is right or wrong. */
export interface Rationale {
  /** The option as it was worded. */
  readonly of: string;
  readonly right: boolean;
  readonly chosen: boolean;
  readonly text: string;
}

/** What a type of item can do; one file a type and a line in `types.ts`, one schema and a line in `schema/item.ts`. */
export interface ItemType<Item, Answer extends Response> {
  /** Reads what a form or a log holds; undefined for what is no complete answer to this item. */
  parse(item: Item, given: unknown): Answer | undefined;
  /** Marks from 0 to 1; 1 for the key and for nothing else. */
  score(item: Item, answer: Answer): number;
  /** The answer that earns full marks. */
  key(item: Item): Answer;
  /** What a check without `is` must give: the key in words, or as a number. */
  keyValue(item: Item): number | string | readonly string[];
  /** Why each option is right or wrong; the key is always among them. */
  rationale(item: Item, answer: Answer | undefined): Rationale[];
  /** The options as worded, where there are any: no two may be equal. */
  options(item: Item): readonly string[];
}
