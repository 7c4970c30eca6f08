import { type GraphTime, graphPage, graphTable, graphTime, nameOf, words } from '../../core/estimate-report';
import { callCounts } from '../../core/lint';
import { displayName, type GraphRoute, type ModelFacts, type Precision, type Target } from '../../core/model';
import { sizesGiven, warnOfUnknownDimensions } from '../deployment';
import type { ExitCode } from '../host';
import { type Input, inputs } from '../input';
import { jsonText } from '../json-text';
import { describeInput, tellProblems } from '../model-run';
import { openDimensions } from '../report';
import type { Session } from '../session';
import { EstimatePrinter } from './print';
import { targetsOf } from './targets';

declare const PORTOLAN_VERSION: string;

interface Timed {
  readonly target: Target;
  readonly route: GraphRoute | undefined;
  readonly time: GraphTime;
}

/** The time of one run of an ONNX model on a device of each target: 2 where it cannot be read. @throws UsageError */
export async function estimateGraph(session: Session): Promise<ExitCode> {
  const targets = targetsOf(session);
  const [model] = await inputs(session);
  // Verdicts do not change the time, and NVIDIA parts have none.
  const report = await describeInput(session, model!, sizesGiven(session));
  if (tellProblems(session, model!, report) || report.facts === undefined) return 2;
  const timed = targets.flatMap((target): Timed[] => {
    const route = routeOf(session, target);
    const time = graphTime({
      facts: report.facts!,
      calls: callCounts(report.facts!),
      target,
      route,
      precision: session.value('precision') as Precision | undefined,
    });
    if ('problem' in time) {
      session.warn(time.problem);
      return [];
    }
    return [{ target, route, time }];
  });
  if (timed.length === 0) return 1;
  warnOfUnknownDimensions(session, [report]);
  warnOfOpenDimensions(session, report.facts, timed[0]!.time);
  print(session, model!, report.facts, timed);
  return timed.length === targets.length ? 0 : 1;
}

/** A time without most of the work is no time: what gives the rest. */
function warnOfOpenDimensions(session: Session, facts: ModelFacts, { unknown }: GraphTime): void {
  const names = openDimensions(facts);
  if (unknown === 0 || names.length === 0) return;
  const sizes = names.map((name) => `${displayName(name)}=SIZE`).join(',');
  session.warn({
    en: `${unknown} operators have no known shapes and are in no time; give sizes: --dim ${sizes}`,
    zh: `${unknown} 个算子形状未知，未计入耗时；请给出大小：--dim ${sizes}`,
  });
}

function routeOf(session: Session, { routes }: Target): GraphRoute | undefined {
  const asked = session.list('route');
  return routes.graph.find((route) => asked.includes(route)) ?? routes.graph[0];
}

function print(session: Session, model: Input, facts: ModelFacts, timed: readonly Timed[]): void {
  const format = session.value('format');
  if (format === 'html') {
    session.print(graphPage({ name: model.name, timed, version: PORTOLAN_VERSION }, session.language));
    return;
  }
  if (format === 'json') {
    session.print(jsonText(json(session, model, facts, timed), 2));
    return;
  }
  const printer = new EstimatePrinter(session);
  for (const { target, route, time } of timed) {
    printer.heading(`${model.name} · ${session.say(target.name)}${route === undefined ? '' : ` · ${route}`}`, 1);
    printer.tables([graphTable(time, (text) => session.say(text))]);
    printer.list(
      words.assumptions,
      time.assumptions.map((one) => session.say(one)),
    );
  }
}

function json(session: Session, model: Input, facts: ModelFacts, timed: readonly Timed[]): unknown {
  return {
    version: 1,
    model: { path: model.name, operators: facts.graphs.reduce((sum, { operators }) => sum + operators.length, 0) },
    graphs: timed.map(({ target, route, time }) => ({
      target: target.id,
      route,
      precision: time.precision,
      totalUs: time.totalUs,
      unknownOperators: time.unknown,
      operators: time.nodes.map(({ facts: { graph, operator }, count, time: one, flops, bytes }) => ({
        graph: graph.path,
        name: nameOf(operator),
        node: operator.name,
        index: operator.index,
        op: operator.opType,
        count,
        flops,
        bytes,
        timeUs: one.timeUs,
        bound: one.bound,
      })),
      assumptions: time.assumptions.map((each) => session.say(each)),
    })),
  };
}
