import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScriptProject, pythonParser } from '../../core/pytorch';
import { foldersPutOnPath } from '../../core/pytorch/project/search-folders';

const cases: readonly [what: string, text: string, expected: readonly string[]][] = [
  ['a folder beside the script', 'sys.path.append(os.path.join(os.path.dirname(__file__), "ops"))', ['/w/tools/ops/']],
  ['the folder above', 'sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))', ['/w/']],
  ['a way up', 'sys.path.append(os.path.join(os.path.dirname(__file__), "..", "lib"))', ['/w/lib/']],
  ['pathlib', 'sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))', ['/w/src/']],
  ['parents of pathlib', 'sys.path.append(str(pathlib.Path(__file__).parents[1].joinpath("src")))', ['/w/src/']],
  ['a name', 'ROOT = Path(__file__).parent\nHERE = ROOT / "ops"\nsys.path.append(str(HERE))', ['/w/tools/ops/']],
  [
    'over lines, in a block',
    'try:\n    at = os.path.join(\n        os.path.dirname(__file__), "ops"\n    )\n    sys.path.insert(\n        0, at\n    )\nexcept ImportError:\n    pass',
    ['/w/tools/ops/'],
  ],
  ['a sum of texts', 'sys.path.append(os.path.dirname(__file__) + "/../ops")', ['/w/ops/']],
  ['written out', 'sys.path.append("./ops")\nsys.path.append("/opt/ops")', ['/w/tools/ops/', '/opt/ops/']],
  [
    'what is not said',
    'sys.path.append(os.getcwd())\nsys.path.append(folder)\nsys.path.insert(0)\nsys.path.append(*all)',
    [],
  ],
  ['a name that stands for itself', 'at = at\nsys.path.append(at)', []],
  ['too far up', 'sys.path.append("../../../../..")', []],
  ['a broken call', 'sys.path.append(os.path.join(', []],
];
for (const [what, text, expected] of cases) {
  test(`folders on the path: ${what}`, () => {
    assert.deepEqual(foldersPutOnPath('/w/tools/run.py', `import os, sys\n${text}\n`, pythonParser), expected);
  });
}

test('folders of a workspace without a root', () => {
  const up = 'sys.path.append(os.path.join(os.path.dirname(__file__), ".."))\n';
  assert.deepEqual(foldersPutOnPath('tools/run.py', up, pythonParser), ['']);
  assert.deepEqual(foldersPutOnPath('run.py', up, pythonParser), []);
  assert.deepEqual(foldersPutOnPath('run.py', 'sys.path.append("ops")\n', pythonParser), ['ops/']);
});

/** Whether what a file imports is its project's own, by package. */
function own(files: Readonly<Record<string, string>>, path: string): string[] {
  const project = createScriptProject(pythonParser);
  for (const [name, text] of Object.entries(files)) project.update(name, text);
  return project.analyze(path)!.facts.imports.map(({ package: name, firstParty }) => `${name} ${firstParty}`);
}

const packages = { 'pkg/__init__.py': '', 'pkg/ops/__init__.py': '', 'pkg/ops/apex/__init__.py': '' };
const puts = 'import sys, os\nsys.path.append(os.path.join(os.path.dirname(__file__), "ops"))\nimport apex\n';

test('a package in a folder that the script puts on the path is its own', () => {
  assert.deepEqual(own({ ...packages, 'pkg/model.py': puts }, 'pkg/model.py'), ['sys false', 'os false', 'apex true']);
  assert.deepEqual(own({ ...packages, 'pkg/model.py': 'import apex\n' }, 'pkg/model.py'), ['apex false']);
});

test('so it is for what stands in that folder, and for nothing else', () => {
  const files = {
    ...packages,
    'pkg/model.py': puts,
    'pkg/ops/test_apex.py': 'import apex\n',
    'pkg/other.py': 'import apex\n',
  };
  assert.deepEqual(own(files, 'pkg/ops/test_apex.py'), ['apex true']);
  assert.deepEqual(own(files, 'pkg/other.py'), ['apex false']);
});

test('what a script puts on the path is found anew when it changes', () => {
  const project = createScriptProject(pythonParser);
  for (const [name, text] of Object.entries({ ...packages, 'pkg/ops/use.py': 'import apex\n', 'pkg/model.py': '' })) {
    project.update(name, text);
  }
  const isOwn = () => project.analyze('pkg/ops/use.py')!.facts.imports[0]!.firstParty;
  assert.equal(isOwn(), false);
  project.update('pkg/model.py', puts);
  assert.equal(isOwn(), true);
  project.remove('pkg/model.py');
  assert.equal(isOwn(), false);
});
