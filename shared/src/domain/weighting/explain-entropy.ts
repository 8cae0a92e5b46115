import type { Step } from '../apportionment/explaining/sheet-step';
import { bilingual } from '../bilingual';
import type { EntropyColumn, EntropyInput } from './entropy-input';
import { printSix, twelveDigits } from './twelve-digits';

export interface EntropyColumnExplanation {
  /** The share of each unit in the column, sum 1; empty where the units do not differ. */
  readonly shares: readonly number[];
  readonly steps: readonly Step[];
}

export interface EntropyExplanation {
  /** One a column. */
  readonly columns: readonly EntropyColumnExplanation[];
}

/** The most rows of which a sum is written out; beyond them it is shortened, the shares stand beside it in full. */
const MOST_TERMS = 12;

/** For each indicator the shares, the entropy and the weight, as a sum that can be repeated with a pocket calculator. */
export function explainEntropy(
  { matrix, normalise, directions }: EntropyInput,
  columns: readonly EntropyColumn[],
  weights: readonly number[],
): EntropyExplanation {
  const information = columns.map((column) => printSix(column.information));
  return {
    columns: columns.map((column, index) => {
      const weight: Step = {
        label: bilingual(
          '权重 =（1 − 熵值）÷ 各指标（1 − 熵值）之和',
          'weight = (1 − entropy) ÷ sum over all indicators',
        ),
        expression: `${information[index]} ÷ (${information.join(' + ')})`,
        result: printSix(weights[index] ?? 0),
      };
      return {
        shares: column.shares.map(twelveDigits),
        steps: [
          column.shares.length === 0
            ? ZERO_RANGE
            : entropyStep(column, matrix.length, shareWords(normalise, directions[index] ?? 'max')),
          weight,
        ],
      };
    }),
  };
}

const ZERO_RANGE: Step = {
  label: bilingual(
    '各单位数值相同，不含区分信息，熵值取 1，权重为 0',
    'the units do not differ: entropy 1, weight 0',
  ),
  expression: '1',
  result: '1',
};

function shareWords(
  normalise: EntropyInput['normalise'],
  direction: EntropyInput['directions'][number],
): { readonly zh: string; readonly en: string } {
  if (normalise === 'sum') {
    return direction === 'max'
      ? bilingual('比重 p = x ÷ 合计', 'share p = x ÷ sum')
      : bilingual('比重 p = (1/x) ÷ 合计', 'share p = (1/x) ÷ sum');
  }
  return direction === 'max'
    ? bilingual('比重 p =（x − 最小值）÷ 极差 ÷ 合计', 'share p = (x − min) ÷ range ÷ sum')
    : bilingual('比重 p =（最大值 − x）÷ 极差 ÷ 合计', 'share p = (max − x) ÷ range ÷ sum');
}

function entropyStep(column: EntropyColumn, rows: number, share: ReturnType<typeof shareWords>): Step {
  const positive = column.shares.filter((value) => value > 0);
  const terms = positive
    .slice(0, MOST_TERMS)
    .map((value) => `${printSix(value)} × ln ${printSix(value)}`)
    .join(' + ');
  const rest = positive.length > MOST_TERMS ? ' + …' : '';
  return {
    label: bilingual(
      `${share.zh}；熵值 = −（Σ p ln p）÷ ln 单位数，0 × ln 0 计 0`,
      `${share.en}; entropy = −(Σ p ln p) ÷ ln(units), 0 × ln 0 counts 0`,
    ),
    expression: `−(${terms}${rest}) ÷ ln ${rows}`,
    result: printSix(column.entropy),
  };
}
