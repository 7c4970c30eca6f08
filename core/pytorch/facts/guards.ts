import type { GuardFact, TextSpan } from '../../model';
import { bindingsOf } from '../names/look-up';
import type { Scope } from '../names/scope';
import { lastName } from '../syntax/children';
import type { Attribute, Call, Comparison, Expression } from '../syntax/nodes';
import { countedCuda, countsOfCuda, isNoneCounted } from '../values/counted-devices';
import { asksByName, asksForCuda, isOther, versionOfCuda } from '../values/device-questions';
import type { Evaluator } from '../values/evaluator';
import { asksForPrefix, comparesWithCuda, comparesWithMeaning } from './cuda-comparisons';
import { isOtherVendors } from './other-vendors';
import { placed, type Surroundings } from './surroundings';

type GuardForm = Pick<GuardFact, 'form' | 'body' | 'alternative'>;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The questions whether CUDA is there. */
const questions = new Set([
  'torch.cuda.is_available',
  'torch.backends.cudnn.is_available',
  // Where there is none, it is 0.
  'torch.cuda.device_count',
]);
/** What can be such a question, or one whether something is on CUDA. */
type Question = Call | Comparison | Attribute;

/** The answer to a part of a condition where the whole is yes, and where it is no; undefined where that is open. */
interface Answers {
  readonly yes: boolean | undefined;
  readonly no: boolean | undefined;
}

const asItself: Answers = { yes: true, no: false };
const untold: Answers = { yes: undefined, no: undefined };
const negated = ({ yes, no }: Answers): Answers => ({
  yes: yes === undefined ? undefined : !yes,
  no: no === undefined ? undefined : !no,
});

/** The guards of one script, and what each of them decides. */
export class Guards {
  readonly facts: GuardFact[] = [];
  private readonly indexOf = new Map<Expression, number>();

  constructor(private readonly evaluator: Evaluator) {}

  /** Notes the questions that `condition` asks, itself or through `not`, `and`, `or`. `whole`: what is guarded. */
  ask(condition: Expression, around: Surroundings, guard: GuardForm, whole: TextSpan, answers = asItself): void {
    switch (condition.kind) {
      case 'Call':
      case 'Comparison':
      case 'Attribute':
        this.askOne(
          condition,
          around,
          guard,
          whole,
          this.isNegative(condition, around.scope) ? negated(answers) : answers,
        );
        this.askAgain(condition, around, guard, whole, answers);
        break;
      case 'Name':
        this.askAgain(condition, around, guard, whole, answers);
        break;
      case 'Unary':
        if (condition.operator === 'not') this.ask(condition.operand, around, guard, whole, negated(answers));
        break;
      case 'Boolean': {
        // `a and b` tells of its sides where it is yes, `a or b` where it is no.
        const { left, right } = condition;
        const told = condition.operator === 'and';
        const sides = {
          yes: answers.yes === told ? told : undefined,
          no: answers.no === told ? told : undefined,
        };
        // `is_cuda() or is_xpu()`: on a target that is neither, the answer is that to the first.
        const alone = (other: Expression) => (this.isOfOther(other, !told, around.scope) ? answers : sides);
        this.ask(left, around, guard, whole, alone(right));
        this.ask(right, around, guard, whole, alone(left));
        break;
      }
    }
  }

  askOne(node: Question, around: Surroundings, guard: GuardForm, whole: TextSpan, answers = untold): void {
    if (this.indexOf.has(node)) return;
    const name = this.question(node, around.scope);
    if (name !== undefined) this.add(node, name, around, guard, whole, answers, false);
  }

  /** A name or a call whose answer is that of a question which is asked elsewhere, in another function or file. */
  private askAgain(node: Expression, around: Surroundings, guard: GuardForm, whole: TextSpan, answers: Answers): void {
    if (this.indexOf.has(node) || node.kind === 'Comparison' || this.boundQuestion(node, around.scope)) return;
    const { asks } = this.evaluator.value(node, around.scope);
    if (asks !== undefined && asksForCuda(asks)) this.add(node, asks[0]!, around, guard, whole, answers, true);
  }

