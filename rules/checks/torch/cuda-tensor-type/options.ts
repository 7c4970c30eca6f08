import type { ScriptFacts } from '../../../../core/model';
import { textOf } from '../../scripts/edits';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import { isTypeText, type TypeUse, takesType } from './type-use';

/** `add_argument("--type", default="torch.cuda.FloatTensor")`, where this file converts to that: `model.type(args.type)`. */
export function optionsOfTypes(facts: ScriptFacts): TypeUse[] {
  return callsNamed(facts, makesOption).flatMap((call) => {
    const given = call.arguments.find(({ keyword }) => keyword === 'default');
    const type = given?.value.constant;
    if (!isTypeText(type)) return [];
    const names = call.arguments.filter(({ keyword }) => keyword === undefined || keyword === 'dest');
    const options = names.flatMap(({ value: { constant } }) => (typeof constant === 'string' ? [constant] : []));
    return converts(facts, options.map(destination)) ? [{ name: type, at: call, span: given!.valueSpan }] : [];
  });
}

/** What argparse calls the attribute of an option. */
const destination = (option: string) => option.replace(/^-+/, '').replaceAll('-', '_');

function converts(facts: ScriptFacts, names: readonly string[]): boolean {
  return callsNamed(facts, takesType).some(({ arguments: [type] }) => {
    const attribute = type && /^\w+\.(\w+)$/.exec(textOf(facts, type.valueSpan))?.[1];
    return attribute !== undefined && names.includes(attribute);
  });
}

const makesOption = namesLike(/(^|\.)add_argument$/);
