// A .json or .md import gives the file's text when it is asked for by toString (see scripts/own-data.mjs): the command line reads the
// tables and pages that it needs, and the compiler does not infer a type of a hundred thousand lines.
declare module '*.json' {
  const table: { toString(): string };
  export default table;
}
declare module '*.md' {
  const page: { toString(): string };
  export default page;
}
