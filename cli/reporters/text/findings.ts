import type { FindingGroup, RuleGroup } from '../../../core/lint';
import type { Localized, Severity } from '../../../core/model';
import type { ReportedFile } from '../../report';
import { placeOf } from '../places';
import type { Layout } from './layout';

/** How much of a rule is shown before `--all` is needed: what fails at length, what is merely told briefly. */
const shownGroups: Readonly<Record<Severity, number>> = { silent: 10, error: 10, warning: 5, information: 5, hint: 2 };
const shownPlaces = 3;
const shownTypes = 8;

/** A rule's findings: what is wrong, what to do, where, on which target, and how that is known. */
export function ruleLines({ rule, severity, groups, count }: RuleGroup, file: ReportedFile, layout: Layout): string[] {
  const { colours, options } = layout;
  const title = options.ruleOf(rule)?.title;
  const shown = options.all ? groups : groups.slice(0, shownGroups[severity]);
  const hidden = groups.slice(shown.length).reduce((total, group) => total + group.count, 0);
  const head = [layout.severity(severity), colours.bold(rule), title && layout.say(title), colours.dim(`×${count}`)];
  return [
    ...layout.hanging('  ', head.filter(Boolean).join('  ')),
    ...shown.flatMap((group) => groupLines(group, file, layout)),
    ...layout.rest(hidden, { en: `more of ${rule}`, zh: `个 ${rule} 未列出` }),
  ];
}

function groupLines(group: FindingGroup, file: ReportedFile, layout: Layout): string[] {
  const { colours } = layout;
  const lines = layout.hanging('    • ', layout.say(group.message));
  if (group.likewise.size > 0) {
    lines.push(
      ...layout.hanging(layout.say({ en: '      likewise ', zh: '      同样适用于 ' }), typesText(group, layout)),
    );
  }
  if (group.advice !== undefined) lines.push(...layout.hanging('      → ', layout.say(group.advice), colours.cyan));
  if (group.places.length > 0) {
    lines.push(...layout.hanging(layout.say({ en: '      at ', zh: '      位置 ' }), placesText(group, file, layout)));
  }
  const source = sourceText(group, layout);
  if (source !== '') lines.push(...layout.hanging('      ', source, colours.dim));
  return lines;
}

function typesText({ likewise }: FindingGroup, layout: Layout): string {
  const most = layout.options.all ? likewise.size : shownTypes;
  const types = [...likewise].slice(0, most).map(([type, count]) => (count === 1 ? type : `${type} ×${count}`));
  const rest = likewise.size - types.length;
  const more = { en: `and ${rest} more`, zh: `另有 ${rest} 种` };
  return listed(types, rest === 0 ? undefined : more, { en: ', ', zh: '、' }, layout);
}

function placesText({ places }: FindingGroup, { lines }: ReportedFile, layout: Layout): string {
  const most = layout.options.all ? places.length : shownPlaces;
  const names = places.slice(0, most).map((one) => layout.say(placeOf(one, lines)!));
  const { length } = places;
  const rest = length - names.length;
  const more = { en: `and ${rest} more`, zh: `另有 ${rest} 处` };
  const all = listed(names, rest === 0 ? undefined : more, { en: '; ', zh: '；' }, layout);
  return length === 1 ? all : layout.say({ en: `${length} places: ${all}`, zh: `${length} 处：${all}` });
}

/** The names that are shown, and what is said of those that are not. */
function listed(names: readonly string[], more: Localized | undefined, separator: Localized, layout: Layout): string {
  return [...names, ...(more === undefined ? [] : [layout.say(more)])].join(layout.say(separator));
}

/** `on ascend-910b2 (atc) · see hicann/ge …` */
function sourceText({ targets, evidence }: FindingGroup, layout: Layout): string {
  const parts = [];
  if (targets.length > 0) parts.push(`${layout.say({ en: 'on', zh: '目标' })} ${targets.join(', ')}`);
  const [first] = evidence;
  if (first !== undefined) {
    const more = evidence.length > 1 ? ` (+${evidence.length - 1})` : '';
    parts.push(`${layout.say({ en: 'see', zh: '依据' })} ${first.source} ${first.version}, ${first.where}${more}`);
  }
  return parts.join(' · ');
}
