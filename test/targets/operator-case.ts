import assert from 'node:assert/strict';
import { bytesSource, type ModelFacts, type OperatorFacts } from '../../core/model';
import { describeModel, inferTypes, readModel } from '../../core/onnx';
import { parseModelText } from '../../core/onnx/text';

/**
 * One operator in a line:
 *
 *     @bm1684 opset 13 Conv <group = 2> (float[1,2,8,8], float[2,1,3,3] = ?, -) => 1
 *
 * `@chip`: the chip's family, where it matters; `opset`: 17 where it is left out; inputs: types, `= {1,2}` for a constant
 * with these elements, `= ?` for one of zeros, `-` for an input that is left out; `=> n`: n outputs (1 where it is left
 * out), all of which are read, by an operator that no route folds away. `domain:Type` names an operator of another domain.
 */
export interface OperatorCase {
  readonly chip: string | undefined;
  readonly facts: ModelFacts;
  readonly operator: OperatorFacts;
}

const caseLine =
  /^(?:@(?<chip>\S+) )?(?:opset (?<opset>\d+) )?(?:(?<domain>[\w.]+):)?(?<type>\w+) ?(?<attributes><.*>)? ?\((?<inputs>.*)\)(?: => (?<outputs>\d+))?$/;

export function operatorCase(line: string): OperatorCase {
  const groups = caseLine.exec(line)?.groups;
  assert.ok(groups, `not an operator case: ${line}`);
  const { chip, opset = '17', domain = '', type, attributes = '', inputs = '', outputs = '1' } = groups;
  const declared: string[] = [];
  const constants: string[] = [];
  const names = split(inputs).map((input, index) => {
    if (input === '-') return '""';
    const [declaration, elements] = input.split(' = ');
    if (elements === undefined) declared.push(`${declaration} x${index}`);
    else constants.push(`${declaration} x${index} = ${elements === '?' ? zeros(declaration!) : elements}`);
    return `x${index}`;
  });
  const results = Array.from({ length: Number(outputs) }, (_, index) => `y${index}`);
  const source = `<ir_version: 8, opset_import: ["" : ${opset}${domain === '' ? '' : `, "${domain}" : 1`}]>
graph (${declared.join(', ')}) => (${results.map((name) => `float z${name}`).join(', ')}) ${constants.length === 0 ? '' : `<${constants.join(', ')}>`} {
  ${results.join(', ')} = ${domain === '' ? '' : `${domain}.`}${type} ${attributes} (${names.join(', ')})
${results.map((name) => `  z${name} = RandomNormalLike (${name})`).join('\n')}
}`;
  const facts = factsOfText(source);
  return { chip, facts, operator: facts.graphs[0]!.operators[0]! };
}

/** The facts of a model in ONNX's text syntax. */
export function factsOfText(source: string): ModelFacts {
  const { bytes, problems } = parseModelText(source);
  assert.deepEqual(problems, [], source);
  const { model } = readModel(bytesSource(bytes!));
  return describeModel('case.onnx', model!, inferTypes(model!));
}

/** At commas outside of brackets. */
function split(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < list.length; index++) {
    if ('[{('.includes(list[index]!)) depth++;
    else if (']})'.includes(list[index]!)) depth--;
    else if (list[index] === ',' && depth === 0) {
      parts.push(list.slice(start, index).trim());
      start = index + 1;
    }
  }
  const last = list.slice(start).trim();
  return last === '' ? parts : [...parts, last];
}

/** As many zeros as a type such as `float[2,3]` has elements. */
function zeros(type: string): string {
  const dims = /\[(.*)\]/.exec(type)?.[1] ?? '';
  const count = dims === '' ? 1 : dims.split(',').reduce((product, dim) => product * Number(dim), 1);
  return `{${Array(count).fill(0).join(',')}}`;
}
