/** A table's text, which is read when it is asked for. */
export interface TableText {
  toString(): string;
}
