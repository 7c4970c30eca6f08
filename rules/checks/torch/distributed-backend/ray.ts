import type { CallFact, DeviceSink, Evidence, ScriptFindingDraft, ScriptRuleContext } from '../../../../core/model';
import { callsNamed, matches, namesLike } from '../../scripts/named-facts';

/** What Ray says of a backend of its own collectives, which are none of torch.distributed's. */
export function refusalOfRay({
  table,
  target,
}: Pick<ScriptRuleContext, 'table' | 'target'>): Pick<ScriptFindingDraft, 'message' | 'advice' | 'evidence'> {
  const { backend } = table.device;
  const isAscend = table.route === 'torch-npu';
  return {
    message: {
      en: `Ray's own collectives come with "nccl", which needs CUDA and CuPy, and "gloo" for the CPU: there is none for ${target.id}, and "${backend}" is refused unless it was registered.`,
      zh: `Ray 自带的集合通信只有依赖 CUDA 与 CuPy 的 "nccl" 和面向 CPU 的 "gloo"：没有适用于 ${target.id} 的后端，未注册的 "${backend}" 会被拒绝。`,
    },
    advice: isAscend
      ? {
          en: 'Register HCCLGroup of ray-ascend as "HCCL" in the driver and in every actor, where your Ray has register_collective_backend, and name that; or use torch.distributed with "hccl".',
          zh: '若所用 Ray 提供 register_collective_backend，请在驱动进程和每个 actor 中将 ray-ascend 的 HCCLGroup 注册为 "HCCL" 并使用该名称；或改用 torch.distributed 的 "hccl"。',
        }
      : {
          en: `Use torch.distributed with "${backend}", or "gloo" for tensors on the CPU.`,
          zh: `请改用 torch.distributed 的 "${backend}"；CPU 张量可使用 "gloo"。`,
        },
    evidence: isAscend ? [...ray, rayAscend] : ray,
  };
}

/** A place that makes a group of Ray's own. */
export const isForRay = ({ kind, name }: DeviceSink) => kind === 'backend' && isOfRay(name);

/** Without a backend, the group is one of NCCL. */
export function reportRayDefaults(context: ScriptRuleContext): void {
  for (const call of callsNamed(context.facts, hasDefault)) {
    if (!leavesOut(call)) continue;
    context.report({ at: call, span: call.calleeSpan, verdict: 'unsupported', ...refusalOfRay(context) });
  }
}

function leavesOut({ name, arguments: passed }: CallFact): boolean {
  const index = name.endsWith('.create_collective_group') ? 3 : 2;
  const positional = passed.filter(({ keyword }) => keyword === undefined).length;
  return positional <= index && passed.every(({ keyword, splat }) => splat === undefined && keyword !== 'backend');
}

/** `ray.util.collective.types.Backend.NCCL`. */
export const isRaysNccl = namesLike(/^ray\.util\.collective\.(types\.)?Backend\.NCCL$/);

const isOfRay = matches(/^ray\.(util|experimental)\.collective\./);
const hasDefault = namesLike(/^ray\.util\.collective\.(collective\.)?(init|create)_collective_group$/);

const ray: Evidence[] = [
  { source: 'ray-project/ray', version: '00ca7c785f9d', where: 'python/ray/util/collective/types.py, Backend' },
  {
    source: 'ray-project/ray',
    version: 'c5e2c20c8a74',
    where: 'python/ray/util/collective/collective.py, _check_backend_availability',
  },
];
const rayAscend: Evidence = { source: 'Ascend/ray-ascend', version: '0ff9714685f0', where: 'README.md' };
