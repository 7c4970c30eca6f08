import { part, parts, type Syntax, unwrap } from './syntax';

/** What binds a name. */
export type Binding =
  | { readonly kind: 'import'; readonly name: string; readonly guarded: boolean }
  | { readonly kind: 'value'; readonly value: Syntax; readonly scope: Scope }
  | { readonly kind: 'parameter'; readonly annotation: Syntax | undefined; readonly value: Syntax | undefined }
  | { readonly kind: 'class'; readonly node: Syntax }
  | { readonly kind: 'function'; readonly node: Syntax; readonly decorators: readonly Syntax[] }
  | { readonly kind: 'other' };

/** A module, class or function, and the names that it binds. Comprehensions share their function's scope. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function';
  readonly node: Syntax;
  readonly parent: Scope | undefined;
  readonly names: Map<string, Binding[]>;
  /** A class: what its methods assign to `self`. */
  readonly attributes: Map<string, Binding[]>;
  /** Names that `global` and `nonlocal` send outwards. */
  readonly outer: Set<string>;
}

export function newScope(kind: Scope['kind'], node: Syntax, parent: Scope | undefined): Scope {
  return { kind, node, parent, names: new Map(), attributes: new Map(), outer: new Set() };
}

/** Binds every name of the module; the scope of each function and class by its syntax. */
export function bindNames(module: Syntax, text: string): Map<Syntax, Scope> {
  const scopes = new Map<Syntax, Scope>();
  const decorated = new Map<Syntax, readonly Syntax[]>();
  const root = newScope('module', module, undefined);
  scopes.set(module, root);
  for (const child of module.children) bind(child, root, false);
  return scopes;

  function bind(node: Syntax, scope: Scope, guarded: boolean): void {
    switch (node.kind) {
      case 'function_definition':
      case 'class_definition': {
        const isClass = node.kind === 'class_definition';
        const name = part(node, 'name');
        if (name)
          add(
            scope,
            name,
            isClass ? { kind: 'class', node } : { kind: 'function', node, decorators: decorated.get(node) ?? [] },
          );
        const own = newScope(isClass ? 'class' : 'function', node, scope);
        scopes.set(node, own);
        for (const parameter of part(node, 'parameters')?.children ?? []) bindParameter(parameter, own);
        for (const child of part(node, 'body')?.children ?? []) bind(child, own, guarded);
        return;
      }
      case 'decorated_definition': {
        const definition = part(node, 'definition');
        const decorators = node.children.filter(({ kind }) => kind === 'decorator');
        if (definition) decorated.set(definition, decorators);
        break;
      }
      case 'lambda': {
        const own = newScope('function', node, scope);
        scopes.set(node, own);
        for (const parameter of part(node, 'parameters')?.children ?? []) bindParameter(parameter, own);
        for (const child of node.children) if (child.field === 'body') bind(child, own, guarded);
        return;
      }
      case 'import_statement':
      case 'import_from_statement':
        for (const { name, alias } of importedNames(node, text)) {
          // `import torch.nn` binds torch; the longer name is found through its attributes.
          add(scope, alias, { kind: 'import', name, guarded });
        }
        return;
      case 'global_statement':
      case 'nonlocal_statement':
        for (const child of node.children) scope.outer.add(text.slice(child.start, child.end));
        return;
      case 'assignment': {
        const left = part(node, 'left');
        const right = part(node, 'right');
        const annotation = part(node, 'type');
        if (left?.kind === 'identifier' && annotation && !right) add(scope, left, parameter(annotation, undefined));
        else if (left) assign(left, right, scope);
        break;
      }
      case 'named_expression':
        assign(part(node, 'name')!, part(node, 'value'), scope);
        break;
      case 'augmented_assignment':
      case 'for_statement':
      case 'for_in_clause':
        if (part(node, 'left')) assign(part(node, 'left')!, undefined, scope);
        break;
      case 'as_pattern_target':
      case 'case_pattern':
      case 'splat_pattern':
      case 'delete_statement':
        for (const child of node.children) assign(child, undefined, scope);
        break;
      case 'try_statement':
        guarded ||= catchesImportError(node, text);
        break;
      case 'if_statement':
        guarded ||= /\bTYPE_CHECKING\b/.test(conditionText(node, text));
        break;
    }
    for (const child of node.children) bind(child, scope, guarded);
  }

  function bindParameter(node: Syntax, scope: Scope): void {
    if (node.kind === 'identifier') {
      add(scope, node, parameter(undefined, undefined));
      return;
    }
    const inner = part(node, 'name') ?? node.children.find(({ kind }) => kind === 'identifier');
    if (inner?.kind === 'identifier') add(scope, inner, parameter(part(node, 'type'), part(node, 'value')));
    // *args: Tensor is a tuple of them; what is splatted is not known.
    else for (const child of node.children) assign(child, undefined, scope);
  }

  function assign(target: Syntax, value: Syntax | undefined, scope: Scope): void {
    if (target.kind === 'identifier') {
      add(scope, target, value === undefined ? { kind: 'other' } : { kind: 'value', value, scope });
    } else if (target.kind === 'attribute') {
      const object = part(target, 'object')!;
      const owner = scope.parent?.kind === 'class' ? scope.parent : undefined;
      if (owner && object.kind === 'identifier' && text.slice(object.start, object.end) === 'self') {
        const name = part(target, 'attribute')!;
        const key = text.slice(name.start, name.end);
        const binding: Binding = value === undefined ? { kind: 'other' } : { kind: 'value', value, scope };
        owner.attributes.set(key, [...(owner.attributes.get(key) ?? []), binding]);
      }
    } else if (target.kind !== 'subscript') {
      const names = unwrap(target).children;
      const values = value === undefined ? [] : unwrap(value).children;
      const paired = value !== undefined && /^(tuple|list|expression_list)$/.test(unwrap(value).kind);
      const plain = ![...names, ...values].some(({ kind }) => kind.includes('splat'));
      names.forEach((name, index) => {
        assign(name, paired && plain && names.length === values.length ? values[index] : undefined, scope);
      });
    }
  }

  function add(scope: Scope, name: Syntax | string, binding: Binding): void {
    const key = typeof name === 'string' ? name : text.slice(name.start, name.end);
    let owner = scope;
    if (scope.outer.has(key)) while (owner.parent) owner = owner.parent;
    const all = owner.names.get(key);
    if (all) all.push(binding);
    else owner.names.set(key, [binding]);
  }
}

