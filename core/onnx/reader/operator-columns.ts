import type { DeviceConfiguration, NameId, Operator, StringMap } from '../../model';
import { ByteStore } from './byte-store';
import { ByteText } from './byte-text';
import type { NameTable } from './name-table';
import { decodeUtf8 } from './utf8';

/** What few operators have. */
export type RareFields = Pick<Operator, 'docString' | 'metadata' | 'deviceConfigurations'>;

/** Rows that there is room for at first: memory that is not written yet costs nothing, and moving what is written does. */
const leastRows = 1 << 11;
const mostRows = 1 << 17;
const bytesOfName = 40;
const width = 2;

/** Numbers of a row in {@link OperatorColumns.rows}. */
enum Column {
  nameStart = 0,
  nameLength = 1,
}

/**
 * What the operators of a file differ in, a row each, in the order in which their messages end. As objects of 100,000
 * operators it would be half a million that garbage collection copies twice and goes over again and again.
 */
export class OperatorColumns {
  private rows: Int32Array;
  private byteOffsets: Float64Array;
  /** Names of the inputs and outputs of all rows. */
  values: Int32Array;
  valueCount = 0;
  private rowCount = 0;
  readonly nodeNames: ByteStore;
  private textOfNodeNames: ByteText | undefined;
  private readonly rare = new Map<number, RareFields>();
  /** Of rows that were asked. */
  private readonly inputTexts: (readonly string[] | undefined)[] = [];
  private readonly outputTexts: (readonly string[] | undefined)[] = [];

  /** So many rows are likely. */
  constructor(
    readonly names: NameTable,
    expected: number,
  ) {
    const room = Math.ceil(Math.min(Math.max(leastRows, expected), mostRows));
    this.rows = new Int32Array(room * width);
    this.byteOffsets = new Float64Array(room);
    this.values = new Int32Array(room * 4);
    this.nodeNames = new ByteStore(room * bytesOfName, names.isLong);
  }

  /**
   * Adds a row of the inputs and outputs from `firstInput` and `firstOutput` on, which are put behind each other at the end
   * of {@link values}; returns its number.
   */
  add(
    inputs: readonly NameId[],
    firstInput: number,
    outputs: readonly NameId[],
    firstOutput: number,
    byteOffset: number,
    nameStart: number,
    nameLength: number,
  ): number {
    const row = this.rowCount;
    this.rowCount = row + 1;
    let at = this.valueCount;
    this.makeRoom(at + inputs.length - firstInput + outputs.length - firstOutput);
    const { rows, values } = this;
    rows[row * width + Column.nameStart] = nameStart;
    rows[row * width + Column.nameLength] = nameLength;
    this.byteOffsets[row] = byteOffset;
    for (let index = firstInput; index < inputs.length; index += 1) values[at++] = inputs[index]!;
    for (let index = firstOutput; index < outputs.length; index += 1) values[at++] = outputs[index]!;
    this.valueCount = at;
    return row;
  }

  setRare(row: number, fields: RareFields): void {
    this.rare.set(row, fields);
  }

  private makeRoom(valueCount: number): void {
    if (this.rowCount * width > this.rows.length) {
      const rows = new Int32Array(this.rows.length * 2);
      const byteOffsets = new Float64Array(this.byteOffsets.length * 2);
      rows.set(this.rows);
      byteOffsets.set(this.byteOffsets);
      this.rows = rows;
      this.byteOffsets = byteOffsets;
    }
    if (valueCount > this.values.length) {
      const values = new Int32Array(Math.max(valueCount, this.values.length * 2));
      values.set(this.values);
      this.values = values;
    }
  }

  /** Names of the inputs of the row, which stand in {@link values} from `start` to `end`. */
  inputs(row: number, start: number, end: number): readonly string[] {
    return (this.inputTexts[row] ??= this.texts(start, end));
  }

  outputs(row: number, start: number, end: number): readonly string[] {
    return (this.outputTexts[row] ??= this.texts(start, end));
  }

  private texts(start: number, end: number): string[] {
    const texts: string[] = [];
    for (let at = start; at < end; at += 1) texts.push(this.names.nameOf(this.values[at]!));
    return texts;
  }

  name(row: number): string {
    const length = this.rows[row * width + Column.nameLength]!;
    if (length === 0) return '';
    const start = this.rows[row * width + Column.nameStart]!;
    return decodeUtf8(this.nodeNames.bytes.subarray(start, start + length));
  }

  /** Node names are numbered when they are compared, which not every run does. */
  nameId(row: number): NameId {
    const length = this.rows[row * width + Column.nameLength]!;
    if (length === 0) return 0;
    const start = this.rows[row * width + Column.nameStart]!;
    const { nodeNames } = this;
    if (this.textOfNodeNames === undefined) {
      this.textOfNodeNames = new ByteText();
      this.textOfNodeNames.set(nodeNames.bytes.subarray(0, nodeNames.length));
    }
    return this.names.addKnown(nodeNames.bytes, nodeNames.view, this.textOfNodeNames, start, start + length);
  }

  byteOffset(row: number): number {
    return this.byteOffsets[row]!;
  }

  docString(row: number): string | undefined {
    return this.rare.get(row)?.docString;
  }

  metadata(row: number): StringMap | undefined {
    return this.rare.get(row)?.metadata;
  }

  deviceConfigurations(row: number): readonly DeviceConfiguration[] | undefined {
    return this.rare.get(row)?.deviceConfigurations;
  }
}
