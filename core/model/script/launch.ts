import type { TextSpan } from '../place';
import type { ScriptPlace } from './script-place';

/** An environment variable that is read or set, in Python, a shell script, a Dockerfile or YAML. */
export interface EnvironmentFact extends ScriptPlace {
  readonly variable: string;
  readonly nameSpan: TextSpan;
  readonly use: 'read' | 'write';
  readonly value?: string | undefined;
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
