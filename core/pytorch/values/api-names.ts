import { keptByName, ownText } from '../../model';

/** The one name of an API that can be reached by several. */
export function canonicalName(name: string): string {
  return name.startsWith('torch') ? canonicalOfTorch(name) : name;
}

const canonicalOfTorch = keptByName((name) => {
  let canonical = name;
  while (canonical.startsWith('torch.torch.')) canonical = canonical.slice('torch.'.length);
  for (const [pattern, replacement] of reexports) canonical = canonical.replace(pattern, replacement);
  return ownText(canonical);
});

/** Where PyTorch's own modules hand on what is documented under a shorter name. */
const reexports: readonly (readonly [RegExp, string])[] = [
  [/^torch\.nn\.modules\.\w+\.(?=[A-Z])/, 'torch.nn.'],
  [/^torch\.nn\.modules\.(?=[A-Z])/, 'torch.nn.'],
  [/^torch\.nn\.parameter\.(?=[A-Z])/, 'torch.nn.'],
  [/^torch\.(functional|_C\._VariableFunctions)\./, 'torch.'],
  [/^torch\._tensor\.Tensor\b/, 'torch.Tensor'],
  [/^torch\.autograd\.(grad_mode|variable|function)\.(?=\w)/, 'torch.autograd.'],
  [/^torch\.autograd\.(no_grad|enable_grad|inference_mode|set_grad_enabled)\b/, 'torch.$1'],
  [/^torch\.distributed\.distributed_c10d\./, 'torch.distributed.'],
  [/^torch\.distributed\.device_mesh\.init_device_mesh\b/, 'torch.distributed.init_device_mesh'],
  [/^torch\.amp\.(autocast_mode|grad_scaler)\./, 'torch.amp.'],
  [/^torch\.cuda\.amp\.(autocast_mode|grad_scaler)\./, 'torch.cuda.amp.'],
  [/^torch\.cuda\.(streams|memory|random|graphs)\.(?=\w)/, 'torch.cuda.'],
  [/^torch\.optim\.(adam|adamw|sgd|optimizer|rmsprop|adagrad)\.(?=[A-Z])/, 'torch.optim.'],
  [/^torch\.utils\.data\.(dataloader|dataset|sampler|distributed)\.(?=[A-Z])/, 'torch.utils.data.'],
  [/^torch\.nn\.parallel\.distributed\./, 'torch.nn.parallel.'],
  [/^torch\.nn\.parallel\.data_parallel\.(?=[A-Z])/, 'torch.nn.'],
  [/^torch\.nn\.parallel\.DataParallel\b/, 'torch.nn.DataParallel'],
  [/^triton\.runtime\.(jit|autotuner)\./, 'triton.'],
];
