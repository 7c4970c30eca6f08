import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatType } from '../../core/model';
import { inferTypes, operatorNames } from '../../core/onnx';
import { inferredOperators } from '../../core/onnx/inference/rules/registry';
import { modelOf } from './infer-text';
import { operatorCases } from './operator-cases';

/** The parts of a list, at commas outside of brackets. */
function listOf(text: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (const [i, character] of [...text].entries()) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== '');
}

function infer(row: string): { actual: string[]; expected: string[]; problems: string[] } {
  const match =
    /^(?:(?<domain>[\w.]+):)?(?<op>\w+)-(?<opset>\d+) (?<attributes><.*> )?\((?<inputs>.*)\) -> (?<outputs>.*)$/.exec(
      row,
    );
  const { domain = '', op, opset, attributes = '', inputs, outputs } = match!.groups!;
  const given = listOf(inputs!);
  const expected = listOf(outputs!);
  const isConstant = (input: string) => input.endsWith('}');
  const named = given.map((input, i) => (input === '_' ? '' : `i${i}`));
  const declared = given.flatMap((input, i) => (input === '_' || isConstant(input) ? [] : [`${input} i${i}`]));
  const constants = given.flatMap((input, i) => (isConstant(input) ? [input.replace('{', ` i${i} = {`)] : []));
  const results = expected.map((_, i) => `o${i}`);
  const name = domain === '' ? op : `${domain}.${op}`;
  const imports = domain === '' ? `"" : ${opset}` : `"" : 21, "${domain}" : ${opset}`;
  const model = modelOf(
    `<ir_version: 10, opset_import: [${imports}]> g (${declared.join(', ')}) => () <${constants.join(', ')}> { ${results.join(', ')} = ${name} ${attributes}(${named.join(', ')}) }`,
  );
  const { root, problems } = inferTypes(model);
  return {
    actual: results.map((result) => formatType(root!.typeOf(result)).replace(/tensor\((\w+)\)/g, '$1')),
    expected,
    problems: problems.map(({ message }) => message.en),
  };
}

for (const [family, rows] of Object.entries(operatorCases)) {
  describe(family, () => {
    for (const row of rows) {
      test(row, () => {
        const { actual, expected, problems } = infer(row);
        assert.deepEqual(problems, []);
        assert.deepEqual(actual, expected);
      });
    }
  });
}

test('every operator of the standard domains has an inference of its own', () => {
  for (const domain of ['', 'ai.onnx.ml', 'ai.onnx.preview', 'ai.onnx.preview.training']) {
    const inferred = new Set(inferredOperators(domain));
    assert.deepEqual(
      operatorNames(domain).filter((name) => !inferred.has(name)),
      [],
    );
  }
});
