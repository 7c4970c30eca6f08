import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pythonParser } from '../../core/pytorch';
import { chance } from '../../scripts/bench/chance';
import { randomProgram } from './oracle/random-python';
import { analyze } from './python';
import { assertWellFormed } from './syntax-invariants';

const scraps = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '"""',
  'f"',
  '{',
  ':',
  '=',
  ',',
  '.',
  '\n',
  '\r',
  '\n    ',
  '\t',
  '\\',
  '#',
];
const words = [
  'if ',
  'else',
  'def ',
  'class ',
  'lambda ',
  'for ',
  'import ',
  ' in ',
  'not ',
  'match ',
  'case ',
  'async ',
  '@',
  ' as ',
  '\0',
  '\u{1d4b3}',
  '*',
];

/** A text with some of its places deleted, doubled, moved or filled with what may mean much. */
function damaged(text: string, below: (count: number) => number): string {
  let made = text;
  for (let times = 1 + below(4); times > 0; times--) {
    const at = below(made.length + 1);
    const to = at + below(12);
    const scrap = below(2) === 0 ? scraps[below(scraps.length)]! : words[below(words.length)]!;
    switch (below(5)) {
      case 0:
        made = made.slice(0, at) + made.slice(to);
        break;
      case 1:
        made = made.slice(0, at);
        break;
      case 2:
        made = made.slice(0, to) + made.slice(at);
        break;
      default:
        made = made.slice(0, at) + scrap + made.slice(at);
    }
  }
  return made;
}

test('whatever a text is, its syntax lies in it and in order', () => {
  const below = chance(2);
  for (let seed = 0; seed < 3000; seed++) {
    const text = damaged(randomProgram(seed), below);
    assertWellFormed(text, pythonParser.parse(text));
  }
});

test('scraps of Python, in any order, are read to their end', () => {
  const below = chance(3);
  const all = [...scraps, ...words, 'x', '1', 'torch.zeros(1)'];
  for (let count = 0; count < 3000; count++) {
    const text = Array.from({ length: below(40) }, () => all[below(all.length)]!).join('');
    assertWellFormed(text, pythonParser.parse(text));
  }
});

test('what stands before a break and after it is found', () => {
  const below = chance(4);
  let broken = 0;
  for (let seed = 0; seed < 1000; seed++) {
    // One line is damaged: with more, an indentation or three quotes may change what all that follows means.
    const line = damaged('x = g.add(y, [1, 2], out={"a": z})', below).replaceAll(/[\r\n]|"""|'''/g, ' ');
    const text = `import torch\ntorch.zeros(1)\n${line}\ndef f():\n    torch.ones(1)\n`;
    const { facts, problems } = analyze(text);
    const names = facts.calls.map(({ name }) => name);
    // A backslash at its end makes the next line a part of it.
    if (/\\\s*$/.test(line)) continue;
    assert.ok(names.includes('torch.zeros') && names.includes('torch.ones'), text);
    if (problems.length > 0) broken++;
  }
  assert.ok(broken > 500);
});