  /** A mark or a function that is made elsewhere, and skips a test without CUDA: the guard that the test stands behind. */
  skipped(node: Expression, asks: readonly string[] | undefined, around: Surroundings): number | undefined {
    if (asks === undefined || !asksForCuda(asks)) return undefined;
    if (!this.indexOf.has(node)) this.add(node, asks[0]!, around, { form: 'value' }, node, untold, true);
    return this.indexOf.get(node);
  }

  private add(
    node: Expression,
    name: string,
    around: Surroundings,
    { form, body, alternative }: GuardForm,
    whole: TextSpan,
    answers: Answers,
    isRepeated: boolean,
  ): void {
    this.indexOf.set(node, this.facts.length);
    const [yes, no] = answers.yes ? [body, alternative] : answers.no ? [alternative, body] : [undefined, undefined];
    // `assert pinned or not available` holds without CUDA, too.
    const isOpen = form === 'assert' && answers.yes !== true;
    const fact = placed(whole, around, {
      name,
      conditionSpan: { start: node.start, end: node.end },
      form: isOpen ? ('value' as const) : form,
      ...(yes ? { body: yes } : {}),
      ...(no ? { alternative: no } : {}),
      ...(isRepeated ? { isRepeated } : {}),
      ...(name === meaning || countsOfCuda.has(name) ? { isUntold: true } : {}),
      ...(name !== versionOfCuda && this.isOfBuild(node, around.scope) ? { isOfBuild: true } : {}),
    });
    this.facts.push(fact);
  }

  /** `is_cuda()` of a project, which is `torch.cuda.is_available() and torch.version.cuda is not None`. */
  private isOfBuild(node: Expression, scope: Scope): boolean {
    if (node.kind === 'Comparison') return false;
    const { asks } = this.evaluator.value(node, scope);
    return asks?.includes(versionOfCuda) === true && asks.every((asked) => asked === versionOfCuda || isOther(asked));
  }

  private question(node: Expression, scope: Scope): string | undefined {
    switch (node.kind) {
      case 'Comparison':
        if (comparesWithCuda(node, this.evaluator.text)) return 'cuda';
        if (comparesWithMeaning(node)) return meaning;
        // `torch.version.cuda is not None`
        return (
          this.counted(node, scope) ?? this.evaluator.value(node, scope).asks?.find((asked) => asked.includes('.'))
        );
      case 'Attribute':
        if (node.name.id === 'is_cuda') return 'torch.Tensor.is_cuda';
        // Without CUDA it is None.
        return node.name.id === 'cuda' && this.evaluator.value(node, scope).name === 'torch.version.cuda'
          ? 'torch.version.cuda'
          : undefined;
      case 'Call': {
        if (asksForPrefix(node)) return 'cuda';
        const { name } = this.evaluator.value(node.callee, scope);
        if (name !== undefined && questions.has(name)) return name;
        // `is_torch_cuda_available()` of transformers, and what a project calls its own.
        return asksByName(lastName(node.callee)) ? 'cuda' : undefined;
      }
      default:
        return undefined;
    }
  }

  /** Whether a condition asks for CUDA, whatever else it asks. */
  asksFor(condition: Expression, scope: Scope): boolean {
    switch (condition.kind) {
      case 'Unary':
        return this.asksFor(condition.operand, scope);
      case 'Boolean':
        return this.asksFor(condition.left, scope) || this.asksFor(condition.right, scope);
      default: {
        if (this.question(condition, scope) !== undefined || this.boundQuestion(condition, scope) !== undefined)
          return true;
        const { asks } = this.evaluator.value(condition, scope);
        return asks !== undefined && asksForCuda(asks);
      }
    }
  }

