import { displayName, type Finding, type Localized, type OperatorPlace } from '../../core/model';
import { formatInteger } from '../terminal/quantities';

/** How a person finds an operator again: its name, or its number and type where it has none. */
export function operatorName(place: OperatorPlace): string {
  return place.node === '' ? `#${place.index} ${displayName(place.op)}` : displayName(place.node);
}

/** The operator's type with its domain: `Conv`, `com.microsoft.Attention`. */
export function operatorType(place: OperatorPlace): string {
  const standard = place.domain === '' || place.domain === 'ai.onnx';
  return displayName(standard ? place.op : `${place.domain}.${place.op}`);
}

/** Where a finding stands, in words; undefined where it is about the model as a whole. */
export function placeOf({ place, value }: Pick<Finding, 'place' | 'value'>): Localized | undefined {
  if (place !== undefined) {
    const name = place.node === '' ? operatorName(place) : `${operatorName(place)} (${operatorType(place)})`;
    return located(name, place.graph, place.byteOffset);
  }
  return value === undefined ? undefined : located(displayName(value.name), value.graph, value.byteOffset);
}

function located(name: string, graph: string, byteOffset: number): Localized {
  const within = graph === '/' ? '' : ` @ ${displayName(graph)}`;
  const offset = formatInteger(byteOffset);
  return { en: `${name}${within}, byte ${offset}`, zh: `${name}${within}，字节偏移 ${offset}` };
}
