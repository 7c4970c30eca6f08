/** Where a fact comes from. No table row and no finding is without one. */
export interface Evidence {
  /** The project or document, such as `sophgo/tpu-mlir`. */
  readonly source: string;
  /** Its version, commit or date. */
  readonly version: string;
  /** The file, line, page or section. */
  readonly where: string;
}
