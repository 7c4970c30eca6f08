import type { TextSpan } from '../place';
import type { ScriptPlace } from './script-place';
import type { Certainty, ValueFact } from './value-fact';

/** Where a device or backend name goes to. */
export interface DeviceSink {
  readonly kind:
    | 'device' // torch.device(...), device=, .to(...), torch.set_default_device, torch.load(map_location)
    | 'map-location'
    | 'device-type' // torch.autocast(...), device_type=
    | 'backend' // init_process_group(backend=), new_group
    | 'choices' // argparse choices=, Literal[...]
    | 'default' // argparse, dataclass, parameter default of something named device
    | 'comparison'
    | 'unknown';
  /** The API that it is passed to (canonical), or the name of the argument, parameter, variable, key or function. */
  readonly name: string;
  readonly span: TextSpan;
  readonly certainty: Certainty;
  /** The function or class of the workspace that hands it on to there: `build_model`. */
  readonly through?: string | undefined;
}

/** A text that names a device (`cuda`, `cuda:0`) or a backend (`nccl`), and reaches a place that uses it as such. */
export interface DeviceStringFact extends ScriptPlace {
  /** As far as it is constant: `cuda:` for `f"cuda:{rank}"`. */
  readonly text: string;
  readonly form: 'literal' | 'f-string' | 'percent' | 'format' | 'concatenation';
  /** `span` is the whole expression; this is the device's or backend's own name in it. */
  readonly nameSpan: TextSpan;
  /** Never empty: a "cuda" that reaches nothing is not reported. */
  readonly sinks: readonly DeviceSink[];
}

/** `device == "cuda"`, `"cuda" in str(device)`, `name.startswith("cuda")`. */
export interface DeviceComparisonFact extends ScriptPlace {
  readonly operator: '==' | '!=' | 'in' | 'not in' | 'is' | 'is not' | 'startswith' | 'match';
  /** The device's or backend's name that is compared with. */
  readonly text: string;
  readonly literalSpan: TextSpan;
  readonly subject: { readonly span: TextSpan; readonly value: ValueFact };
  /** `tensor-type`: `x.type() == "torch.cuda.HalfTensor"`. */
  readonly about: 'device' | 'backend' | 'tensor-type';
  readonly certainty: Certainty;
}

/**
 * A name that holds a device, or the text of one: `device = torch.device(...)`, a parameter `device`. What a fix may use in
 * place of a device that is spelled out.
 */
export interface DeviceVariableFact {
  /** As it is written: `device`, `self.device`. */
  readonly name: string;
  /** Where it is bound for sure: behind its binding, to the end of its block or function. */
  readonly scope: TextSpan;
  /** `proven`: bound to a device; `assumed`: a parameter of that name, which may be None. */
  readonly certainty: Certainty;
  /** On a machine with CUDA it is the current CUDA device: `"cuda" if torch.cuda.is_available() else "cpu"`. */
  readonly isCurrent: boolean;
  /** The function that binds it, as {@link ScriptPlace.function} says; another function may have a name like it. */
  readonly function?: string | undefined;
}
