import type { GraphRoute, Problem, Target } from '../model';
import { findTarget } from '../targets';
import type { Settings } from './settings';

/** One assessment to make. */
export interface Destination {
  readonly target: Target;
  readonly route: GraphRoute;
}

export interface Plan {
  readonly destinations: readonly Destination[];
  /** Targets that are not known, or that no graph can be carried to. */
  readonly problems: readonly Problem[];
}

/**
 * Which routes are taken to which targets: of a target's routes those that the settings name, or its first where they
 * name none of them. In the order of the settings' targets.
 */
export function planDestinations({ targets, routes }: Pick<Settings, 'targets' | 'routes'>): Plan {
  const destinations: Destination[] = [];
  const problems: Problem[] = [];
  for (const id of new Set(targets)) {
    const target = findTarget(id);
    if (target === undefined) problems.push(unknownTarget(id));
    else if (target.routes.graph.length === 0) problems.push(targetWithoutRoute(target));
    else {
      const wanted = target.routes.graph.filter((route) => routes.includes(route));
      const taken = wanted.length > 0 ? wanted : target.routes.graph.slice(0, 1);
      destinations.push(...taken.map((route) => ({ target, route })));
    }
  }
  return { destinations, problems };
}

export function unknownTarget(id: string): Problem {
  return {
    code: 'settings/unknown-target',
    severity: 'error',
    message: {
      en: `There is no target ${JSON.stringify(id)}; \`portolan targets\` lists them all.`,
      zh: `没有名为 ${JSON.stringify(id)} 的目标芯片；可用 \`portolan targets\` 查看全部目标。`,
    },
  };
}

function targetWithoutRoute({ id, name }: Target): Problem {
  return {
    code: 'settings/target-without-route',
    severity: 'error',
    message: {
      en: `No route is known that carries an ONNX graph onto ${id} (${name.en}); it is there for estimates.`,
      zh: `没有已知的工具链能将 ONNX 计算图部署到 ${id}（${name.zh}），该目标仅用于性能估算。`,
    },
  };
}
