import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDefinitions } from '../../scripts/tables/kernels/definition';

/** The types of each input of the kernel K for the chip, as `x: FLOAT BF16`; `?` where none are listed. */
function inputs(text: string, soc = 'ascend950'): string[] | undefined {
  const kernel = readDefinitions(text, soc).get('K');
  return kernel && [...kernel].map(([name, types]) => `${name}: ${types?.join(' ') ?? '?'}`);
}

function definition(body: string, rest = ''): string {
  return `class K : public OpDef { public: explicit K(const char* name) : OpDef(name) { ${body} } ${rest} }; OP_ADD(K);`;
}

const own = 'this->Input("x").ParamType(REQUIRED).DataType({ge::DT_FLOAT, ge::DT_BF16}).Format({ge::FORMAT_ND});';

describe('kernel definitions', () => {
  const cases: readonly (readonly [what: string, text: string, expected: string[] | undefined])[] = [
    ["the operator's own types", definition(`${own} this->AICore().AddConfig("ascend950");`), ['x: FLOAT BF16']],
    ['another chip', definition(`${own} this->AICore().AddConfig("ascend910b");`), undefined],
    ['in a comment', definition(`${own} // this->AICore().AddConfig("ascend950");\n`), undefined],
    [
      'a configuration that is changed between two chips',
      definition(`${own} OpAICoreConfig c; c.Input("x").DataType({ge::DT_INT8}); this->AICore().AddConfig("ascend910b", c);
        c.Input("x").DataType({ge::DT_FLOAT16, ge::DT_INT32}); this->AICore().SetTiling(T).AddConfig("ascend950", c);
        c.Input("x").DataType({ge::DT_BOOL}); this->AICore().AddConfig("kirin", c);`),
      ['x: FLOAT16 INT32'],
    ],
    [
      'a list by name, of which DT_MAX is none',
      `static const std::vector<ge::DataType> types = {ge::DT_INT64, ge::DT_UINT8};
      ${definition('this->Input("x").DataType(types); this->Input("y").DataType({ge::DT_MAX}); this->AICore().AddConfig("ascend950");')}`,
      ['x: INT64 UINT8', 'y: ?'],
    ],
    [
      'a list that is computed',
      definition('this->Input("x").DataType(gen.Get("x")); this->AICore().AddConfig("ascend950");'),
      ['x: ?'],
    ],
    [
      'a function that fills and adds the configuration, with lists by chip',
      `static const std::map<std::string, std::vector<ge::DataType>> types = {{"ascend310", {ge::DT_INT8}}, {"ascend950", {ge::DT_BF16}}};
      ${definition('OpAICoreConfig c; Set(c, "ascend950");', 'void Set(OpAICoreConfig& config, const char* chip) { config.Input("x").DataType(types.find(chip)->second); this->AICore().AddConfig(chip, config); }')}`,
      ['x: BF16'],
    ],
    [
      'a function that makes the configuration',
      definition(
        `${own} OpAICoreConfig c = Get(); this->AICore().AddConfig("ascend950", c);`,
        'OpAICoreConfig Get() const { OpAICoreConfig made; made.Input("x").DataType({ge::DT_INT16}); return made; }',
      ),
      ['x: INT16'],
    ],
  ];
  for (const [what, text, expected] of cases) test(what, () => assert.deepEqual(inputs(text), expected));
});
