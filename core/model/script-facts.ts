import type { TextSpan } from './place';

/**
 * How sure the analysis is. `proven`: it follows from the text by Python's rules (a name bound to one import, a result
 * of a documented call). `assumed`: it follows from a convention (a parameter of `forward` is a tensor). `guessed`: a
 * name looks like it. Errors need proven facts, warnings assumed ones.
 */
export type Certainty = 'proven' | 'assumed' | 'guessed';

/** What a value is, as far as rules ask. */
export type ValueKind =
  | 'tensor'
  | 'module'
  | 'device'
  | 'dtype'
  | 'string'
  | 'int'
  | 'float'
  | 'bool'
  | 'none'
  | 'tuple'
  | 'list'
  | 'dict'
  | 'api'
  | 'other'
  | 'unknown';

/** What is known of an expression's value. */
export interface ValueFact {
  readonly kind: ValueKind;
  readonly certainty: Certainty;
  /** The value of a literal, or of a name that is bound to one literal only. */
  readonly constant?: string | number | boolean | null | undefined;
  /** `api`, `dtype`: the canonical name (`torch.float64`); `module`: the name of its class; `device`: its type. */
  readonly name?: string | undefined;
  /** Of a tensor: `torch.float64`. */
  readonly dtype?: string | undefined;
  /** Of a tensor whose rank is known; a dimension that is not known is undefined. */
  readonly shape?: readonly (number | undefined)[] | undefined;
  /** Of a tensor or module: the type of the device that it is on, `cpu` or `cuda`. */
  readonly device?: string | undefined;
  /** Of a tuple or list of a few numbers that are written out: sizes, dimensions. */
  readonly numbers?: readonly number[] | undefined;
}

/** Accelerators other than CUDA; `accelerator` stands for any, as `torch.accelerator` does, `other` for those that are no target. */
export type Accelerator = 'npu' | 'tpu' | 'accelerator' | 'other';

/** Where a fact stands, and in what surroundings. */
export interface ScriptPlace {
  readonly span: TextSpan;
  /** The accelerators that the region already handles, see {@link ScriptFacts.portedRegions}; empty where none. */
  readonly ported: readonly Accelerator[];
  /** In a branch that runs only where CUDA is available: index into {@link ScriptFacts.guards}. */
  readonly guard?: number | undefined;
  /** In a `try` whose handler catches ImportError, or below `if TYPE_CHECKING`. */
  readonly guarded: boolean;
  /** How many loops (comprehensions included) of its own function surround it. */
  readonly loopDepth: number;
  /** The qualified name of the function that it stands in, such as `Attention.forward`; absent at module level. */
  readonly function?: string | undefined;
  /** Where the statement begins, for fixes that insert lines. */
  readonly statement: StatementPlace;
}

export interface StatementPlace {
  readonly span: TextSpan;
  /** The white space that its line begins with. */
  readonly indentation: string;
}

export interface ArgumentFact {
  /** The keyword; absent for a positional argument. */
  readonly keyword?: string | undefined;
  /** `*args` or `**kwargs`: what it passes is not known. */
  readonly splat?: '*' | '**' | undefined;
  /** Of the whole argument, keyword included. */
  readonly span: TextSpan;
  /** Of the value alone. */
  readonly valueSpan: TextSpan;
  readonly value: ValueFact;
  /** Of `trainer_defaults={...}`, arguments for another call: its entries, each with its key as the keyword. */
  readonly entries?: readonly ArgumentFact[] | undefined;
}

/**
 * A call of a function outside the workspace (`torch.zeros(...)`, by its canonical name), or of a method
 * (`x.cuda()`: see {@link receiver}).
 */
