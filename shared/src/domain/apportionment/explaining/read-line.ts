import { add, compare, divide, multiply, rational, subtract, type Rational } from '../../numbers/rational';

/** Between which two numbers lies what a printed figure may stand for; one number where it is printed in full. */
interface Span {
  readonly least: Rational;
  readonly most: Rational;
}

const FIGURE = /^(≈?)(\d[\d,]*)(?:\.(\d+))?(?:\/(\d+))?(%?)/;
const HALF = rational(1, 2);
const ROOT_SCALE = 10n ** 15n;

/**
 * For specs: reads the sums of a printed sheet back, so that a line can be held against what it says. Figures marked ≈ stand
 * for anything within half a unit of their last place. It knows + − × ÷, brackets, √( ), percents and fractions.
 */
export class PrintedSum {
  private rest: string;

  constructor(expression: string) {
    this.rest = expression;
  }

  /** @throws RangeError where the line is no sum that a person could follow. */
  span(): Span {
    const value = this.sum();
    if (this.rest !== '') throw new RangeError(`Cannot follow "${this.rest}".`);
    return value;
  }

  private takes(sign: string): boolean {
    if (!this.rest.startsWith(sign)) return false;
    this.rest = this.rest.slice(sign.length);
    return true;
  }

  private sum(): Span {
    let value = this.product();
    for (;;) {
      if (this.takes(' + ')) {
        const other = this.product();
        value = { least: add(value.least, other.least), most: add(value.most, other.most) };
      } else if (this.takes(' − ')) {
        const other = this.product();
        value = { least: subtract(value.least, other.most), most: subtract(value.most, other.least) };
      } else return value;
    }
  }

  private product(): Span {
    let value = this.figure();
    for (;;) {
      if (this.takes(' × ')) value = spanOf(value, this.figure(), multiply);
      else if (this.takes(' ÷ ')) value = spanOf(value, this.divisor(), divide);
      else return value;
    }
  }

  private divisor(): Span {
    if (/^≈?[\d,.]+\//.test(this.rest)) throw new RangeError(`What divides in "÷ ${this.rest}"?`);
    return this.figure();
  }

  private figure(): Span {
    const isRoot = this.takes('√');
    if (this.takes('(')) {
      const inner = this.sum();
      if (!this.takes(')')) throw new RangeError(`A bracket is open before "${this.rest}".`);
      return isRoot ? { least: rootOf(inner.least, 0n), most: rootOf(inner.most, 1n) } : inner;
    }
    const match = FIGURE.exec(this.rest);
    if (!match) throw new RangeError(`No figure at "${this.rest}".`);
    this.rest = this.rest.slice(match[0].length);
    return figureSpan(match);
  }
}

function figureSpan([, near, whole = '', part = '', under = '1', percent]: RegExpExecArray): Span {
  const unit = rational(1n, 10n ** BigInt(part.length) * (percent === '%' ? 100n : 1n) * BigInt(under));
  const value = multiply(rational(BigInt(whole.replaceAll(',', '') + part)), unit);
  const slack = near === '≈' ? multiply(unit, HALF) : rational(0);
  return { least: subtract(value, slack), most: add(value, slack) };
}

function spanOf(a: Span, b: Span, by: (x: Rational, y: Rational) => Rational): Span {
  const ends = [by(a.least, b.least), by(a.least, b.most), by(a.most, b.least), by(a.most, b.most)].sort(
    compare,
  );
  return { least: ends[0] ?? a.least, most: ends.at(-1) ?? a.most };
}

/** The root cut after fifteen decimals, and `more` of the last of them on top. */
function rootOf({ numerator, denominator }: Rational, more: bigint): Rational {
  const square = (numerator * ROOT_SCALE * ROOT_SCALE) / denominator;
  let root = square;
  for (let next = (square + 1n) / 2n + 1n; next < root; next = (root + square / root) / 2n) root = next;
  return rational(root + more, ROOT_SCALE);
}

/** A line as printed is true: = to the last digit and of figures in full alone, ≈ within half a unit of the last place. */
export function isTrueAsPrinted({ expression, result }: { expression: string; result: string }): boolean {
  const [said, given] = [new PrintedSum(result).span(), new PrintedSum(expression).span()];
  if (!result.startsWith('≈')) {
    return !expression.includes('≈') && compare(given.least, given.most) <= 0 && isSame(said, given);
  }
  return compare(given.least, said.most) <= 0 && compare(said.least, given.most) <= 0;
}

/** A root is read to fifteen decimals, everything else exactly. */
const isSame = (said: Span, given: Span): boolean =>
  compare(given.least, said.most) <= 0 &&
  compare(said.least, given.most) <= 0 &&
  compare(subtract(given.most, given.least), rational(1n, ROOT_SCALE / 1_000_000n)) < 0;
