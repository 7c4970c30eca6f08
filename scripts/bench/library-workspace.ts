import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trainingFile } from './training-workspace';

/** Lines of a model's file, and of those that all models are made of. */
const linesOfModel = 700;
const linesOfBase = 3000;

/**
 * A library of models as large ones are written: a package whose `__init__` imports every name of hundreds of others, long
 * files, and a few longer ones that all of them build on. Three files a model. The same for the same `models`.
 *
 * @returns files and bytes that were written
 */
export function writeLibraryWorkspace(
  folder: string,
  models: number,
): { readonly files: number; readonly bytes: number } {
  let files = 0;
  let bytes = 0;
  const write = (name: string, text: string) => {
    const target = path.join(folder, 'library', name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    files += 1;
    bytes += Buffer.byteLength(text);
  };
  const numbers = Array.from({ length: models }, (_, index) => index);
  write('__init__.py', 'from .models import *\nfrom .base import *\n');
  // The beginning of a training file of the first kind imports nothing of its package.
  write('base.py', trainingFile(1, 1, linesOfBase));
  write('training.py', trainingFile(3, 1, linesOfBase).replaceAll(/\b(Net|Block|block_)1/g, '$1Base'));
  write('models/__init__.py', numbers.map((index) => `from .model_${index} import *\n`).join(''));
  for (const index of numbers) {
    const name = `models/model_${index}`;
    write(`${name}/__init__.py`, `from .configuration_${index} import *\nfrom .modeling_${index} import *\n`);
    write(`${name}/configuration_${index}.py`, configuration(index));
    write(`${name}/modeling_${index}.py`, modeling(index));
  }
  return { files, bytes };
}

function configuration(index: number): string {
  const lines = [
    `class Configuration${index}:`,
    `    def __init__(self, dim: int = ${64 << (index % 4)}, heads: int = 8, device: str = "cuda"):`,
    '        self.dim = dim',
    '        self.heads = heads',
    '        self.device = device',
  ];
  return `${lines.join('\n')}\n`;
}

function modeling(index: number): string {
  const imports = [
    // The last is made when the library is loaded, as names of lazy modules are: it is looked for in all models, and none has it.
    `from library import Net1, block_1, fast_kernel_${index}`,
    'from ...training import NetBase',
    `from .configuration_${index} import Configuration${index}`,
  ];
  const end = [
    '',
    '',
    `class Model${index}(Net1):`,
    `    def __init__(self, configuration: Configuration${index}):`,
    '        super().__init__(configuration.dim, configuration.heads)',
    '        self.base = NetBase(configuration.dim)',
    '        self.blocks = block_1(configuration.dim)',
    '',
    '    def forward(self, x):',
    `        return fast_kernel_${index}(self.base(self.blocks(x))).cuda()`,
  ];
  const body = trainingFile(index, 1, linesOfModel).replaceAll(/\b(Net|Block|block_)1/g, `$1${index + 2}`);
  return [...imports, body.trimEnd(), ...end, ''].join('\n');
}