export interface CallFact extends ScriptPlace {
  /**
   * The canonical qualified name: `torch.nn.functional.relu` for `F.relu`; `torch.Tensor.cuda` for a method of a tensor,
   * `torch.nn.Module.cuda` for one of a module; `?.cuda` where the receiver is unknown.
   */
  readonly name: string;
  readonly certainty: Certainty;
  /** Of what is called: `torch.cuda.empty_cache` without its arguments. */
  readonly calleeSpan: TextSpan;
  /** Of the last name alone. */
  readonly nameSpan: TextSpan;
  readonly arguments: readonly ArgumentFact[];
  /** Between the parentheses, both excluded. */
  readonly argumentsSpan: TextSpan;
  /** The method's object; absent for functions. */
  readonly receiver?: { readonly span: TextSpan; readonly value: ValueFact } | undefined;
  /** What it returns. */
  readonly result: ValueFact;
  /** Whether it is the item of a `with`, a decorator, or stands alone as a statement. */
  readonly role: 'with' | 'decorator' | 'statement' | 'value';
}

/**
 * A use, without a call, of something outside the workspace: `torch.float64`, `F.relu` as an argument, `x.is_cuda`. A name
 * that was assigned such a thing is told where it was assigned; of attributes of what is unknown (`?.is_cuda`) only those
 * are listed that a tensor has.
 */
export interface ReferenceFact extends ScriptPlace {
  /** As {@link CallFact.name}. */
  readonly name: string;
  readonly certainty: Certainty;
  readonly nameSpan: TextSpan;
  readonly receiver?: { readonly span: TextSpan; readonly value: ValueFact } | undefined;
  /** `store`: the target of an assignment (`torch.backends.cudnn.benchmark = True`), whose value is {@link assigned}. */
  readonly use: 'load' | 'store' | 'annotation' | 'decorator' | 'base';
  readonly assigned?: ValueFact | undefined;
}

/** One imported name: `import torch.nn as nn`, `from torch import nn`. */
export interface ImportFact extends ScriptPlace {
  /** What is imported, canonical where it is known: `torch.nn`. Relative imports begin with dots. */
  readonly name: string;
  /** What it is called here; `*` for a star import. */
  readonly alias: string;
  readonly style: 'import' | 'from';
  /** Its first package. */
  readonly package: string;
  /** The package belongs to the workspace itself. */
  readonly firstParty: boolean;
  /** Of this name and its alias alone. */
  readonly nameSpan: TextSpan;
  /** Whether the name is used in this file. */
  readonly used: boolean;
}

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

/** A test of what a message says: `"CUDA out of memory" in str(error)`. Only tests for CUDA or for memory are listed. */
export interface MessageTestFact extends ScriptPlace {
  readonly operator: '==' | '!=' | 'in' | 'not in' | 'startswith';
  readonly text: string;
  readonly literalSpan: TextSpan;
}

/** `if torch.cuda.is_available(): ... else: ...`, or a conditional expression. */
export interface GuardFact extends ScriptPlace {
  /**
   * The call or name that is asked, canonical: `torch.cuda.is_available`, `torch.Tensor.is_cuda`; `cuda` for a comparison
   * with that name (`device.type == "cuda"`), `CUDA` with what means it (`Platform.CUDA`, `"CUDAExecutionProvider"`);
   * `torch.version.cuda` where that is asked for, `torch.cuda.device_count` where it is compared.
   */
  readonly name: string;
  readonly conditionSpan: TextSpan;
  /** `assert`: one that fails where the answer is no. */
  readonly form: 'if' | 'conditional' | 'assert' | 'while' | 'value';
  /** What runs where CUDA is there; what runs where it is not. Absent where the question does not decide it (`a or question`). */
  readonly body?: TextSpan | undefined;
  readonly alternative?: TextSpan | undefined;
  /** The question is asked elsewhere, in another function or file, and its answer used here. */
  readonly isRepeated?: boolean | undefined;
  /**
   * No rule tells it as a question for CUDA (a count of devices, `Platform.CUDA`): what stands behind it is told, and does not
   * fail.
   */
  readonly isUntold?: boolean | undefined;
}

/** A region that already handles other accelerators. */
export interface PortedRegion {
  readonly span: TextSpan;
  /** What shows it: `torch.npu.is_available`, `"npu"`, `import torch_npu`, `torch.accelerator`. */
  readonly by: string;
  readonly accelerators: readonly Accelerator[];
}

