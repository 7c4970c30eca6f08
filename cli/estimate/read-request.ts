import { posix } from 'node:path';
import type { PlanningLimits, PlanningRequest, WeightChoice } from '../../core/estimate';
import { type CheckpointReport, lintCheckpoint, mergeSettings } from '../../core/lint';
import {
  type BesideFiles,
  type CacheType,
  type ModelDescription,
  readBeside,
  readModelDescription,
  readModelSlim,
} from '../../core/llm';
import { type CheckpointRoute, type Finding, nearest, type Target } from '../../core/model';
import { allTargets, findTarget } from '../../core/targets';
import { absolute } from '../files/paths';
import { checkpointFolder } from '../lint/checkpoints';
import type { Session } from '../session';
import { UsageError } from '../usage-error';

export interface Asked {
  /** The model as a person calls it. */
  readonly name: string;
  /** One for each target. */
  readonly requests: readonly PlanningRequest[];
  readonly limits: PlanningLimits;
  /** What the rules say of the configuration on a target. */
  findingsOn(target: Target, route: CheckpointRoute | undefined): readonly Finding[];
}

/** What the command line asks for. @throws UsageError, FileError */
export async function readRequest(session: Session): Promise<Asked> {
  const configuration = await configurationOf(session);
  const { model, name } = configuration;
  const batch = numberOf(session, 'batch');
  const context = numberOf(session, 'context');
  const load =
    batch === undefined && context === undefined
      ? {
          prompt: numberOf(session, 'prompt') ?? 1024,
          output: numberOf(session, 'output') ?? 1024,
          concurrency: numberOf(session, 'concurrency') ?? 16,
        }
      : { prompt: Math.max(1, (context ?? 2048) - 1), output: 1, concurrency: batch ?? 1, disaggregated: true };
  const shared = {
    model,
    weights: session.value('weights') as WeightChoice | undefined,
    cache: session.value('kv') as CacheType | undefined,
    eager: session.switch('eager'),
    ...load,
  };
  const ids = [...session.list('target'), ...session.list('compare')];
  if (ids.length === 0) {
    throw new UsageError({
      en: 'for which target? --target sophgo-sc11-fp300, or --compare ascend-910b2,nvidia-a800',
      zh: '请指定目标：--target sophgo-sc11-fp300，或 --compare ascend-910b2,nvidia-a800',
    });
  }
  return {
    name,
    requests: ids.map((id) => ({ ...shared, target: targetOf(id) })),
    limits: {
      devices: numberOf(session, 'devices'),
      tensor: numberOf(session, 'tp'),
      pipeline: numberOf(session, 'pp'),
      expert: numberOf(session, 'ep'),
      data: numberOf(session, 'dp'),
      maxTpotMs: numberOf(session, 'max-tpot'),
      maxTtftMs: numberOf(session, 'max-ttft'),
    },
    findingsOn: (target, route) => findingsOn(configuration, target, route),
  };
}

interface Configuration {
  readonly path: string;
  readonly text: string;
  readonly beside: BesideFiles;
  readonly model: ModelDescription;
  /** As a person calls the model. */
  readonly name: string;
}

function findingsOn(
  { path, text, beside }: Configuration,
  target: Target,
  route: CheckpointRoute | undefined,
): CheckpointReport['findings'] {
  const routes = route === undefined ? [] : [route];
  return lintCheckpoint({ path, text, beside }, mergeSettings({ targets: [target.id], routes })).findings;
}

async function configurationOf(session: Session): Promise<Configuration> {
  const [operand, ...more] = session.given.operands;
  if (operand === undefined || more.length > 0) {
    throw new UsageError({
      en: 'name one config.json, or the folder that it is in',
      zh: '请给出一个 config.json，或其所在的文件夹',
    });
  }
  const { fs, cwd } = session.host;
  const named = absolute(cwd, operand);
  const file = fs.kind(named) === 'directory' ? absolute(named, 'config.json') : named;
  const text = fs.readText(file);
  if (text === undefined) throw new UsageError({ en: `${operand}: no such file`, zh: `${operand}：文件不存在` });
  const beside = await readBeside(checkpointFolder(fs, posix.dirname(file)));
  const weights =
    beside.quantizationDescription === undefined ? undefined : readModelSlim(beside.quantizationDescription);
  const { description, problems } = readModelDescription(text, weights);
  if (description !== undefined) {
    return { path: file, text, beside, model: description, name: nameOf(file, description) };
  }
  const message = problems[0]?.message ?? { en: 'no model configuration', zh: '不是模型配置' };
  throw new UsageError({ en: `${operand}: ${message.en}`, zh: `${operand}：${message.zh}` });
}

/** A checkpoint's folder bears the model's name; `config.json` by itself says nothing. */
function nameOf(file: string, { architecture }: ModelDescription): string {
  const base = posix.basename(file, '.json');
  const folder = posix.basename(posix.dirname(file));
  if (base !== 'config') return base;
  return folder === '' ? architecture : folder;
}

function targetOf(id: string): Target {
  const target = findTarget(id);
  if (target !== undefined) return target;
  const guess = nearest(
    id,
    allTargets().map((one) => one.id),
  );
  throw new UsageError({
    en: `unknown target ${id}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`,
    zh: `未知目标 ${id}。${guess === undefined ? '' : `是否想用 ${guess}？`}`,
  });
}

function numberOf(session: Session, name: string): number | undefined {
  const text = session.value(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  const isTime = name.startsWith('max-');
  if (value > 0 && value <= 1e9 && (isTime || Number.isInteger(value))) return value;
  throw new UsageError({
    en: `--${name}: "${text}" is no positive ${isTime ? 'number' : 'whole number'}`,
    zh: `--${name}：“${text}”不是正${isTime ? '数' : '整数'}`,
  });
}