  /** The guard that stands open where `condition` has turned out to be `outcome`. */
  implied(condition: Expression, outcome: boolean, scope: Scope): number | undefined {
    switch (condition.kind) {
      case 'Call':
        return outcome ? this.indexOf.get(condition) : undefined;
      case 'Comparison':
        return outcome !== this.isNegative(condition, scope) ? this.indexOf.get(condition) : undefined;
      case 'Name':
      case 'Attribute': {
        const own = outcome ? this.indexOf.get(condition) : undefined;
        if (own !== undefined) return own;
        const asked = outcome ? this.boundQuestion(condition, scope) : undefined;
        return asked && this.indexOf.get(asked);
      }
      case 'Unary':
        return condition.operator === 'not' ? this.implied(condition.operand, !outcome, scope) : undefined;
      case 'Boolean': {
        const { left, right } = condition;
        if ((condition.operator === 'and') === outcome)
          return this.inner(this.implied(left, outcome, scope), this.implied(right, outcome, scope));
        if (this.isOfOther(left, outcome, scope)) return this.implied(right, outcome, scope);
        return this.isOfOther(right, outcome, scope) ? this.implied(left, outcome, scope) : undefined;
      }
      default:
        return undefined;
    }
  }

  private isOfOther(condition: Expression, outcome: boolean, scope: Scope): boolean {
    return isOtherVendors(condition, this.evaluator, scope, outcome);
  }

  /** Of a guard and the one around it, the one that is told. */
  inner(guard: number | undefined, outer: number | undefined): number | undefined {
    if (guard === undefined) return outer;
    return outer !== undefined && this.facts[guard]!.isUntold ? outer : guard;
  }

  /** The guard that code stands behind where the condition turns out to be `outcome`, in code that stands behind `outer`. */
  behind(condition: Expression, outcome: boolean, scope: Scope, outer: number | undefined): number | undefined {
    return this.inner(this.implied(condition, outcome, scope), outer);
  }

  /** `torch.cuda.device_count() > 1`. */
  private counted(node: Comparison, scope: Scope): string | undefined {
    const counted = countedCuda(node, scope);
    const name = counted && this.evaluator.value(counted, scope).name;
    return name !== undefined && countsOfCuda.has(name) ? name : undefined;
  }

  /** `device.type != "cuda"`, `torch.cuda.device_count() == 0`. */
  private isNegative(condition: Expression, scope: Scope): boolean {
    if (condition.kind !== 'Comparison') return false;
    if (isNoneCounted(condition, scope)) return true;
    if (!comparesWithCuda(condition, this.evaluator.text) && !comparesWithMeaning(condition)) return false;
    return /^(!=|.*not.*)$/.test(condition.operators[0]!);
  }

  /** The call whose answer a name holds. */
  private boundQuestion(node: Expression, scope: Scope): Expression | undefined {
    // `try: has_cuda = torch.cuda.is_available()`, `except: has_cuda = False`: yes only where CUDA is there.
    const asked = bindingsOf(node, scope)?.flatMap(({ what }) => {
      if (what.kind !== 'value') return [undefined];
      return isNo(what.value) ? [] : [this.answer(what.value)];
    });
    return asked?.includes(undefined) ? undefined : asked?.[0];
  }

  /** `available and not args.no_cuda` is only yes where it is. */
  private answer(value: Expression): Expression | undefined {
    if (value.kind === 'Boolean' && value.operator === 'and')
      return this.answer(value.left) ?? this.answer(value.right);
    return this.indexOf.has(value) ? value : undefined;
  }

  /** What follows a statement that leaves the block without CUDA is the guard's body. */
  guardRest(guard: number, rest: TextSpan): void {
    const fact = this.facts[guard] as Writable<GuardFact>;
    if (rest.start < rest.end) fact.body ??= rest;
  }
}

function isNo(node: Expression): boolean {
  return node.kind === 'Constant' && (node.value === false || node.value === null);
}

/** What a guard is called that compares with something which means CUDA by another name. */
const meaning = 'CUDA';

/** The two ways on from a condition. */
export function branches(body: TextSpan, otherwise: TextSpan | undefined): Pick<GuardFact, 'body' | 'alternative'> {
  const alternative = otherwise && { start: otherwise.start, end: otherwise.end };
  return { body: { start: body.start, end: body.end }, ...(alternative ? { alternative } : {}) };
}