export interface ClassFact extends ScriptPlace {
  readonly name: string;
  readonly nameSpan: TextSpan;
  /** Canonical names of its bases; those of the workspace as they are called there: `Attention`. */
  readonly bases: readonly string[];
  readonly isModule: boolean;
  readonly certainty: Certainty;
}

/** A Triton kernel: a function decorated by `triton.jit` (also below `triton.autotune`). */
export interface KernelFact extends ScriptPlace {
  readonly name: string;
  readonly nameSpan: TextSpan;
  readonly decorator: string;
}

/** A launch `kernel[grid](...)` of a Triton kernel of this or another file of the workspace. */
export interface KernelLaunchFact extends ScriptPlace {
  readonly kernel: string;
  /** The file that defines it; absent where it is this one. */
  readonly path?: string | undefined;
  readonly certainty: Certainty;
}

/** An environment variable that is read or set, in Python, a shell script, a Dockerfile or YAML. */
export interface EnvironmentFact extends ScriptPlace {
  readonly variable: string;
  readonly nameSpan: TextSpan;
  readonly use: 'read' | 'write';
  readonly value?: string | undefined;
}

/** `# portolan: ignore[rule, rule] reason`, `# portolan: ignore-file[...]`. */
export interface SuppressionFact {
  /** Of the comment. */
  readonly span: TextSpan;
  readonly scope: 'line' | 'file';
  /** Empty: all rules. */
  readonly rules: readonly { readonly code: string; readonly span: TextSpan }[];
  readonly reason: string;
  /** The lines that it is about; the statement's own lines where it stands behind one, the next line where alone. */
  readonly target: TextSpan;
}

/**
 * A requirement of requirements.txt, pyproject.toml, environment.yml, setup.cfg, setup.py, or of a lock file. What an extra or a dependency
 * group asks for is `guarded`. Its `statement` is the whole entry: quotes, a key, or continued lines included.
 */
export interface RequirementFact extends ScriptPlace {
  /** Normalised as PEP 503 says: lower case, `-` for runs of `-_.`. */
  readonly name: string;
  readonly nameSpan: TextSpan;
  /** Such as `>=2.1,<3`; empty where none. */
  readonly specifier: string;
  readonly specifierSpan?: TextSpan | undefined;
  /** The condition behind `;`: `sys_platform == 'linux'`. */
  readonly marker?: string | undefined;
  /** The extra or the dependency group that it belongs to. */
  readonly group?: string | undefined;
  /**
   * Of a lock file, which names exact releases of all packages of an environment: the packages that ask for it there (of a
   * Pipfile.lock that is not known), and the specifiers by which the project itself does.
   */
  readonly locked?: { readonly by: readonly string[]; readonly asked: readonly string[] } | undefined;
  /** Where `pip install` is told to take it from: the address of an index. */
  readonly index?: { readonly address: string; readonly span: TextSpan } | undefined;
}

/**
 * A command of a shell script, of a Dockerfile's RUN, of a YAML file, or of a notebook (`!nvidia-smi`); one that Python starts
 * (`subprocess.run(["nvidia-smi"])`).
 */
export interface CommandFact extends ScriptPlace {
  /** Without its folder, and behind `sudo`, `env`, `exec` and the like: `nvidia-smi`, `torchrun`. */
  readonly name: string;
  readonly nameSpan: TextSpan;
  /** What is passed to it, quotes taken away; expansions (`$N`) stand as they are written. */
  readonly words: readonly { readonly text: string; readonly span: TextSpan }[];
}

/** The name of an execution provider of ONNX Runtime, as text: `"CUDAExecutionProvider"`. */
export interface ExecutionProviderFact extends ScriptPlace {
  readonly name: string;
}

/** The image that a container is made from: `FROM nvidia/cuda:12.1.0-devel-ubuntu22.04`, `image: ...`. */
export interface ImageFact extends ScriptPlace {
  /** Without tag and digest: `nvidia/cuda`, `nvcr.io/nvidia/pytorch`. */
  readonly image: string;
  readonly nameSpan: TextSpan;
  readonly tag?: string | undefined;
}

/**
 * A value of a configuration: of DeepSpeed's JSON or of a dictionary in Python that is as that JSON, of YAML that starts
 * containers or is read by accelerate.
 */
