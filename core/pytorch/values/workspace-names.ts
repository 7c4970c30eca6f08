import type { DeviceSink } from '../../model';
import type { Value } from './value';

/** A class, as far as a use of it asks. */
export interface ClassView {
  /** Names of its bases that are known, as {@link Value.name} has them. */
  readonly bases: readonly string[];
  /** A base could not be resolved: there may be members that are not known. */
  readonly isOpen: boolean;
  /** A method or attribute that the class itself defines. */
  member(name: string): Value | undefined;
}

/** What other files of the workspace say. Names of theirs are written as {@link Value} explains. */
export interface WorkspaceNames {
  /** What `import name`, or `from ... import`, stands for in the file `importer`; undefined for what is outside. */
  imported(importer: string, name: string): Value | undefined;
  /** A name of a module of the workspace. */
  member(path: string, name: string): Value | undefined;
  /** What a star import brings. */
  starred(importer: string, module: string, name: string): Value | undefined;
  classOf(path: string, name: string): ClassView | undefined;
  /** What calling a function or method returns. */
  returned(path: string, name: string): Value | undefined;
  isKernel(path: string, name: string): boolean;
  /** The parameters of a function, or of what makes a class's objects, and the places of theirs that use a device. */
  deviceParameters(path: string, name: string): readonly DeviceParameter[] | undefined;
}

/** A parameter that a caller gives a value to. `sink`: where it reaches one that uses it as a device or backend. */
export interface DeviceParameter {
  readonly name: string;
  readonly sink: DeviceSink | undefined;
}

export const noWorkspace: WorkspaceNames = {
  imported: () => undefined,
  member: () => undefined,
  starred: () => undefined,
  classOf: () => undefined,
  returned: () => undefined,
  isKernel: () => false,
  deviceParameters: () => undefined,
};

export function workspaceName(path: string, name: string): string {
  return `.${path}:${name}`;
}

/** The file and the qualified name of a name of the workspace; undefined for a relative import that was not found. */
export function splitName(name: string): { path: string; name: string } | undefined {
  const colon = name.lastIndexOf(':');
  return colon < 0 ? undefined : { path: name.slice(1, colon), name: name.slice(colon + 1) };
}