const parameter = (annotation: Syntax | undefined, value: Syntax | undefined): Binding => ({
  kind: 'parameter',
  annotation,
  value,
});

export interface ImportedName {
  /** What the alias stands for. */
  readonly name: string;
  readonly alias: string;
  /** All that is imported: `torch.nn` of `import torch.nn`, whose alias `torch` stands for `torch`. */
  readonly imported: string;
  readonly node: Syntax;
}

export function importedNames(node: Syntax, text: string): ImportedName[] {
  const of = (syntax: Syntax) => text.slice(syntax.start, syntax.end).replaceAll(/\s/g, '');
  const origin = part(node, 'module_name');
  const prefix = origin === undefined ? '' : of(origin).endsWith('.') ? of(origin) : `${of(origin)}.`;
  const names = parts(node, 'name').map((child): ImportedName => {
    const name = of(part(child, 'name') ?? child);
    const alias = part(child, 'alias');
    if (alias) return { name: prefix + name, alias: of(alias), imported: prefix + name, node: child };
    const first = origin === undefined ? name.split('.')[0]! : prefix + name;
    return { name: first, alias: name.split('.')[0]!, imported: prefix + name, node: child };
  });
  const star = node.children.find(({ kind }) => kind === 'wildcard_import');
  if (star) names.push({ name: prefix.slice(0, -1), alias: '*', imported: prefix.slice(0, -1), node: star });
  return names;
}

/** Whether a handler of this `try` catches a failed import. */
export function catchesImportError(node: Syntax, text: string): boolean {
  return node.children.some((child) => {
    if (child.kind !== 'except_clause') return false;
    const caught = part(child, 'value');
    return !caught || /\b(ImportError|ModuleNotFoundError|Exception)\b/.test(text.slice(caught.start, caught.end));
  });
}

export function conditionText(node: Syntax, text: string): string {
  const condition = part(node, 'condition');
  return condition ? text.slice(condition.start, condition.end) : '';
}

/** The bindings that a use in `scope` sees: a class's names are not seen by its methods. */
export function lookUp(name: string, scope: Scope): { bindings: readonly Binding[]; scope: Scope } | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (at.kind === 'class' && at !== scope) continue;
    const bindings = at.outer.has(name) ? undefined : at.names.get(name);
    if (bindings) return { bindings, scope: at };
  }
  return undefined;
}
