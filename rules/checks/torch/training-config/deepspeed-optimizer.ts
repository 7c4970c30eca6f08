import type { Fix, Localized, ScriptFacts, ScriptRuleContext, SettingFact } from '../../../../core/model';
import { replacement } from '../../scripts/edits';
import { deepSpeed, settingAt } from './setting';

/** Optimizers that DeepSpeed computes by an extension of its own, for which it has none for the NPU. */
const withoutKernel: ReadonlyMap<
  string,
  { readonly name: string; readonly file: string; readonly instead: Localized }
> = new Map([
  [
    'lamb',
    {
      name: 'FusedLamb',
      file: 'deepspeed/ops/lamb/fused_lamb.py',
      instead: {
        en: 'Take AdamW, which DeepSpeed computes by npu_apply_adam_w, or pass torch_npu.optim.NpuFusedLamb to deepspeed.initialize.',
        zh: '改用 AdamW（DeepSpeed 通过 npu_apply_adam_w 计算），或将 torch_npu.optim.NpuFusedLamb 传给 deepspeed.initialize。',
      },
    },
  ],
  [
    'lion',
    {
      name: 'FusedLion',
      file: 'deepspeed/ops/lion/fused_lion.py',
      instead: {
        en: 'Offload the optimizer to the CPU, where DeepSpeed has Lion, or take AdamW.',
        zh: '将优化器卸载到 CPU（DeepSpeed 有 CPU 版 Lion），或改用 AdamW。',
      },
    },
  ],
]);

/** Optimizers that send compressed gradients, by a backend that is named in their parameters. */
const compressing: ReadonlyMap<string, { readonly name: string; readonly file: string }> = new Map([
  ['onebitadam', { name: '1-bit Adam', file: 'adam.py' }],
  ['zerooneadam', { name: '0/1 Adam', file: 'zoadam.py' }],
  ['onebitlamb', { name: '1-bit LAMB', file: 'lamb.py' }],
]);

export function reportOptimizer(settings: readonly SettingFact[], context: ScriptRuleContext): void {
  const type = settingAt(settings, 'optimizer', 'type');
  if (typeof type?.value !== 'string') return;
  const name = type.value.toLowerCase();
  if (withoutKernel.has(name) && !mayBeOffloaded(settings)) reportKernel(type, name, context);
  else if (compressing.has(name)) reportBackend(type, settings, name, context);
}

function mayBeOffloaded(settings: readonly SettingFact[]): boolean {
  const device = settingAt(settings, 'zero_optimization', 'offload_optimizer', 'device');
  // DeepSpeed has no LAMB for the CPU: it takes FusedLamb all the same.
  const isLion = String(settingAt(settings, 'optimizer', 'type')?.value).toLowerCase() === 'lion';
  return isLion && device !== undefined && (device.value === undefined || /^(cpu|nvme)$/.test(String(device.value)));
}

function reportKernel(type: SettingFact, name: string, { table, target, report }: ScriptRuleContext): void {
  if (table.route !== 'torch-npu') return;
  const { name: shown, file, instead } = withoutKernel.get(name)!;
  report({
    at: type,
    verdict: 'unsupported',
    message: {
      en: `DeepSpeed takes ${shown} for "${type.value}", and has no kernel of it for the NPU: on ${target.id} it raises "This op had not been implemented on NPU backend".`,
      zh: `DeepSpeed 对 "${type.value}" 使用 ${shown}，而它没有 NPU 实现：在 ${target.id} 上会抛出 "This op had not been implemented on NPU backend"。`,
    },
    advice: instead,
    evidence: [...deepSpeed('op_builder/npu/__init__.py; op_builder/npu/no_impl.py'), ...deepSpeed(file)],
  });
}

/** The backends `nccl` and `mpi` pack bits by CuPy; `compressed` packs by an extension. */
function reportBackend(
  type: SettingFact,
  settings: readonly SettingFact[],
  name: string,
  { facts, table, target, report }: ScriptRuleContext,
): void {
  const { name: optimizer, file } = compressing.get(name)!;
  const backend = settingAt(settings, 'optimizer', 'params', 'comm_backend_name');
  const named = backend === undefined ? 'nccl' : backend.value;
  const cupy = table.library('cupy');
  if ((named !== 'nccl' && named !== 'mpi') || cupy === undefined || cupy.status === 'works') return;
  const isNpu = table.route === 'torch-npu';
  const byDefault = backend === undefined ? { en: ', its default,', zh: '（默认值）' } : { en: '', zh: '' };
  report({
    at: backend ?? type,
    verdict: 'unsupported',
    message: {
      en: `${optimizer} over the backend "${named}"${byDefault.en} imports CuPy, which does not run on ${target.id}.`,
      zh: `${optimizer} 使用 "${named}" 通信后端${byDefault.zh}时会导入 CuPy，而 CuPy 无法在 ${target.id} 上运行。`,
    },
    advice: isNpu
      ? {
          en: 'DeepSpeed has a backend for the NPU: "comm_backend_name": "hccl".',
          zh: 'DeepSpeed 提供 NPU 的通信后端："comm_backend_name": "hccl"。',
        }
      : {
          en: 'Take Adam or AdamW, whose gradients go through torch.distributed.',
          zh: '改用 Adam 或 AdamW，其梯度经 torch.distributed 通信。',
        },
    evidence: [
      ...deepSpeed(`deepspeed/runtime/fp16/onebit/${file}`),
      ...deepSpeed(`deepspeed/runtime/comm/${named}.py`),
      ...cupy.evidence,
    ],
    fixes: isNpu && backend !== undefined && isWritten(backend, facts) ? [toHccl(backend)] : [],
  });
}

const isWritten = ({ valueSpan }: SettingFact, { text }: ScriptFacts) => /["']/.test(text[valueSpan.start]!);

function toHccl({ valueSpan }: SettingFact): Fix {
  return {
    kind: 'review',
    title: { en: 'Write "hccl"', zh: '改为 "hccl"' },
    edits: [replacement(valueSpan, '"hccl"')],
  };
}
