import type { Attribute, ByteSource, Integer, NameId, OperatorKind, Problem, Task } from '../../model';
import { byteTextOf } from './bytes/byte-text';
import { BytesTable, mostShared } from './bytes/bytes-table';
import { OperatorColumns } from './operator-columns';
import { OperatorKinds } from './operator-kinds';
import { Cursor } from './wire/cursor';
import { likelyBytes } from './wire/structure-size';
import { Cancelled, WireError } from './wire/wire-error';

/** Graphs in graphs; protobuf's own default (100 messages) stops at 33. */
export const deepestGraph = 100;
export const deepestType = 64;

/** Elements of one list attribute, or of an integer tensor that shape inference may need, that are kept. */
export const longestKeptList = 8192;

/** Larger payloads are kept of integer tensors only. */
export const largestKeptPayload = 1024;

/**
 * Estimated bytes of objects that one model may become: two bytes of an empty node would else become 160 in memory, and
 * a 2 GB file 160 GB.
 */
const memoryBudget = 480_000_000;

/** What kept elements may take of that. */
const elementsBudget = 64_000_000;

/** Of a file without weights, some. */
const bytesPerOperator = 128;

/** An entry of a map. */
const sizeOfKnownKind = 80;

/** Nodes in a row, not plain ones, after which none are expected. */
const leastTries = 256;

/** Fields between two looks at the task. */
const fieldsBetweenLooks = 4096;

/** The state of reading one file. */
export class Reading {
  readonly cursor: Cursor;
  readonly attributes = new BytesTable<Attribute>();
  readonly kinds = new OperatorKinds((bytes) => this.spend(bytes));
  /** By the bytes of a node from its type on: as texts while names are known by texts, too. */
  readonly kindsByText = new Map<string, OperatorKind>();
  readonly kindsByBytes = new BytesTable<OperatorKind>();
  /** These bytes of the node to be read, where they came for the first time. */
  unknownKind: Uint8Array | undefined;
  /** Plain nodes more than others, see readPlainNodes: what few are, as it seems, is not tried for long. */
  plainNodes = leastTries;
  readonly columns: OperatorColumns;
  readonly problems: Problem[] = [];
  /** Of the node being read, behind those of the nodes around it. */
  readonly inputs: NameId[] = [];
  readonly outputs: NameId[] = [];
  readonly nodeAttributes: Attribute[] = [];
  /** How many attributes were read that are not the same object as all that equal them. */
  ownAttributes = 0;
  readonly ints: Integer[] = [];
  readonly floats: number[] = [];
  // Plain fields, which V8 reads faster than #private ones before it has optimised a method.
  private readonly task: Task;
  private memory = memoryBudget;
  private elements = elementsBudget;
  private untilLook = fieldsBetweenLooks;

  constructor(source: ByteSource, task: Task) {
    this.cursor = new Cursor(source, (length) => this.spend(length + 32));
    this.columns = new OperatorColumns(this.cursor.names, likelyBytes(source) / bytesPerOperator);
    this.task = task;
  }

  /** Counts memory; ends the reading where the file would take too much. */
  spend(bytes: number): void {
    this.memory -= bytes;
    if (this.memory < 0) throw new WireError('too-large', this.cursor.position);
  }

  /** Whether so many more elements may be kept. */
  keeps(elements: number): boolean {
    if (elements * 8 > this.elements) return false;
    this.elements -= elements * 8;
    return true;
  }

  get expectsOtherNodes(): boolean {
    return this.plainNodes < 0;
  }

  /** Nodes with these bytes from their type on are of this kind. */
  knowKind(bytes: Uint8Array, kind: OperatorKind): void {
    if (this.cursor.names.byText === undefined) {
      this.kindsByBytes.add(bytes, new DataView(bytes.buffer), 0, bytes.length, kind);
    } else if (this.kindsByText.size < mostShared) {
      this.spend(bytes.length + sizeOfKnownKind);
      this.kindsByText.set(byteTextOf(bytes), kind);
    }
  }

  /** Called in every long loop, for one field or several. */
  look(fields = 1): void {
    this.untilLook -= fields;
    if (this.untilLook > 0) return;
    this.untilLook = fieldsBetweenLooks;
    if (this.task.isCancelled()) throw new Cancelled();
    this.task.progress?.(this.cursor.position / Math.max(1, this.cursor.size));
  }
}

/** Runs `one` until a packed field is read through. */
export function readPacked(reading: Reading, one: () => void): void {
  const { cursor } = reading;
  const outer = cursor.enter();
  while (cursor.hasMore) {
    reading.look();
    one();
  }
  cursor.leave(outer);
}
