import type { Attribute, DeviceConfiguration, NameId, Operator, OperatorKind, StringMap } from '../../model';
import type { OperatorColumns } from './operator-columns';

/** An operator of a file: a view of its row. */
export class FileOperator implements Operator {
  constructor(
    private readonly columns: OperatorColumns,
    private readonly row: number,
    readonly kind: OperatorKind,
    readonly index: number,
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
    return this.columns.inputs(this.row);
  }

  get outputs(): readonly string[] {
    return this.columns.outputs(this.row);
  }

  get inputCount(): number {
    return this.columns.inputCount(this.row);
  }

  get outputCount(): number {
    return this.columns.outputCount(this.row);
  }

  inputId(index: number): NameId {
    return this.columns.inputId(this.row, index);
  }

  outputId(index: number): NameId {
    return this.columns.outputId(this.row, index);
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
