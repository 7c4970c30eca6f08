/** The text of a table or a page, which is read when it is asked for. */
export interface StoredText {
  toString(): string;
}
