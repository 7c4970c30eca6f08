import type { RequirementFact } from '../model';

const line =
  /^[ \t]*(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?:[ \t]*\[[^\]\n]*\])?[ \t]*(?<specifier>[^;#\n\r]*)/dgm;

/** The packages that a requirements.txt asks for. Options (`-r other.txt`) and bare addresses are passed over. */
export function readRequirements(text: string): RequirementFact[] {
  return [...text.matchAll(line)].flatMap((match) => {
    const [start, end] = match.indices!.groups!['name']!;
    const specifier = match.groups!['specifier']!.trim();
    // What is followed by anything but a version, a marker or an address is no requirement.
    if (specifier !== '' && !/^[<>=!~@(]/.test(specifier)) return [];
    const specifierStart = match.indices!.groups!['specifier']![0];
    return [
      {
        span: { start, end: Math.max(end, specifierStart + specifier.length) },
        name: match.groups!['name']!.toLowerCase().replaceAll(/[-_.]+/g, '-'),
        nameSpan: { start, end },
        specifier,
        ...(specifier === ''
          ? {}
          : { specifierSpan: { start: specifierStart, end: specifierStart + specifier.length } }),
      },
    ];
  });
}
