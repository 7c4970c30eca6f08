import type { Attribute, DeviceConfiguration, NameId, Operator, OperatorKind, StringMap } from '../../model';
import type { OperatorColumns } from './operator-columns';

/**
 * An operator of a file: a view of its row. What every pass over the operators asks is a field: until V8 has optimised a
 * pass, a call costs ten times as much.
 */
export class FileOperator implements Operator {
  constructor(
    private readonly columns: OperatorColumns,
    private readonly row: number,
    readonly kind: OperatorKind,
    readonly index: number,
    /** Where the inputs begin in the columns' values; the outputs follow them. */
    readonly firstValue: number,
    readonly inputCount: number,
    readonly outputCount: number,
  ) {}

  get opType(): string {
    return this.kind.opType;
  }

  get domain(): string {
    return this.kind.domain;
  }

  get overload(): string {
    return this.kind.overload;
  }

  get attributes(): readonly Attribute[] {
    return this.kind.attributes;
  }

  get name(): string {
    return this.columns.name(this.row);
  }

  get nameId(): NameId {
    return this.columns.nameId(this.row);
  }

  get inputs(): readonly string[] {
    return this.columns.inputs(this.row, this.firstValue, this.firstValue + this.inputCount);
  }

  get outputs(): readonly string[] {
    const start = this.firstValue + this.inputCount;
    return this.columns.outputs(this.row, start, start + this.outputCount);
  }

  get valueIds(): Int32Array {
    return this.columns.values;
  }

  inputId(index: number): NameId {
    return index < this.inputCount ? this.columns.values[this.firstValue + index]! : 0;
  }

  outputId(index: number): NameId {
    return index < this.outputCount ? this.columns.values[this.firstValue + this.inputCount + index]! : 0;
  }

  get byteOffset(): number {
    return this.columns.byteOffset(this.row);
  }

  get docString(): string | undefined {
    return this.columns.docString(this.row);
  }

  get metadata(): StringMap | undefined {
    return this.columns.metadata(this.row);
  }

  get deviceConfigurations(): readonly DeviceConfiguration[] | undefined {
    return this.columns.deviceConfigurations(this.row);
  }
}
