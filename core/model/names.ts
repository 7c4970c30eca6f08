/** A name's number among the names of its file: equal names have equal numbers. The empty name is 0. */
export type NameId = number;

/**
 * The names of a model file. Comparing numbers and indexing arrays with them costs a fraction of what decoding and hashing
 * texts does, and hundred thousands of names are never shown.
 */
export interface Names {
  /** Greater than every id. */
  readonly size: number;
  nameOf(id: NameId): string;
  /** Undefined where the file does not have the name. */
  idOf(name: string): NameId | undefined;
}
