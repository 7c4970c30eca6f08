import { test } from 'node:test';
import { assertSyntax } from './annotated-syntax';

const cases: Readonly<Record<string, string>> = {
  'operators bind as in Python': `
a + b * c ** -d
#   ^^^^^^^^^^^ Binary *
#       ^^^^^^^ Binary **
#            ^^ Unary -`,
  'signs bind weaker than powers, stronger than products': `
x = -a ** b * c
#   ^^^^^^^ Unary -
#    ^^^^^^ Binary **
#   ^^^^^^^^^^^ Binary *`,
  'operators of one kind go from the left': `
x = a - b - c
#   ^^^^^ Binary -
#   ^^^^^^^^^ Binary -`,
  'a comparison has all its operands': `
x = a < b + 1 is not c not  in d
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Comparison < is not not in
#       ^^^^^ Binary +`,
  'not binds weaker than a comparison, stronger than and': `
x = not a == b and c
#   ^^^^^^^^^^ Unary not
#       ^^^^^^ Comparison ==
#   ^^^^^^^^^^^^^^^^ Boolean and`,
  'parentheses belong to what stands in them': `
x = ((a) + b).c
#    ^^^ Name a
#   ^^^^^^^^^ Binary +
#   ^^^^^^^^^^^ Attribute c`,
  'conditions go from the right': `
x = a if b else c if d else e
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ Conditional
#               ^^^^^^^^^^^^^ Conditional`,
  'a lambda reaches as far as it can': `
x = lambda a, *b, c=1, **d: a if b else c, 2
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Lambda
#             ^^ Parameter *b
#                 ^^^ Parameter c
#                      ^^^ Parameter **d`,
  'calls, attributes and subscripts in a chain': `
a.b(c)[d, e:f].g(*h, i=j, **k)
#      ^ Name d
#         ^^^ Slice
#                ^^ Argument *
#                    ^^^ Argument i
#                         ^^^ Argument **`,
  'a generator takes the parentheses of its call': `
x = sum(a for a in b)
#   ^^^^^^^^^^^^^^^^^ Call 1
#      ^^^^^^^^^^^^^^ Comprehension generator`,
  comprehensions: `
x = [a for a, b in c if d if e for f in g], {a: b for a in b}, {a async for a in b}
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Comprehension list
#          ^^^^ Tuple 2
#                                           ^^^^^^^^^^^^^^^^^ Comprehension dictionary
#                                                              ^^^^^^^^^^^^^^^^^^^^ Comprehension set`,
  'brackets of all kinds': `
x = (), (a,), [a, *b], {a, b}, {}, {a: b, **c}
#   ^^ Tuple 0
#       ^^^^ Tuple 1
#             ^^^^^^^ List 2
#                 ^^ Starred
#                      ^^^^^^ Set 2
#                              ^^ Dictionary 0
#                                  ^^^^^^^^^^^ Dictionary 2`,
  'a star reaches over calls and attributes': `
x = [*a.b(c), *d[e]]
#    ^^^^^^^ Starred
#             ^^^^^ Starred`,
  slices: `
x[:, ::2, a:b:c, ..., a := 1]
# ^ Slice
#    ^^^ Slice
#         ^^^^^ Slice
#                ^^^ Constant undefined
#                     ^^^^^^ Named`,
  numbers: `
x = 0x1F, 1_000, 0o17, 1.5e3, 2j, 1if a else 0xfor 1
#   ^^^^ Number 31
#         ^^^^^ Number 1000
#                ^^^^ Number 15
#                      ^^^^^ Number 1500
#                             ^^ Number undefined
#                                            ^^^^^^^ Boolean or`,
  'names of any script, in the form in which Python compares them': `
größe = 模型.𝒳
#       ^^^^^ Attribute X`,
  'await, yield and walrus': `
x = await a.b(c) ** d
#   ^^^^^^^^^^^^ Await
#   ^^^^^^^^^^^^^^^^^ Binary **
y = yield a, b
#   ^^^^^^^^^^ Yield
z = (n := f(m))
#   ^^^^^^^^^^^ Named`,
  'async as the name of an argument, which it was before Python 3.7': `
x.cuda(async=True)
#      ^^^^^^^^^^ Argument async`,
};

for (const [what, source] of Object.entries(cases)) test(`expressions: ${what}`, () => assertSyntax(source));
