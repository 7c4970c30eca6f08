import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { imports, sources } from './source-imports';

/** Files that import each other because what they are about contains itself. */
const recursive: readonly RegExp[] = [
  /^core\/model\/(attribute|graph)\.ts$/, // An operator's attribute may be a graph.
  /^core\/onnx\/reader\//,
  /^core\/onnx\/facts\/(graph|operator)-facts\.ts$/, // A graph has operators, each knows its graph.
  /^core\/onnx\/inference\//, // A call of a function is inferred as its body is.
  /^core\/pytorch\/syntax\/grammar\//, // Recursive descent.
  /^core\/pytorch\/values\//, // A value is what its parts' values make it.
];

test('files import each other in a circle only where their subject is recursive', () => {
  const all = new Set(['core', 'rules', 'cli', 'server', 'client', 'scripts'].flatMap(sources));
  const reached = reachable(all);
  const circles = [...all].filter((file) => reached(file).has(file));
  assert.ok(circles.length > 0, 'no circle is seen: the test reads imports wrongly');
  assert.deepEqual(
    circles.filter((file) => !recursive.some((pattern) => pattern.test(file))),
    [],
  );
});

/** The files that one imports, directly or through others. */
function reachable(all: ReadonlySet<string>): (file: string) => ReadonlySet<string> {
  const direct = new Map([...all].map((file) => [file, imported(file, all)]));
  return (file) => {
    const found = new Set(direct.get(file));
    for (const one of found) for (const next of direct.get(one) ?? []) found.add(next);
    return found;
  };
}

function imported(file: string, all: ReadonlySet<string>): string[] {
  return imports(file).flatMap((name) => {
    const target = path.posix.join(path.posix.dirname(file), name);
    const [found] = [`${target}.ts`, `${target}/index.ts`, target].filter((candidate) => all.has(candidate));
    return name.startsWith('.') && found !== undefined ? [found] : [];
  });
}
