import type { Certainty, DeviceComparisonFact, MessageTestFact, TextSpan } from '../../model';
import { onlyValue } from '../names/look-up';
import { isCollection } from '../syntax/children';
import type { Call, Comparison, Expression, Match, Name } from '../syntax/nodes';
import type { Evaluator } from '../values/evaluator';
import { factOf } from '../values/value';
import type { DeviceFlow } from './device-flow';
import { deviceNameIn, namesCode, namesNoDevice } from './device-names';
import { indexedCuda } from './made-text';
import { isMessageTest, messageOperators } from './message-tests';
import { placed, type Surroundings } from './surroundings';

type Operator = DeviceComparisonFact['operator'];
/** What `x.type()` says of a tensor on CUDA. */
const tensorType = /^torch\.cuda\.\w+Tensor$/;
const operators: ReadonlySet<string> = new Set<Operator>(['==', '!=', 'in', 'not in', 'is', 'is not']);

/** Comparisons with a device's or backend's name, and tests of what a message says. */
export class Comparisons {
  private readonly compared: DeviceComparisonFact[] = [];
  /** What is compared with names that are no devices: `impl in ("cuda", "reference")` chooses code. By function and text. */
  private readonly choices = new Set<string>();
  readonly messages: MessageTestFact[] = [];

  constructor(
    private readonly evaluator: Evaluator,
    private readonly flow: DeviceFlow,
    private readonly text: string,
  ) {}

  comparison(node: Comparison, around: Surroundings): void {
    node.operators.forEach((operator, index) => {
      if (!operators.has(operator)) return;
      const left = node.operands[index]!;
      const right = node.operands[index + 1]!;
      this.side(node, operator as Operator, left, right, around);
      this.side(node, operator as Operator, right, left, around);
    });
  }

  private side(
    node: Comparison,
    operator: Operator,
    operand: Expression,
    other: Expression,
    around: Surroundings,
  ): void {
    // Of `names == ["cuda", "cpu"]` no element is compared by itself.
    const isAmong = /in$/.test(operator);
    const among = isAmong && isCollection(operand) ? operand.elements : undefined;
    const choosesCode = among === undefined ? namesCode(operand) : among.some(namesNoDevice);
    if (choosesCode) this.choices.add(this.subjectAt(other, around.within));
    const candidates = among ?? [operand];
    for (const candidate of candidates) {
      const said = saidBy(candidate, this.text);
      if (said !== undefined) {
        this.test(node, operator, said, candidate, other, around);
      } else if (candidate.kind === 'Name' && isAsked(other)) {
        const span = { start: node.start, end: node.end };
        const name = this.text.slice(other.start, other.end);
        this.flow.arrives(candidate, around.scope, { kind: 'comparison', name, span, certainty: 'assumed' });
        if (isAmong) this.amongTypes(node, operator, candidate, other, around);
      }
    }
  }

  /** `x.type() in CUDA_TYPES`, where that is a list of what x.type() says on CUDA. */
  private amongTypes(whole: TextSpan, operator: Operator, list: Name, subject: Expression, around: Surroundings): void {
    const value = onlyValue(list, around.scope);
    if (value === undefined || !isCollection(value)) return;
    const said = value.elements.map((element) => (element.kind === 'String' ? element.value : undefined));
    const type = said.find((one) => one !== undefined && tensorType.test(one));
    if (type !== undefined) this.test(whole, operator, type, list, subject, around);
  }

  private test(
    whole: TextSpan,
    operator: Operator,
    said: string,
    literal: Expression,
    subject: Expression,
    around: Surroundings,
  ): void {
    const literalSpan = { start: literal.start, end: literal.end };
    const span = { start: subject.start, end: subject.end };
    const name = deviceNameIn(said);
    if (
      literal.kind === 'String' &&
      messageOperators.has(operator) &&
      isMessageTest(said, this.text.slice(span.start, span.end))
    ) {
      const test = operator as MessageTestFact['operator'];
      this.messages.push(placed(whole, around, { operator: test, text: said, literalSpan }));
    }
    const about = name?.about ?? (tensorType.test(said) ? ('tensor-type' as const) : undefined);
    if (!about) return;
    const value = this.evaluator.value(subject, around.scope);
    const isDevice = value.kind === 'device' || (value.kind === 'string' && typeOfDevice(subject));
    const fact = placed(whole, around, {
      operator,
      text: said,
      literalSpan,
      subject: { span, value: factOf(value) },
      about,
      certainty: isDevice ? ('proven' as const) : this.certaintyOfName(span),
    });
    this.compared.push(fact);
  }

  /** Without those of what the same function compares with names of code: what that holds is no device. */
  devices(): DeviceComparisonFact[] {
    return this.compared.filter(
      ({ about, subject, function: within }) =>
        about !== 'device' || !this.choices.has(this.subjectAt(subject.span, within)),
    );
  }

  private subjectAt({ start, end }: TextSpan, within: string | undefined): string {
    return `${within ?? ''} ${this.text.slice(start, end)}`;
  }

  private certaintyOfName({ start, end }: TextSpan): Certainty {
    return /device|backend/i.test(this.text.slice(start, end)) ? 'proven' : 'assumed';
  }

  /** `device.startswith("cuda")`; also of a tuple of prefixes. */
  startsWith(node: Call, object: Expression, around: Surroundings): void {
    const given = node.arguments[0];
    if (!given || given.keyword || given.splat) return;
    const prefixes = isCollection(given.value) ? given.value.elements : [given.value];
    for (const prefix of prefixes) {
      if (prefix.kind === 'String' && prefix.value !== undefined) {
        this.test(node, 'startswith', prefix.value, prefix, object, around);
      }
    }
  }

  /** `match device.type: case "cuda": ...`. */
  match(node: Match, around: Surroundings): void {
    for (const value of node.cases.flatMap(({ values }) => values)) {
      if (value.kind === 'String' && value.value !== undefined && deviceNameIn(value.value)) {
        this.test(value, 'match', value.value, value, node.subject, around);
      }
    }
  }
}

function typeOfDevice(subject: Expression): boolean {
  return subject.kind === 'Attribute' && subject.name.id === 'type';
}

/** The text of a literal; of a device's name that is made with an index, what is constant. */
function saidBy(node: Expression, text: string): string | undefined {
  return node.kind === 'String' ? node.value : indexedCuda(node, text);
}

/** What is compared with a name that holds a text: not another text, and not None. */
function isAsked(other: Expression): boolean {
  return !isCollection(other) && other.kind !== 'String' && other.kind !== 'Constant';
}
