import { type AttributeValue, type Integer, isKnown, type Operator, type Shape, type ValueType } from '../../model';
import type { Scope } from '../contract';
import { product } from './arithmetic';

/** The value that the callers of a function give to an attribute that its body refers to, where they agree. */
export type ResolveAttribute = (value: AttributeValue) => AttributeValue | undefined;

/** One operator as the formulas of its cost see it. */
export class CostedOperator {
  constructor(
    readonly scope: Scope,
    readonly operator: Operator,
    readonly resolve: ResolveAttribute,
  ) {}

  hasInput(index: number): boolean {
    return this.operator.inputId(index) !== 0;
  }

  inputType(index: number): ValueType | undefined {
    const value = this.operator.inputId(index);
    return value === 0 ? undefined : this.scope.typeOfId(value);
  }

  outputType(index: number): ValueType | undefined {
    const value = this.operator.outputId(index);
    return value === 0 ? undefined : this.scope.typeOfId(value);
  }

  input(index: number): Shape {
    return shapeOf(this.inputType(index));
  }

  output(index = 0): Shape {
    return shapeOf(this.outputType(index));
  }

  rank(index: number): number | undefined {
    return this.input(index)?.length;
  }

  /** One dimension of an input, counted from the end where `axis` is negative. */
  dimension(index: number, axis: number): Integer | undefined {
    return known(this.input(index)?.at(axis));
  }

  /** The elements of an input, where all of them are known. */
  elements(index: number): readonly Integer[] | undefined {
    const elements = this.scope.elementsOfId(this.operator.inputId(index));
    return elements?.every(isKnown) ? elements : undefined;
  }

  /** The one element of an input, where it is known. */
  signedScalar(index: number): Integer | undefined {
    const elements = this.elements(index);
    return elements?.length === 1 ? elements[0] : undefined;
  }

  /** The same, where it is a size. */
  scalar(index: number): Integer | undefined {
    return known(this.signedScalar(index));
  }

  attribute(name: string): AttributeValue | undefined {
    const written = this.operator.attributes.find((attribute) => attribute.name === name)?.value;
    return written?.kind === 'reference' ? this.resolve(written) : written;
  }

  /** Whether an attribute is given, if only by a reference that cannot be resolved. */
  hasAttribute(name: string): boolean {
    return this.operator.attributes.some((attribute) => attribute.name === name);
  }

  /** The default where the attribute is left out; undefined where its value is not known. */
  int(name: string, byDefault?: Integer): Integer | undefined {
    if (!this.hasAttribute(name)) return byDefault;
    const value = this.attribute(name);
    return value?.kind === 'int' ? value.value : undefined;
  }

  ints(name: string): readonly Integer[] | undefined {
    const value = this.attribute(name);
    return value?.kind === 'ints' && value.value.length === value.count ? value.value : undefined;
  }
}

function shapeOf(type: ValueType | undefined): Shape {
  return type?.kind === 'tensor' || type?.kind === 'sparse_tensor' ? type.shape : undefined;
}

function known(dimension: Integer | string | null | undefined): Integer | undefined {
  return isKnown(dimension) && dimension >= 0 ? dimension : undefined;
}

/** The number of elements; undefined where a dimension is not a number. */
export function size(shape: Shape): Integer | undefined {
  return shape && product(shape.map(known));
}
