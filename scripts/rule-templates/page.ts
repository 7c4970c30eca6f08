/** A rule's page with nothing below its headings yet. */
export function page(code: string, headings: readonly string[]): string {
  return [`# ${code}`, ...headings.map((heading) => `## ${heading}\n\nTODO`), ''].join('\n\n');
}
