import Mocha from 'mocha';
import { defineCheckpointTests } from './checkpoint.suite';
import { defineTests } from './extension.suite';
import { defineScriptTests } from './script.suite';
import { defineSettledTests } from './settled.suite';

/** What VS Code calls in its extension host. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000 });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  defineTests();
  defineCheckpointTests();
  defineScriptTests();
  defineSettledTests();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
