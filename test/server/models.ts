/** A model with a well supported operator, one that nobody knows, a subgraph and a function. */
export const mixedModel = `<
   ir_version: 10,
   opset_import: ["" : 17, "com.example" : 1, "local" : 1]
>
mixed (float[1,3,8,8] x, bool flag) => (float[1,4,8,8] y)
<float[4,3,1,1] w = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}>
{
   [conv] c = Conv <strides = [1, 1]> (x, w)
   [odd] m = com.example.Mystery (c)
   [call] t = local.twice (m)
   [branch] y = If (flag) <
      then_branch: graph = yes () => (float[1,4,8,8] a) { [relu] a = Relu (t) },
      else_branch: graph = no () => (float[1,4,8,8] b) { [sigmoid] b = Sigmoid (t) }
   >
}
<domain: "local", opset_import: ["" : 17]>
twice (v) => (u) { [sum] u = Add (v, v) }
`;

/** Nothing to complain of. */
export const plainModel = `<ir_version: 8, opset_import: ["" : 13]>
plain (float[1,8] x) => (float[1,8] y) { [relu] y = Relu (x) }
`;

/** Three operators with one doubt: ATC's documentation knew no dilated pooling of images. */
export const notedModel = `<ir_version: 8, opset_import: ["" : 13]>
noted (float[1,1,16,16] x) => (float[1,1,10,10] y)
{
   [first] a = MaxPool <kernel_shape = [2, 2], dilations = [2, 2]> (x)
   [second] b = MaxPool <kernel_shape = [2, 2], dilations = [2, 2]> (a)
   [third] y = MaxPool <kernel_shape = [2, 2], dilations = [2, 2]> (b)
}
`;

/** Names that try to be Markdown, HTML, a command link, or a property of Object. */
export const hostileNames = `<ir_version: 8, opset_import: ["" : 13]>
"[g](command:portolan.restartServer)" (float[1,8] "<img src=x onerror=alert(1)>") => (float[1,8] "__proto__")
{
   ["\`**x**\` [click](command:workbench.action.quit)"] "a|b" = Relu ("<img src=x onerror=alert(1)>")
   ["constructor"] "__proto__" = "Od_d" ("a|b")
}
`;
