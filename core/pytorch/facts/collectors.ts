import type {
  Accelerator,
  DeviceSink,
  DeviceVariableFact,
  ExecutionProviderFact,
  PortedRegion,
  TextSpan,
} from '../../model';
import type { Expression } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { Apis } from './apis';
import { Commands } from './commands';
import { Comparisons } from './comparisons';
import { DeepSpeedSettings } from './deepspeed-settings';
import { Definitions } from './definitions';
import { DeviceFlow } from './device-flow';
import { Environment } from './environment';
import { isAboutGooglesTpu } from './googles-tpu';
import { Guards } from './guards';
import { Imports } from './imports';
import { isOtherVendors } from './other-vendors';
import { Patterns } from './patterns';
import { type Handled, PortedCode } from './ported';
import { kindOfName } from './sinks';
import { StatementPlaces, type Surroundings } from './surroundings';
import { TensorUses } from './tensor-uses';

/** What a walk through a script gathers its facts with. */
export class Collectors {
  readonly imports: Imports;
  readonly apis: Apis;
  readonly definitions: Definitions;
  readonly environment: Environment;
  readonly commands: Commands;
  readonly executionProviders: ExecutionProviderFact[] = [];
  readonly settings: DeepSpeedSettings;
  readonly guards: Guards;
  readonly flow: DeviceFlow;
  readonly comparisons: Comparisons;
  readonly patterns: Patterns;
  readonly tensorUses: TensorUses;
  readonly ported: PortedCode;
  readonly deviceVariables: DeviceVariableFact[] = [];
  readonly portedRegions: PortedRegion[] = [];
  /** Every name that is bound or used, and those that are used. */
  readonly names = new Set<string>();
  readonly loads = new Set<string>();
  readonly places: StatementPlaces;

  constructor(
    readonly evaluator: Evaluator,
    readonly text: string,
    firstParty: (name: string) => boolean,
  ) {
    this.places = new StatementPlaces(text);
    this.imports = new Imports(evaluator, firstParty);
    this.apis = new Apis(evaluator);
    this.definitions = new Definitions(evaluator);
    this.environment = new Environment(evaluator);
    this.commands = new Commands(evaluator);
    this.settings = new DeepSpeedSettings(evaluator, text);
    this.guards = new Guards(evaluator);
    this.flow = new DeviceFlow(evaluator, text);
    this.comparisons = new Comparisons(evaluator, this.flow, text);
    this.patterns = new Patterns(text);
    this.tensorUses = new TensorUses(evaluator);
    this.ported = new PortedCode(text, evaluator);
  }

  region({ start, end }: TextSpan, { by, accelerators: named }: Handled, around: Surroundings): Surroundings {
    const isOfGoogle = named.includes('tpu') && isAboutGooglesTpu(this.text);
    const accelerators = isOfGoogle ? named.filter((accelerator) => accelerator !== 'tpu') : named;
    const inside = around.ofPorted(accelerators);
    if (inside !== around) this.portedRegions.push({ span: { start, end }, by, accelerators });
    return inside;
  }

  /** Whether what stands where a condition has this outcome runs on other vendors' accelerators alone. */
  isForOthers(condition: Expression, { scope }: Surroundings, outcome = true): boolean {
    return isOtherVendors(condition, this.evaluator, scope, outcome);
  }

  /** Conditions that ask for CUDA tell apart what runs on several accelerators. */
  toldApart(conditions: readonly Expression[], around: Surroundings): Surroundings {
    if (around.shared.length === 0) return around;
    return conditions.some((condition) => this.guards.asksFor(condition, around.scope)) ? around.toldApart() : around;
  }

  /** The accelerators that run, as CUDA does, what stands where a condition has this outcome. */
  sharing(condition: Expression, outcome: boolean, { scope }: Surroundings): readonly Accelerator[] {
    const named = this.ported.sharing(condition, outcome, scope);
    const isForCuda = named.length > 0 && this.guards.implied(condition, outcome, scope) !== undefined;
    return isForCuda || (named.includes('tpu') && isAboutGooglesTpu(this.text)) ? [] : named;
  }

  /** What something that is named after a device is given. */
  defaultOf(name: string, value: Expression, around: Surroundings, isParameter = false): void {
    if (!kindOfName(name)) return;
    const sink: DeviceSink = {
      kind: 'default',
      name,
      span: { start: value.start, end: value.end },
      certainty: 'assumed',
    };
    if (isParameter) this.flow.arrives(value, around.scope, sink);
    else this.flow.isNamed(value, around.scope, sink);
  }
}
