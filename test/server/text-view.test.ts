import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
} from 'vscode-languageserver-protocol';
import { LanguageSession } from './language-session';
import { mixedModel, plainModel } from './models';

const ends: (() => Promise<void>)[] = [];
let session: LanguageSession;
let view: string;
let text: string;

before(async () => {
  session = await LanguageSession.start({ after: (end) => ends.push(end) }, { files: { 'mixed.onnx': mixedModel } });
  view = session.view('mixed.onnx');
  text = await session.open(view);
});

after(async () => {
  for (const end of ends) await end();
});

/** The position of `what` in the first line that has `line` (from its beginning where that is `^...`); its first character, or `nth` occurrence in that line. */
function at(line: string, what: string, nth = 0): Position {
  const lines = text.split('\n');
  const index = lines.findIndex((each) =>
    line.startsWith('^') ? each.startsWith(line.slice(1)) : each.includes(line),
  );
  assert.notEqual(index, -1, `no line with ${line} in\n${text}`);
  let character = -1;
  for (let count = 0; count <= nth; count++) character = lines[index]!.indexOf(what, character + 1);
  assert.notEqual(character, -1, `no ${what} in ${lines[index]}`);
  return { line: index, character };
}

/** What a range covers. */
function covered({ range: { start, end } }: { range: { start: Position; end: Position } }): string {
  assert.equal(start.line, end.line);
  return text.split('\n')[start.line]!.slice(start.character, end.character);
}

const on = (position: Position) => ({ textDocument: { uri: view }, position });

async function hoverText(position: Position): Promise<string> {
  const hover = await session.request<Hover | null>('textDocument/hover', on(position));
  return hover === null ? '' : (hover.contents as { value: string }).value;
}

