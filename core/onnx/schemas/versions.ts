import type { Integer } from '../../model';
import type { OperatorSchema } from './schema';
import { flag, type SchemaRow } from './table-file';

/** The versions of an operator; the schema of each is made when it is asked for. */
export class Versions {
  readonly #schemas: (OperatorSchema | undefined)[] = [];

  constructor(
    /** Oldest first. */
    readonly rows: readonly SchemaRow[],
    /** Whether ONNX defines the domain: then what a runtime adds is not its owner's. */
    readonly isStandard: boolean,
    readonly make: (row: SchemaRow) => OperatorSchema,
  ) {}

  /** The newest up to `opset`; `owned`: of those that the domain's owner defines. */
  newest(opset: Integer, owned: boolean): OperatorSchema | undefined {
    let found: number | undefined;
    for (let index = 0; index < this.rows.length; index += 1) {
      if (this.rows[index]![0] <= opset && (!owned || this.#isOwned(index))) found = index;
    }
    return found === undefined ? undefined : this.#at(found);
  }

  /** All that the domain's owner defines. */
  owned(): OperatorSchema[] {
    return [...this.rows.keys()].filter((index) => this.#isOwned(index)).map((index) => this.#at(index));
  }

  /** The version since which the domain's owner defines the operator. */
  first(): number | undefined {
    for (let index = 0; index < this.rows.length; index += 1) if (this.#isOwned(index)) return this.rows[index]![0];
    return undefined;
  }

  #isOwned(index: number): boolean {
    return !this.isStandard || (this.rows[index]![1] & flag.onnxruntime) === 0;
  }

  #at(index: number): OperatorSchema {
    this.#schemas[index] ??= this.make(this.rows[index]!);
    return this.#schemas[index];
  }
}
