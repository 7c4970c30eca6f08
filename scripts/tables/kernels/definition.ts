/** What a kernel definition says for one SoC: the element types of each input, undefined where it does not list them. */
export type KernelInputs = ReadonlyMap<string, readonly string[] | undefined>;

/** The AI core configuration of one SoC while a definition is read: what it overrides of the operator's own inputs. */
type Overrides = Map<string, readonly string[] | undefined>;

/**
 * Reads the definitions of a C++ file of CANN's operator repositories (`OpDef` classes that `OP_ADD` registers), for a SoC
 * as `AddConfig` names it. Only what stands there as a literal is followed: lists of types by name, maps of them by SoC,
 * configurations that a function of the file makes. Whatever else leaves the types undefined.
 */
export function readDefinitions(text: string, soc: string): ReadonlyMap<string, KernelInputs> {
  const source = new DefinitionSource(withoutComments(text));
  const kernels = new Map<string, KernelInputs>();
  for (const [, name] of source.text.matchAll(/\bOP_ADD\(\s*(\w+)/g)) {
    const inputs = new ConfigurationReader(source, soc).read(name!);
    if (inputs !== undefined) kernels.set(name!, inputs);
  }
  return kernels;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/\/\/.*/g, ' ');
}

/** The file's named lists of types, and the bodies of its functions. */
class DefinitionSource {
  readonly #lists = new Map<string, readonly string[]>();
  readonly #listsBySoc = new Map<string, ReadonlyMap<string, readonly string[]>>();

  constructor(readonly text: string) {
    const list = String.raw`\{((?:\s*(?:ge::)?DT_\w+\s*,?)+)\}`;
    for (const [, name, types] of text.matchAll(new RegExp(String.raw`(\w+)\s*=\s*${list}`, 'g'))) {
      this.#lists.set(name!, typesIn(types!));
    }
    const entry = String.raw`\{\s*"\w+"\s*,\s*${list}\s*\}\s*,?\s*`;
    for (const [, name, entries] of text.matchAll(new RegExp(String.raw`(\w+)\s*=\s*\{\s*((?:${entry})+)\}`, 'g'))) {
      const bySoc = [...entries!.matchAll(/"(\w+)"\s*,\s*\{([^}]*)\}/g)];
      this.#listsBySoc.set(name!, new Map(bySoc.map(([, key, types]) => [key!, typesIn(types!)])));
    }
  }

  /** The types that an argument of `DataType` stands for, where it is a literal, a name, or a look-up by SoC. */
  types(argument: string, soc: string): readonly string[] | undefined {
    if (/^\{/.test(argument)) return typesIn(argument);
    const lookup = /^(\w+)\s*\.\s*(?:find|at)\s*\(/.exec(argument);
    if (lookup !== null) return this.#listsBySoc.get(lookup[1]!)?.get(soc);
    return this.#lists.get(argument);
  }

  /** The parameters and the body of a constructor or function; undefined where the file has none of that name. */
  body(name: string): { readonly parameters: readonly string[]; readonly text: string } | undefined {
    const head = new RegExp(String.raw`(?:explicit|void|OpAICoreConfig)\s+${name}\s*\(([^)]*)\)[^;{]*\{`).exec(
      this.text,
    );
    if (head === null) return undefined;
    const start = head.index + head[0].length;
    const parameters = head[1]!.split(',').map((parameter) => /(\w+)\s*(?:=.*)?$/.exec(parameter.trim())?.[1] ?? '');
    return { parameters, text: this.text.slice(start, closingBrace(this.text, start)) };
  }
}

function typesIn(list: string): readonly string[] {
  const types = [...list.matchAll(/DT_(\w+)/g)].map(([, type]) => type!);
  // DT_MAX marks a list that each SoC's configuration replaces.
  return types.filter((type) => type !== 'MAX');
}

function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '{') depth++;
    else if (text[index] === '}' && --depth === 0) return index;
  }
  return text.length;
}

/** Goes through a constructor's statements in their order, since a configuration is changed between two `AddConfig`. */
class ConfigurationReader {
  readonly #inputs = new Map<string, readonly string[] | undefined>();
  #added: Overrides | undefined;