test('the view is in the text syntax of ONNX', () => {
  assert.match(text, /^<\n\s+ir_version: 10/);
  assert.match(text, /\[conv\] c = Conv <strides: ints = \[1, 1\]> \(x, w\)/);
  assert.match(text, /float\[4,3,1,1\] w = \{/);
});

const hovers: readonly (readonly [what: string, line: string, at: string, expected: readonly RegExp[]])[] = [
  [
    'an operator: signature, types, cost, verdict of each target',
    '[conv]',
    'Conv',
    [
      /float\[1,4,8,8\] c =\n\s+Conv\(float\[1,3,8,8\] x, float\[4,3,1,1\] w\)/,
      /opset 17/,
      /768 MACs/,
      /SC11 FP300/,
      /910B2/,
      /native.*< 1 µs by roofline/,
    ],
  ],
  ['an unknown operator', '[odd]', 'Mystery', [/com\.example\.Mystery/, /Not an operator that the ONNX standard/]],
  ['a call', '[call]', 'twice', [/Calls the model's function twice/]],
  ['a label', '[conv]', 'conv]', [/Conv\(/]],
  [
    'a value: type, producer, consumers',
    '[odd]',
    'c)',
    [/float\[1,4,8,8\] c/, /Computed by `Conv conv`/, /Read by `.*Mystery odd`/],
  ],
  ['an input', 'float[1,3,8,8] x', 'x', [/float\[1,3,8,8\] x/, /Input of the graph/, /Read by `Conv conv`/]],
  ['a weight', 'w = {', 'w =', [/float\[4,3,1,1\] w/, /Weight/]],
  [
    'a value of the outer graph, met in a subgraph',
    '[relu]',
    't)',
    [/Computed by `local\.twice call`|Computed by `twice call`/],
  ],
  ['an output', '[branch]', 'y =', [/Output of the graph/, /Computed by `If branch`/]],
  ['nothing', 'ir_version', 'ir_version', [/^$/]],
];
for (const [what, line, place, expected] of hovers) {
  test(`hover on ${what}`, async () => {
    const shown = await hoverText(at(line, place));
    for (const pattern of expected) assert.match(shown, pattern);
  });
}

test('verdicts in a hover come with their evidence', async () => {
  assert.match(await hoverText(at('[odd]', 'Mystery')), /Evidence|tpu\\-mlir/);
});

const definitions: readonly (readonly [what: string, line: string, at: string, expected: string, inLine: string])[] = [
  ['a value that an operator computes', '[odd]', 'c)', 'c', '[conv]'],
  ['an input', '[conv]', 'x,', 'x', 'float[1,3,8,8] x'],
  ['a weight', '[conv]', 'w)', 'w', 'float[4,3,1,1] w'],
  ['a value of the outer graph', '[sigmoid]', 't)', 't', '[call]'],
  ['an output of the graph', 'float[1,4,8,8] y', 'y', 'y', '[branch]'],
  ['a called function', '[call]', 'twice', 'twice', '^twice ('],
];
for (const [what, line, place, expected, inLine] of definitions) {
  test(`definition of ${what}`, async () => {
    const found = await session.request<Location | null>('textDocument/definition', on(at(line, place)));
    assert.ok(found);
    assert.equal(found.uri, view);
    assert.equal(covered(found), expected);
    assert.equal(found.range.start.line, at(inLine, expected).line);
  });
}

test('an attribute has no definition', async () => {
  assert.equal(await session.request('textDocument/definition', on(at('[conv]', 'strides'))), null);
});

test('references of a value, subgraphs included, with and without its definition', async () => {
  const ask = (includeDeclaration: boolean) =>
    session.request<Location[]>('textDocument/references', {
      ...on(at('[call]', 't =')),
      context: { includeDeclaration },
    });
  const lines = (found: Location[]) => found.map(({ range }) => range.start.line);
  const reads = [at('[relu]', 't').line, at('[sigmoid]', 't').line];
  assert.deepEqual(lines(await ask(false)), reads);
  assert.deepEqual(lines(await ask(true)), [at('[call]', 't').line, ...reads]);
});

test('a value that one operator reads twice is highlighted twice', async () => {
  const found = await session.request<DocumentHighlight[]>('textDocument/documentHighlight', on(at('[sum]', 'v')));
  const kinds = found.map(({ kind }) => kind);
  assert.deepEqual(kinds, [3, 2, 2]);
  assert.ok(found.every((each) => covered(each) === 'v'));
});

test('symbols: graphs and functions, operators in them, subgraphs in their operators', async () => {
  const found = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: view } });
  const outline = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
    symbols.flatMap(({ name, children = [] }) => [indent + name, ...outline(children, `${indent}  `)]);
  assert.deepEqual(outline(found), [
    'mixed',
    '  x',
    '  flag',
    '  Conv conv',
    '  Mystery odd',
    '  twice call',
    '  If branch',
    '    yes',
    '      Relu relu',
    '    no',
    '      Sigmoid sigmoid',
    'twice',
    '  v',
    '  Add sum',
  ]);
  const inside = (outer: DocumentSymbol): boolean =>
    (outer.children ?? []).every(
      (child) =>
        child.range.start.line >= outer.range.start.line &&
        child.range.end.line <= outer.range.end.line &&
        child.selectionRange.start.line >= child.range.start.line &&
        inside(child),
    );
  assert.ok(found.every(inside));
});

test('folding: header, inputs, bodies, subgraphs and functions', async () => {
  const found = await session.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: view } });
  const starts = new Set(found.map(({ startLine }) => text.split('\n')[startLine]!.trim()));
  for (const line of ['<', 'mixed (', '> {', 'twice (']) assert.ok(starts.has(line), `${line} does not fold`);
  assert.ok(found.every(({ startLine, endLine }) => endLine > startLine));
});

test('lenses: the time of a model whose shapes are all known', async (context) => {
  const known = await LanguageSession.start(context, { files: { 'm.onnx': plainModel } });
  await known.open(known.view('m.onnx'));
  const lenses = await known.request<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: known.view('m.onnx') },
  });
  assert.match(lenses.map(({ command }) => command?.title).join(), /operators run.* · < 1 µs by roofline/);
});

test('lenses: targets and coverage above the graph, coverage above functions', async () => {
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: view } });
  const titles = (line: number) =>
    lenses.filter(({ range }) => range.start.line === line).map(({ command }) => command?.title);
  const [targets, ...coverage] = titles(0);
  assert.equal(targets, 'Targets: 2');
  assert.equal(coverage.length, 2);
  assert.match(coverage.join(), /SC11 FP300: .*910B2: /);
  for (const title of coverage) {
    assert.match(title ?? '', /: \d+\/\d+ operators run/);
    // One operator is a mystery: a time without it is no time of the model.
    assert.doesNotMatch(title ?? '', /by roofline/);
  }
  assert.equal(titles(at('^twice (', 'twice').line).length, 2);
  assert.ok(
    lenses.every(({ command }) => !command?.title.includes('$(')),
    'icons are for our own extension',
  );
});
