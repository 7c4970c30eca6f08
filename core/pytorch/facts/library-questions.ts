import { lastName } from '../syntax/children';
import type { Expression } from '../syntax/nodes';

/**
 * How projects ask whether a library is installed: `is_bitsandbytes_available()`, `HAS_TRITON`, `APEX_AVAILABLE`,
 * `importlib.util.find_spec("flash_attn")`. Not `torch.distributed.is_available()`, which asks for a part of PyTorch, and not
 * whether PyTorch is there: on the target it is.
 */
const functions = /^_?(?!is_(?:(?:py)?torch_)?(?:available|installed)$)\w+_(?:available|installed)$/;
const constants =
  /^_?(?:HAS|HAVE)_(?!(?:PY)?TORCH$)[A-Z0-9_]+$|^_?(?!(?:IS_)?(?:PY)?TORCH_(?:AVAILABLE|INSTALLED)$)[A-Z0-9_]+_(?:AVAILABLE|INSTALLED)$/;

/** The outcome of a condition with which a library is known to be there; undefined where none is asked for. */
export function libraryIsThere(condition: Expression): boolean | undefined {
  switch (condition.kind) {
    case 'Call': {
      const name = lastName(condition.callee);
      return name === 'find_spec' || functions.test(name) ? true : undefined;
    }
    case 'Name':
    case 'Attribute':
      return constants.test(lastName(condition)) || functions.test(lastName(condition)) ? true : undefined;
    case 'Comparison': {
      const [left, right] = condition.operands;
      const isNone = right?.kind === 'Constant' && right.value === null;
      if (!isNone || left?.kind !== 'Call' || libraryIsThere(left) === undefined) return undefined;
      return /not|!=/.test(condition.operators[0]!);
    }
    case 'Unary': {
      const asked = condition.operator === 'not' ? libraryIsThere(condition.operand) : undefined;
      return asked === undefined ? undefined : !asked;
    }
    case 'Boolean': {
      // `a and b` is yes only where both are, `a or b` no.
      const told = condition.operator === 'and';
      return [condition.left, condition.right].some((side) => libraryIsThere(side) === told) ? told : undefined;
    }
    default:
      return undefined;
  }
}
