import type { CheckpointRoute, Target } from '../../core/model';
import { findTarget } from '../../core/targets';
import type { Session } from '../session';
import { whichWasMeant } from '../target-question';
import { UsageError } from '../usage-error';

/** The targets of `--target` and `--compare`, in their order. @throws UsageError where there is none, or one is not known */
export function targetsOf(session: Session): Target[] {
  const ids = [...session.list('target'), ...session.list('compare')];
  if (ids.length === 0) {
    throw new UsageError({
      en: 'for which target? --target sophgo-sc11-fp300, or --compare ascend-910b2,nvidia-a800',
      zh: '请指定目标：--target sophgo-sc11-fp300，或 --compare ascend-910b2,nvidia-a800',
    });
  }
  return [...new Set(ids)].map(targetOf);
}

function targetOf(id: string): Target {
  const target = findTarget(id);
  if (target !== undefined) return target;
  const question = whichWasMeant(id);
  throw new UsageError({
    en: `unknown target ${id}.${question === undefined ? '' : ` ${question.en}`}`,
    zh: `未知目标 ${id}。${question?.zh ?? ''}`,
  });
}

/** The route of `--route` that a target has for language models; undefined: its default. */
export function checkpointRouteOf(session: Session, target: Target): CheckpointRoute | undefined {
  const asked = session.list('route');
  return target.routes.checkpoint.find((route) => asked.includes(route));
}
