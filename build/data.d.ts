// A .json import is the file's text (see build.mjs): tables are parsed when they are first asked for, and the compiler
// does not infer a type of a hundred thousand lines.
declare module '*.json' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
