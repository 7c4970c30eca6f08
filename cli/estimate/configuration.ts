import { posix } from 'node:path';
import { mergeSettings } from '../../core/lint';
import { lintCheckpoint } from '../../core/lint/checkpoint';
import {
  type BesideFiles,
  type ModelDescription,
  readBeside,
  readModelDescription,
  readModelSlim,
} from '../../core/llm';
import type { CheckpointRoute, Finding, Target } from '../../core/model';
import { absolute } from '../files/paths';
import { checkpointFolder } from '../lint/checkpoints';
import type { Session } from '../session';
import { UsageError } from '../usage-error';

/** A language model's configuration that is to be estimated. */
export interface Configuration {
  readonly model: ModelDescription;
  /** As a person calls the model. */
  readonly name: string;
  /** What the rules say of it on a target. */
  findingsOn(target: Target, route: CheckpointRoute | undefined): readonly Finding[];
}

/** The configuration that the command line names, or that is in the folder it names. @throws UsageError, FileError */
export async function configurationOf(session: Session, operand: string): Promise<Configuration> {
  const { fs, cwd } = session.host;
  const named = absolute(cwd, operand);
  const path = fs.kind(named) === 'directory' ? absolute(named, 'config.json') : named;
  const text = fs.readText(path);
  if (text === undefined) throw new UsageError({ en: `${operand}: no such file`, zh: `${operand}：文件不存在` });
  const beside = await readBeside(checkpointFolder(fs, posix.dirname(path)));
  const described = beside.quantizationDescription;
  const weights = described === undefined ? undefined : readModelSlim(described);
  const { description: model, problems } = readModelDescription(text, weights);
  if (model === undefined) {
    const message = problems[0]?.message ?? { en: 'no model configuration', zh: '不是模型配置' };
    throw new UsageError({ en: `${operand}: ${message.en}`, zh: `${operand}：${message.zh}` });
  }
  return {
    model,
    name: nameOf(path, model),
    findingsOn: (target, route) => findings(path, text, beside, target, route),
  };
}

function findings(
  path: string,
  text: string,
  beside: BesideFiles,
  target: Target,
  route: CheckpointRoute | undefined,
): readonly Finding[] {
  const routes = route === undefined ? [] : [route];
  return lintCheckpoint({ path, text, beside }, mergeSettings({ targets: [target.id], routes })).findings;
}

/** A checkpoint's folder bears the model's name; `config.json` by itself says nothing. */
function nameOf(file: string, { architecture }: ModelDescription): string {
  const base = posix.basename(file, '.json');
  const folder = posix.basename(posix.dirname(file));
  if (base !== 'config') return base;
  return folder === '' ? architecture : folder;
}
