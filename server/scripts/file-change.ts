/** A file that is new, changed or gone. */
export interface FileChange {
  readonly uri: string;
  readonly exists: boolean;
}