export interface SettingFact extends ScriptPlace {
  /** Keys from the root; elements of lists have none: `['optimizer', 'type']`. */
  readonly keys: readonly string[];
  readonly keySpan: TextSpan;
  /** Undefined where Python computes it. */
  readonly value: string | number | boolean | null | undefined;
  readonly valueSpan: TextSpan;
  /** Of Python: the dictionary that it belongs to; a script may have several. */
  readonly config?: TextSpan | undefined;
}

/** A tensor that Python's own syntax reads or is led by, without a call of PyTorch. */
export interface TensorUseFact extends ScriptPlace {
  /**
   * `truth`: a condition (`if x > 0:`); `print`: printed; `mask`: the whole `x[x > 0]`, indexed by booleans; `index`: the whole
   * `x[:, index]`, read or written, indexed by a tensor of integers behind a slice.
   */
  readonly use: 'truth' | 'print' | 'mask' | 'index';
  readonly certainty: Certainty;
  /** What is asked, printed or indexed; of `mask`, the mask. */
  readonly tensor: ValueFact;
  /** The calls that made the tensors of a condition, where each is one call alone: `torch.rand(1)` in `torch.rand(1) < rate`. */
  readonly madeBy?: readonly TextSpan[];
}

/** A computation that is written out in plain PyTorch, and that accelerators do in one kernel. Its span is the last step. */
export interface PatternFact extends ScriptPlace {
  readonly pattern: 'rms-norm' | 'swiglu' | 'rotary' | 'attention';
  /**
   * Expressions by what they are in the computation. `rms-norm`: `input`, `epsilon`; `swiglu`: `gate`, `up`; `rotary`:
   * `input`, `cos`, `sin`; `attention`: `query`, `value`.
   */
  readonly parts: Readonly<Record<string, TextSpan>>;
  /** `rotary`: `half` where the halves of a vector are pairs, `interleave` where neighbours are; absent where unknown. */
  readonly variant?: string | undefined;
}

/** What rules see of one Python file, notebook, requirement list or shell script. Facts in the order of the text. */
export interface ScriptFacts {
  readonly path: string;
  readonly text: string;
  readonly kind: 'python' | 'notebook' | 'requirements' | 'shell' | 'dockerfile' | 'yaml' | 'deepspeed';
  readonly imports: readonly ImportFact[];
  readonly calls: readonly CallFact[];
  readonly references: readonly ReferenceFact[];
  readonly deviceStrings: readonly DeviceStringFact[];
  readonly deviceComparisons: readonly DeviceComparisonFact[];
  readonly deviceVariables: readonly DeviceVariableFact[];
  readonly messageTests: readonly MessageTestFact[];
  readonly guards: readonly GuardFact[];
  readonly portedRegions: readonly PortedRegion[];
  readonly classes: readonly ClassFact[];
  readonly kernels: readonly KernelFact[];
  readonly kernelLaunches: readonly KernelLaunchFact[];
  readonly patterns: readonly PatternFact[];
  readonly tensorUses: readonly TensorUseFact[];
  readonly environment: readonly EnvironmentFact[];
  readonly suppressions: readonly SuppressionFact[];
  readonly requirements: readonly RequirementFact[];
  /** Of files that start something; absent in requirement lists and configurations. */
  readonly commands?: readonly CommandFact[] | undefined;
  readonly images?: readonly ImageFact[] | undefined;
  /** Of Python; absent in other files. */
  readonly executionProviders?: readonly ExecutionProviderFact[] | undefined;
  /** Of configurations, and of those in Python; absent in other files. */
  readonly settings?: readonly SettingFact[] | undefined;
  /** Names of module level, by what they stand for: `torch.nn.functional` -> `F`. What a fix may use. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Every name that the file binds or uses: what a fix must not shadow. */
  readonly names: ReadonlySet<string>;
  /** Where an import goes: after the docstring, `from __future__` and the first block of imports; start of a line. */
  readonly importInsertion: number;
  /** `\n` or `\r\n`, as the file has it. */
  readonly lineBreak: string;
}