  constructor(
    private readonly source: DefinitionSource,
    private readonly soc: string,
  ) {}

  read(kernel: string): KernelInputs | undefined {
    const body = this.source.body(kernel);
    if (body !== undefined) this.#run(body.text, new Map());
    return this.#added === undefined ? undefined : new Map([...this.#inputs, ...this.#added]);
  }

  #run(text: string, configurations: Map<string, Overrides>): void {
    for (const statement of text.split(';')) {
      this.#makeConfiguration(statement, configurations);
      this.#call(statement, configurations);
      this.#input(statement, configurations);
      this.#add(statement, configurations);
    }
  }

  /** `OpAICoreConfig config;`, `OpAICoreConfig config = Get();`, `config = other;` */
  #makeConfiguration(statement: string, configurations: Map<string, Overrides>): void {
    const declared = /\bOpAICoreConfig\s+(\w+)\s*(?:\(.*\))?\s*$/.exec(statement);
    if (declared !== null) configurations.set(declared[1]!, new Map());
    const assigned = /(?:\b(?:OpAICoreConfig|auto)\s+)?\b(\w+)\s*=\s*(\w+)\s*(\(\s*[^()]*\))?\s*$/.exec(statement);
    if (assigned === null) return;
    const [, name, from, isCall] = assigned;
    if (isCall !== undefined) {
      const body = this.source.body(from!);
      if (body === undefined) return;
      const made = new Map<string, Overrides>();
      this.#run(body.text, made);
      const returned = /\breturn\s+(\w+)\s*;/.exec(body.text)?.[1];
      const overrides = returned === undefined ? undefined : made.get(returned);
      if (overrides !== undefined) configurations.set(name!, overrides);
    } else {
      const copied = configurations.get(from!);
      if (copied !== undefined) configurations.set(name!, new Map(copied));
    }
  }

  /** `Set(config, "ascend950")`: a function of the file that fills the configuration and may add it. */
  #call(statement: string, configurations: Map<string, Overrides>): void {
    const called = /^\s*(?:this->)?(\w+)\(([^()]*)\)\s*$/.exec(statement);
    const body = called === null ? undefined : this.source.body(called[1]!);
    if (called === null || body === undefined) return;
    const given = called[2]!.split(',').map((argument) => argument.trim());
    const inner = new Map<string, Overrides>();
    let text = body.text;
    body.parameters.forEach((parameter, index) => {
      const argument = given[index];
      if (argument === undefined || parameter === '') return;
      const configuration = configurations.get(argument);
      if (configuration !== undefined) inner.set(parameter, configuration);
      else text = text.replace(new RegExp(String.raw`\b${parameter}\b`, 'g'), argument);
    });
    this.#run(text, inner);
  }

  /** `this->Input("x")…DataType(…)` is the operator's own, `config.Input("x")…` the SoC's. */
  #input(statement: string, configurations: Map<string, Overrides>): void {
    const input = /\b(\w+)\s*(?:->|\.)\s*Input\("(\w+)"\)/.exec(statement);
    if (input === null) return;
    const target = input[1] === 'this' ? this.#inputs : configurations.get(input[1]!);
    target?.set(input[2]!, this.#typesOf(statement));
  }

  #typesOf(statement: string): readonly string[] | undefined {
    const start = /\.DataType(?:List)?\(\s*/.exec(statement);
    if (start === null) return undefined;
    const rest = statement.slice(start.index + start[0].length);
    const argument = rest.startsWith('{')
      ? rest.slice(0, rest.indexOf('}') + 1)
      : /^[\w.]+(?:\([^)]*\))?/.exec(rest)?.[0];
    const types = argument === undefined ? undefined : this.source.types(argument, this.soc);
    return types?.length === 0 ? undefined : types;
  }

  #add(statement: string, configurations: Map<string, Overrides>): void {
    for (const [, soc, name] of statement.matchAll(/AddConfig\(\s*"(\w+)"\s*(?:,\s*(\w+)\s*)?\)/g)) {
      if (soc !== this.soc) continue;
      this.#added = new Map(name === undefined ? [] : configurations.get(name));
    }
  }
}
