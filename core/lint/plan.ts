import type { CheckpointRoute, GraphRoute, Problem, Route, ScriptRoute, Target } from '../model';
import { findTarget } from '../targets';
import type { Settings } from './settings';

/** One assessment to make. */
export interface Destination<R extends Route = GraphRoute> {
  readonly target: Target;
  readonly route: R;
}

export interface Plan<R extends Route = GraphRoute> {
  readonly destinations: readonly Destination<R>[];
  /** Targets that are not known, or that no graph can be carried to. */
  readonly problems: readonly Problem[];
}

/**
 * Which routes are taken to which targets: of a target's routes those that the settings name, or its first where they
 * name none of them. In the order of the settings' targets.
 */
export function planDestinations(settings: Pick<Settings, 'targets' | 'routes'>): Plan {
  return plan(settings, ({ routes }) => routes.graph);
}

/** The same for scripts. A target that no script can be carried to is a problem here as well. */
export function planScriptDestinations(settings: Pick<Settings, 'targets' | 'routes'>): Plan<ScriptRoute> {
  return plan(settings, ({ routes }) => routes.script);
}

/** The same for language models' configurations. */
export function planCheckpointDestinations(settings: Pick<Settings, 'targets' | 'routes'>): Plan<CheckpointRoute> {
  return plan(settings, ({ routes }) => routes.checkpoint);
}

function plan<R extends Route>(
  { targets, routes }: Pick<Settings, 'targets' | 'routes'>,
  routesOf: (target: Target) => readonly R[],
): Plan<R> {
  const destinations: Destination<R>[] = [];
  const problems: Problem[] = [];
  for (const id of new Set(targets)) {
    const target = findTarget(id);
    if (target === undefined) problems.push(unknownTarget(id));
    else if (routesOf(target).length === 0) problems.push(targetWithoutRoute(target));
    else {
      const all = routesOf(target);
      const wanted = all.filter((route) => routes.includes(route));
      const taken = wanted.length > 0 ? wanted : all.slice(0, 1);
      destinations.push(...taken.map((route) => ({ target, route })));
    }
  }
  return { destinations, problems };
}

/** Why nothing can be linted for a target: it is not known, or no route leads there for any kind of file. */
export function unusableTarget(id: string): Problem | undefined {
  const target = findTarget(id);
  if (target === undefined) return unknownTarget(id);
  const { graph, script, checkpoint } = target.routes;
  return graph.length + script.length + checkpoint.length > 0 ? undefined : targetWithoutRoute(target);
}

function unknownTarget(id: string): Problem {
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
      en: `No route is known that carries this kind of file onto ${id} (${name.en}).`,
      zh: `没有已知的工具链能将此类文件部署到 ${id}（${name.zh}）。`,
    },
  };
}
