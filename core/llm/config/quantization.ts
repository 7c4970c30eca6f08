import type { Quantization, WeightFormat } from '../../model';
import type { ConfigObject } from './config-object';

const f16 = 2;
const f32 = 4;

/** `quantization_config` of a configuration. */
export function readQuantization(config: ConfigObject): Quantization | undefined {
  const settings = config.object('quantization_config') ?? config.object('compression_config');
  const method = settings?.text('quant_method');
  if (settings === undefined || method === undefined) return undefined;
  const read = readMethod(method, settings);
  return leavesLayersAlone(settings) ? { ...read, isPartial: true } : read;
}

/** Lists of what stays unquantised, as each tool calls them. */
const exceptions = ['modules_to_not_convert', 'ignore', 'ignored_layers', 'exclude'];
/** What no method quantises anyway: head, embedding, routers, norms, projections of prediction modules, towers of images. */
const neverQuantised = /lm_head|embed|norm|(^|\.)gate(\$|$)|router|eh_proj|shared_head|vision|visual|weights_proj/;

function leavesLayersAlone(settings: ConfigObject): boolean {
  return exceptions.some((key) => settings.texts(key)?.some((name) => !neverQuantised.test(name)) ?? false);
}

function readMethod(method: string, settings: ConfigObject): Quantization {
  switch (method) {
    case 'fp8':
      return { method, format: fp8Format(settings), activations: 'fp8' };
    case 'gptq':
      return {
        method,
        format: groupFormat(settings, { zeroBits: settings.count('bits') ?? 4, orderBytes: 4 }),
        activations: undefined,
      };
    case 'awq':
      return {
        method,
        format: groupFormat(settings, { zeroBits: settings.count('bits') ?? 4, orderBytes: 0 }),
        activations: undefined,
      };
    case 'compressed-tensors':
      return { method, ...compressedTensors(settings) };
    default:
      return { method, format: undefined, activations: undefined };
  }
}

/** DeepSeek's block scales, F32 per block; without a block size one F32 scale per tensor. */
function fp8Format(settings: ConfigObject): WeightFormat {
  const [rows, columns] = settings.counts('weight_block_size') ?? [];
  return rows && columns
    ? { kind: 'block', bits: 8, rows, columns, scaleBytes: f32 }
    : { kind: 'tensor', bits: 8, scaleBytes: f32 };
}

function groupFormat(
  settings: ConfigObject,
  { zeroBits, orderBytes }: { readonly zeroBits: number; readonly orderBytes: number },
): WeightFormat | undefined {
  const bits = settings.count('bits', 'w_bit', 'num_bits');
  // GPTQ writes -1 for one group a row.
  const isRow = settings.integer('group_size') === -1 || settings.integer('q_group_size') === -1;
  const size = isRow ? Number.MAX_SAFE_INTEGER : settings.count('group_size', 'q_group_size');
  if (bits === undefined || bits === 0 || size === undefined || size === 0) return undefined;
  return { kind: 'group', bits, size, scaleBytes: f16, zeroBits, orderBytes };
}

/** vLLM's compressed-tensors: only configurations with one group of weights are counted. */
function compressedTensors(settings: ConfigObject): Pick<Quantization, 'format' | 'activations'> {
  const unknown = { format: undefined, activations: undefined };
  const groups = settings.object('config_groups');
  const [only, ...more] = groups?.keys ?? [];
  if (groups === undefined || only === undefined || more.length > 0) return unknown;
  const group = groups.object(only);
  const weights = group?.object('weights');
  const bits = weights?.count('num_bits');
  if (weights === undefined || bits === undefined || bits === 0) return unknown;
  const inputs = group?.object('input_activations');
  const activations = inputs?.count('num_bits') === 8 ? (inputs.text('type') === 'float' ? 'fp8' : 'int8') : undefined;
  return { activations, format: strategyFormat(weights, bits) };
}

function strategyFormat(weights: ConfigObject, bits: number): WeightFormat | undefined {
  switch (weights.text('strategy')) {
    case 'channel':
      return { kind: 'channel', bits, scaleBytes: f16 };
    case 'tensor':
      return { kind: 'tensor', bits, scaleBytes: f16 };
    case 'group': {
      const zeroBits = weights.flag('symmetric') === false ? bits : 0;
      return groupFormat(weights, { zeroBits, orderBytes: 0 });
    }
    case 'block': {
      const [rows, columns] = weights.counts('block_structure') ?? [];
      return rows && columns ? { kind: 'block', bits, rows, columns, scaleBytes: f32 } : undefined;
    }
    default:
      return undefined;
  }
}
