import {
  areAtLeast,
  type Fix,
  type Localized,
  type Portable,
  type ScriptPlace,
  type ScriptRuleContext,
  type TextSpan,
} from '../../../core/model';
import { replacement, torchName } from './edits';
import { sinceRelease } from './releases';

type Context = Pick<ScriptRuleContext, 'facts' | 'table' | 'torch' | 'torchReleases' | 'chip'>;

/**
 * How a form of PyTorch may be offered: `safe` where the script's releases are known to have it, `review` where nothing says
 * which they are; undefined where they are older, or the vendor's tables say that the route does not serve it.
 */
export function kindOfPortable(
  portable: Portable,
  { table, torch, torchReleases, chip }: Context,
): Fix['kind'] | undefined {
  // On the old device the script runs on what the other lists ask for.
  const isThere = areAtLeast(torchReleases?.everywhere ?? torchReleases, portable.since);
  if (isThere === false) return undefined;
  // The vendor of torch_npu lists which functions of torch.accelerator it has checked; torch_tpu's rows are chosen by hand.
  const isListed = table.route === 'torch-npu' && portable.name.startsWith('torch.accelerator.');
  const listed = isListed ? table.inRelease(portable.name, torch) : undefined;
  if (isListed && (listed?.families?.[chip.family] ?? listed?.supported) !== true) return undefined;
  return isThere === true ? 'safe' : 'review';
}

/** What may stand in place of a CUDA device that is spelled out. */
export interface DeviceExpression {
  readonly text: string;
  readonly kind: Fix['kind'];
  /** `device`: a variable of the script; `accelerator`: PyTorch's current accelerator. */
  readonly source: 'variable' | 'accelerator';
  /** The PyTorch releases that have it; absent for a variable. */
  readonly since?: Localized | undefined;
}

/**
 * The device at a place in a form that runs on every accelerator: a variable that holds one, else the current accelerator.
 * `type`: its name (`cuda`), for what asks for a text.
 */
export function portableDevice(
  context: Context,
  at: ScriptPlace,
  form: 'device' | 'type',
): DeviceExpression | undefined {
  return variableAt(context, at, form) ?? currentAccelerator(context, form);
}

export function variableAt({ facts }: Context, at: ScriptPlace, form: 'device' | 'type'): DeviceExpression | undefined {
  const torch = torchName(facts);
  if (form === 'type' && torch === undefined) return undefined;
  const [variable] = facts.deviceVariables
    .filter(({ name, scope }) => /dev/i.test(name) && scope.start <= at.span.start && at.span.end <= scope.end)
    .sort((a, b) => b.scope.start - a.scope.start);
  if (variable === undefined) return undefined;
  const isSure = variable.isCurrent && variable.certainty === 'proven' && variable.function === at.function;
  return {
    text: form === 'device' ? variable.name : `${torch}.device(${variable.name}).type`,
    kind: isSure ? 'safe' : 'review',
    source: 'variable',
  };
}

export function currentAccelerator(context: Context, form: 'device' | 'type'): DeviceExpression | undefined {
  const torch = torchName(context.facts);
  const portable = context.table.cudaApi('torch.cuda.is_available')?.portable;
  const kind = portable && kindOfPortable(portable, context);
  if (torch === undefined || kind === undefined) return undefined;
  const device = `${torch}.accelerator.current_accelerator()`;
  return {
    text: form === 'device' ? device : `${device}.type`,
    // Without any accelerator there is no device whose type could be read.
    kind: form === 'type' ? 'review' : kind,
    source: 'accelerator',
    since: sinceRelease(portable!.since, context),
  };
}

/** The fix that puts a portable device in place of `span`. */
export function usePortableDevice(span: TextSpan, expression: DeviceExpression): Fix {
  return {
    kind: expression.kind,
    title:
      expression.source === 'variable'
        ? { en: `Use ${expression.text}`, zh: `改用 ${expression.text}` }
        : {
            en: `Ask for the current accelerator (${expression.since?.en})`,
            zh: `使用当前加速器（${expression.since?.zh}）`,
          },
    edits: [replacement(span, expression.text)],
  };
}
