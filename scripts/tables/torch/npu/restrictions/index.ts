import { argumentRestrictions } from './arguments';
import { attentionRestrictions } from './attention';
import { deviceRestrictions } from './devices';
import { plain, type Restriction } from './restriction';
import { shapeRestrictions } from './shapes';
import { trainingRestrictions } from './training';
import { typeList, typeRestrictions } from './types';
import { valueRestrictions } from './values';

export const restrictions: readonly Restriction[] = [
  ...typeRestrictions,
  ...shapeRestrictions,
  ...argumentRestrictions,
  ...valueRestrictions,
  ...attentionRestrictions,
  ...deviceRestrictions,
  ...trainingRestrictions,
];

/** What the text of a table's cell states beside lists of types. A line that nobody has read is an error. */
export function restrictionsOf(cell: string): readonly Restriction[] {
  const lines = cell
    .split('\n')
    .map((line) => plain(line).replace(typeList, ''))
    .filter((line) => line !== '');
  return [...new Set(lines.map(restrictionOf))];
}

function restrictionOf(line: string): Restriction {
  const found = restrictions.find(({ pattern }) => pattern.test(line));
  if (found === undefined) throw new Error(`No restriction is written for the line "${line}"`);
  return found;
}

/** What the tables no longer say has to go: an error names it. */
export function refuseUnused(used: ReadonlySet<Restriction>): void {
  const unused = restrictions.filter((restriction) => !used.has(restriction));
  if (unused.length > 0)
    throw new Error(`No line of the tables is as ${unused.map(({ pattern }) => pattern).join(', ')}`);
}
