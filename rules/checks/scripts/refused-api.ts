import { type ApiRelease, type Chip, keptByName, type MigrationTable } from '../../../core/model';
import { matches } from './named-facts';

/** What the vendor's table says of an API in the release, where it marks it as not supported on the chip. */
export function refusedApi(name: string, table: MigrationTable, chip: Chip, torch?: string): ApiRelease | undefined {
  const row = table.inRelease(name, torch);
  return row !== undefined && isRefused(row, chip) && computes(name) ? row : undefined;
}

/**
 * What computes with tensors or hands them on. What the tables say of Python's own machinery (torch.fx, torch.compiler,
 * hooks, storages) is not about the device; torch.cuda, torch.backends and DataParallel have rules of their own.
 */
const computes = matches(
  new RegExp(
    `^torch\\.(${[
      '(?!compile$)[a-z]\\w*',
      'Tensor\\.(?!is_|npu$|cuda$|double$)\\w+',
      'nn\\.(?!DataParallel$|Lazy|Module$|Parameter$)[A-Z]\\w*',
      'nn\\.functional\\.\\w+|nn\\.utils\\.rnn\\.\\w+|nn\\.utils\\.clip_grad_norm_?',
      'linalg\\.\\w+|fft\\.\\w+|special\\.\\w+|func\\.\\w+|nested\\.\\w+|sparse\\.[a-z]\\w*|utils\\.dlpack\\.\\w+',
    ].join('|')})$`,
  ),
);

function isRefused({ families, supported }: ApiRelease, { family }: Chip): boolean {
  // The tables are about these chips; what they say of older releases holds for the training series.
  if (families === undefined) return supported === false && (family === '910B' || family === '910C');
  return families[family] === false;
}

/** The function that a module calls: `torch.nn.functional.adaptive_max_pool2d` for `torch.nn.AdaptiveMaxPool2d`. */
export const functionOfModule = keptByName((name) => {
  const module = /^torch\.nn\.([A-Z]\w*)$/.exec(name)?.[1];
  if (module === undefined) return name;
  const words = module.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/^PRe/, 'pre');
  return `torch.nn.functional.${words.toLowerCase()}`;
});
