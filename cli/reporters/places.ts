import {
  type CellPlace,
  displayName,
  type Finding,
  type Localized,
  type OperatorPlace,
  operatorType,
} from '../../core/model';
import { formatInteger } from '../terminal/quantities';
import type { Lines } from './lines';

/** What a finding, a problem and a place of a group of findings have in common. */
type Placed = Partial<Pick<Finding, 'place' | 'value' | 'span' | 'cell'>> & {
  readonly byteOffset?: number | undefined;
};

/** How a person finds an operator again: its name, or its number and type where it has none. */
export function operatorName(place: OperatorPlace): string {
  return place.node === '' ? `#${place.index} ${displayName(place.op)}`.trimEnd() : displayName(place.node);
}

/** `cell 3, line 2` */
export function cellName({ number, line }: CellPlace): Localized {
  return { en: `cell ${number}, line ${line}`, zh: `第 ${number} 个单元格第 ${line} 行` };
}

/**
 * Where a finding or problem stands, in words: in a file that has lines by line and column, else by its offset. Undefined
 * where it is about the model as a whole.
 */
export function placeOf(
  { place, value, span, cell, byteOffset }: Placed,
  lines?: Lines | undefined,
): Localized | undefined {
  const name = place === undefined ? value && displayName(value.name) : nameAndType(place);
  const graph = place?.graph ?? value?.graph ?? '/';
  const within = name === undefined || graph === '/' ? '' : ` @ ${displayName(graph)}`;
  if (span !== undefined && lines !== undefined) {
    const { line, column } = lines(span.start);
    const text = `${line}:${column}${name === undefined ? '' : ` ${name}${within}`}`;
    if (cell === undefined) return { en: text, zh: text };
    const inCell = cellName(cell);
    return { en: `${text} (${inCell.en})`, zh: `${text}（${inCell.zh}）` };
  }
  const offset = place?.byteOffset ?? value?.byteOffset ?? byteOffset;
  if (offset === undefined) return undefined;
  const digits = formatInteger(offset);
  if (name === undefined) return { en: `byte ${digits}`, zh: `字节偏移 ${digits}` };
  return { en: `${name}${within}, byte ${digits}`, zh: `${name}${within}，字节偏移 ${digits}` };
}

/** `/mlp/Add (Add)` */
export function nameAndType(place: OperatorPlace): string {
  return place.node === '' ? operatorName(place) : `${operatorName(place)} (${operatorType(place)})`;
}
