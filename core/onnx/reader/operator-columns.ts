import type { DeviceConfiguration, NameId, Operator, StringMap } from '../../model';
import { ByteStore } from './bytes/byte-store';
import { ByteText, nameOfByteText } from './bytes/byte-text';
import type { NameTable } from './bytes/name-table';
import { decodeUtf8 } from './bytes/utf8';

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
  /** Of the first rows, instead: the texts of their names' bytes. */
  readonly nameTexts: (string | undefined)[] = [];
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
    let at = this.valueCount;
    const values = this.roomFor(at + inputs.length - firstInput + outputs.length - firstOutput);
    for (let index = firstInput; index < inputs.length; index += 1) values[at++] = inputs[index]!;
    for (let index = firstOutput; index < outputs.length; index += 1) values[at++] = outputs[index]!;
    const row = this.addRow(byteOffset, at);
    this.rows[row * width + Column.nameStart] = nameStart;
    this.rows[row * width + Column.nameLength] = nameLength;
    return row;
  }

  /** Adds a row whose values have been put behind the last one's already, and that has no name yet; returns its number. */
  addRow(byteOffset: number, valueCount: number): number {
    const row = this.rowCount;
    this.rowCount = row + 1;
    this.valueCount = valueCount;
    if (row === this.byteOffsets.length) this.moreRows();
    this.byteOffsets[row] = byteOffset;
    return row;
  }

  /** Names a row by the bytes from `start` to `end`. */
  nameRow(row: number, bytes: Uint8Array, start: number, end: number): void {
    this.rows[row * width + Column.nameStart] = this.nodeNames.length;
    this.rows[row * width + Column.nameLength] = end - start;
    this.nodeNames.add(bytes, start, end);
  }

  setRare(row: number, fields: RareFields): void {
    this.rare.set(row, fields);
  }

  private moreRows(): void {
    const rows = new Int32Array(this.rows.length * 2);
    const byteOffsets = new Float64Array(this.byteOffsets.length * 2);
    rows.set(this.rows);
    byteOffsets.set(this.byteOffsets);
    this.rows = rows;
    this.byteOffsets = byteOffsets;
  }

  /** {@link values}, with room for so many. */
  roomFor(valueCount: number): Int32Array {
    if (valueCount > this.values.length) {
      const values = new Int32Array(Math.max(valueCount, this.values.length * 2));
      values.set(this.values);
      this.values = values;
    }
    return this.values;
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
    const text = this.nameTexts[row];
    if (text !== undefined) return nameOfByteText(text);
    const length = this.rows[row * width + Column.nameLength]!;
    if (length === 0) return '';
    const start = this.rows[row * width + Column.nameStart]!;
    return decodeUtf8(this.nodeNames.bytes.subarray(start, start + length));
  }

  /** Node names are numbered when they are compared, which not every run does. */
  nameId(row: number): NameId {
    const text = this.nameTexts[row];
    if (text !== undefined) return this.names.addKnownText(text);
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
