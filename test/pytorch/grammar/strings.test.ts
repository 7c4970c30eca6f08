import { test } from 'node:test';
import { assertSyntax } from './annotated-syntax';

const cases: Readonly<Record<string, string>> = {
  'prefixes, and what a string says': `
x = "cuda", r"\\d", b"cuda", u'a', "\\n", Rb"a"
#   ^^^^^^ String cuda
#           ^^^^^ String \\d
#                  ^^^^^^^ String undefined
#                           ^^^^ String a
#                                 ^^^^ String undefined
#                                       ^^^^^ String undefined`,
  'strings side by side': `
x = "a" 'b' f"{c}"
#   ^^^^^^^^^^^^^^ AdjacentStrings
#           ^^^^^^ JoinedString 1`,
  'fields with quotes of the string itself': `
x = f"{d["a"]} {f"{e}"}"
#   ^^^^^^^^^^^^^^^^^^^^ JoinedString 2
#      ^^^^^^ Subscript 1
#               ^^^^^^ JoinedString 1`,
  'conversions, formats and what is asked for with =': `
x = f"{a!r:>10} {b=} {c:{d}.{e}} {f != g} {h:=5} {i,}"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ JoinedString 8
#                        ^ Name d
#                            ^ Name e
#                                 ^^^^^^ Comparison !=
#                                          ^ Name h
#                                                 ^^ Tuple 1`,
  'braces that are no fields': `
x = f"{{a}} \\N{DASH} {b}" rf"\\{c}"
#   ^^^^^^^^^^^^^^^^^^^^^ JoinedString 1
#                         ^^^^^^^^ JoinedString 1`,
  't-strings': `
x = t"{a}" tr'{b}'
#   ^^^^^^ JoinedString 1
#          ^^^^^^^ JoinedString 1`,
};

for (const [what, source] of Object.entries(cases)) test(`strings: ${what}`, () => assertSyntax(source));
