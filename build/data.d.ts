// A .json import gives the file's text when it is asked for by toString (see build.mjs): the command line reads tables
// that it needs, they are parsed where they are first used, and the compiler does not infer a type of a hundred thousand
// lines.
declare module '*.json' {
  const table: { toString(): string };
  export default table;
}
declare module '*.md' {
  const text: string;
  export default text;
}
