import type { NameId, Operator } from '../../model';
import { sameBytes } from './bytes/bytes-hash';
import { FileOperator } from './file-operator';
import { bytesOfNode, bytesOfValue, NodeField } from './node-fields';
import type { Reading } from './reading';

/** A type with its attributes; longer ones hardly repeat. */
const longestKind = 512;

/**
 * Reads nodes from here on, where the first one's `tag` was read already, as long as each is plain: whole in the window,
 * its fields in order, and from its type on the same bytes as a node before it. Returns whether a node follows, behind its
 * tag, that is not plain: that one is for readNode.
 *
 * What this does, readNode does too. But most nodes of most models are plain, and most models are read before V8 has
 * optimised anything: until then a loop over local variables takes half of what calls and objects' fields take.
 */
export function readPlainNodes(reading: Reading, operators: Operator[], tag: number): boolean {
  const { cursor, columns, kindsByText, kindsByBytes } = reading;
  const { window, view, base, limit, names } = cursor;
  const idsByText = names.byText;
  const text = idsByText === undefined ? '' : cursor.windowText();
  if (text === undefined || reading.expectsOtherNodes) return true;
  const first = operators.length;
  let { values, valueCount } = columns;
  /** The last output: its id, and its name in the window. */
  let outputId: NameId = 0;
  let outputStart = 0;
  let outputLength = 0;
  let isOther = true;
  for (let start = cursor.at; ; ) {
    cursor.at = start;
    // A length of three bytes makes a node that is longer than the window.
    let at = start + 1;
    let end = window[start]!;
    if (end >= 0x80) end = (end & 0x7f) | (window[at++]! << 7);
    const byteOffset = base + at;
    end += at;
    if (!(end <= limit) || window[at - 1]! >= 0x80) break;
    if (valueCount + end - start > values.length) values = columns.roomFor(valueCount + end - start);

    let value = valueCount;
    let inputs = 0;
    let nameStart = 0;
    let nameEnd = 0;
    let field = 0;
    for (let before: number = NodeField.input; at < end; before = field) {
      field = window[at]!;
      const isName = field === NodeField.name;
      if (
        field < before ||
        (isName ? before === NodeField.name : field !== NodeField.input && field !== NodeField.output)
      )
        break;
      let textStart = at + 2;
      let textEnd = window[at + 1]!;
      if (textEnd >= 0x80) textEnd = (textEnd & 0x7f) | (window[textStart++]! << 7);
      textEnd += textStart;
      if (!(textEnd <= end) || window[textStart - 1]! >= 0x80) break;
      at = textEnd;
      if (isName) {
        nameStart = textStart;
        nameEnd = textEnd;
        continue;
      }
      if (field === NodeField.input) inputs += 1;
      if (textStart === textEnd) values[value++] = 0;
      else if (idsByText === undefined) {
        const length = textEnd - textStart;
        const isInput = field === NodeField.input;
        // Most nodes take what the one before them gives.
        if (isInput && length === outputLength && sameBytes(view, textStart, view, outputStart, length)) {
          values[value++] = outputId;
        } else {
          const id = names.addBytes(window, view, textStart, textEnd);
          values[value++] = id;
          if (!isInput) {
            outputId = id;
            outputStart = textStart;
            outputLength = length;
          }
        }
      } else {
        const name = text.slice(textStart, textEnd);
        values[value++] = idsByText.get(name) ?? names.addText(name);
      }
    }
    // Here its type should stand, and what follows it be known.
    if (at >= end || field !== NodeField.opType || end - at > longestKind) break;
    const kind = idsByText === undefined ? kindsByBytes.find(view, at, end - at) : kindsByText.get(text.slice(at, end));
    if (kind === undefined) {
      if (isKind(window, at, end)) reading.unknownKind = window.slice(at, end);
      break;
    }

    cursor.at = end;
    reading.spend(bytesOfNode + bytesOfValue * (value - valueCount) + nameEnd - nameStart);
    const row = columns.addRow(byteOffset, value);
    if (nameStart < nameEnd) {
      if (idsByText === undefined) columns.nameRow(row, window, nameStart, nameEnd);
      else columns.nameTexts[row] = text.slice(nameStart, nameEnd);
    }
    const outputs = value - valueCount - inputs;
    operators.push(new FileOperator(columns, row, kind, operators.length, valueCount, inputs, outputs));
    valueCount = value;
    // A window's text holds for names by text only.
    if (end >= limit || window[end] !== tag || names.byText !== idsByText) {
      isOther = false;
      break;
    }
    start = end + 1;
  }
  // In one place, that every window comes to: what V8 has not seen run when it optimises, it takes for never to be run.
  const plain = operators.length - first;
  reading.plainNodes += isOther ? plain - 1 : plain;
  reading.look(plain);
  return isOther;
}

/** Whether these fields say of which type an operator is and which attributes it has, and nothing else. */
function isKind(window: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const field = window[at];
    if (field !== NodeField.opType && field !== NodeField.attribute && field !== NodeField.domain) return false;
    let length = window[at + 1]!;
    at += 2;
    if (length >= 0x80) length = (length & 0x7f) | (window[at++]! << 7);
    if (window[at - 1]! >= 0x80) return false;
    at += length;
  }
  return at === end;
}
