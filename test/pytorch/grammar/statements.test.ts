import { test } from 'node:test';
import { assertSyntax } from './annotated-syntax';

const cases: Readonly<Record<string, string>> = {
  'assignments of all kinds': `
if a: b, *c = d = e, f; g: int = 1; h @= i
#     ^^^^^ Tuple 2
#     ^^^^^^^^^^^^^^^^ Assign
#                 ^^^^ Tuple 2
#                       ^^^^^^^^^^ Assign
#                                   ^^^^^^ AugmentedAssign`,
  imports: `
if a: import b.c as d, e; from .. import f; from .g import (h as i, j,); from k import *
#     ^^^^^^^^^^^^^^^^^^ Import import b.c=d e
#                         ^^^^^^^^^^^^^^^^ Import .. f
#                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Import .g h=i j
#                                                                        ^^^^^^^^^^^^^^^ Import k *=*`,
  'statements of one line': `
if a: assert b, c; raise d from e; del f, g; global h; return i, *j; pass; break
#     ^^^^^^^^^^^ Assert
#                  ^^^^^^^^^^^^^^ Raise
#                                  ^^^^^^^^ Delete
#                                            ^^^^^^^^ Outer
#                                                      ^^^^^^^^^^^^ Return
#                                                                    ^^^^ Pass
#                                                                          ^^^^^ Jump`,
  'what is printed in Python 2': `
if a: print "b", c; exec "d" in e
#     ^^^^^^^^^^^^ Broken
#                   ^^^^^^^^^^^^^ Broken`,
  'words that are keywords in their places alone': `
if a: match(b); match[c] = 1; match = 2; type = case = 3; type(d).e = f; print(g)
#     ^^^^^^^^ Call 1
#               ^^^^^^^^^^^^ Assign
#                             ^^^^^^^^^ Assign
#                                        ^^^^^^^^^^^^^^^ Assign
#                                                         ^^^^^^^^^^^^^ Assign
#                                                                        ^^^^^^^^ Call 1`,
  'aliases of types': `
if a: type B[T: int, *Ts, **P] = list[T]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ TypeAlias
#            ^^^^^^ Opaque`,
  'suites on the line of their header': `
if a: b(c)
#     ^^^^ Block
elif d: pass
else: e
#     ^ Name e`,
  'definitions, with what stands before and in them': `
async def f[T](a, /, b: int = 1, *, c=2, **d) -> int: return a
#              ^ Parameter a
#                    ^^^^^^^^^^ Parameter b
#                                   ^^^ Parameter c
#                                        ^^^ Parameter **d
#                                                ^^^ Name int
#                                                     ^^^^^^^^ Block`,
  'classes with bases, keywords and type parameters': `
class A[T = int](B, metaclass=C): x: T
#                ^ Argument
#                   ^^^^^^^^^^^ Argument metaclass
#                                 ^^^^ Assign`,
  'items of with, in parentheses or not': `
with (a as b, c() as d,): pass
#     ^ Name a
#             ^^^ Call 0
#                    ^ Name d`,
  'an item of with that is an expression in parentheses': `
with (a), (yield) as b: pass
#    ^^^ Name a
#         ^^^^^^^ Yield`,
  'exceptions with parentheses and without': `
try: pass
except (a, b) as c: d
#      ^^^^^^ Tuple 2
except* e: f
#       ^ Name e
except g, h: i
#      ^^^^ Tuple 2`,
  'loops with targets of several names': `
for a, *b in c, d: pass
#   ^^^^^ Tuple 2
#            ^^^^ Tuple 2`,
  'patterns: what they ask for and what they bind': `
match a, b:
#     ^^^^ Tuple 2
  case [1, c, *_] | {"k": -2, **d} if e: pass
#       ^ Number 1
#          ^ Name c
#                    ^^^ String k
#                          ^ Number 2
#                               ^ Name d
#                                     ^ Name e
  case P.Q(x=0, y=z) as w: pass
#      ^^^ Attribute Q
#                 ^ Name z
#                       ^ Name w`,
  'lines that are continued, and ended by a semicolon': `
if a and \\
    b: c;
#   ^ Name b
#      ^ Block`,
  'decorators of any form': `
@a[0].b(c)
#^^^^^^^^^ Call 1
@(yield)
#^^^^^^^ Yield
def f(): pass`,
};

for (const [what, source] of Object.entries(cases)) test(`statements: ${what}`, () => assertSyntax(source));
