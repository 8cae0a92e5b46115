import type {
  CountyEvidence,
  LeafEvidence,
  ScoringEvidence,
} from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import {
  compare,
  divide,
  multiply,
  printRounded,
  rational,
  type Rational,
} from '@yuheng/shared/domain/numbers/rational';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { nameOf, type Indicator, type IndicatorValue } from '@yuheng/shared/domain/scoring/method';
import { exactSumOf } from '@yuheng/shared/domain/scoring/numbers/exact-sum';
import { printNumber, readNumeral, type Numeral } from '@yuheng/shared/domain/scoring/numbers/numeral';
import type { FrozenRow, RunRow } from '../../evaluations/evaluations.queries';

/** What a split takes of a finalised evaluation: of the run, and of each county. */
export interface ScoredCounties {
  readonly scoring: ScoringEvidence;
  readonly byCounty: ReadonlyMap<string, Pick<CountyEvidence, 'total' | 'leaves' | 'vetoCap'>>;
}

const leavesOf = ({ method }: RunRow): Indicator[] =>
  method.definition.indicators.filter((one) => one.rule !== undefined);

/** @throws RangeError for what no evaluation could have been finalised with. */
function numeral(written: Numeral | undefined): Rational {
  const read = readNumeral(written ?? '0');
  if (read === null) throw new RangeError(`A finalised run holds "${String(written)}", which is no decimal.`);
  return read;
}

const plain = (written: Numeral | undefined): string => printNumber(numeral(written));

/** The leaves of the run's own method, as it stood when the run was made; and every county's scores on them. */
export function scoredCounties(run: RunRow, frozen: readonly FrozenRow[]): ScoredCounties {
  const leaves = leavesOf(run);
  const { kind } = run;
  if (run.finalisedOn === null || kind === 'selfEvaluation') {
    throw new RangeError(`The run ${run.id} is no finalised evaluation.`);
  }
  return {
    scoring: {
      run: run.id,
      inputsSha256: run.inputsSha256,
      kind,
      year: run.year,
      finalisedOn: isoDate(run.finalisedOn),
      documentNumber: run.documentNumber,
      leaves: leaves.map((leaf) => ({
        indicator: leaf.id,
        name: nameOf(leaf),
        marks: plain(leaf.marks),
        responsible: leaf.responsible ?? null,
        aggregate: leaf.rule?.kind === 'evaluator' ? leaf.rule.aggregate : null,
      })),
    },
    byCounty: new Map(
      frozen.map((row) => [
        row.county,
        {
          total: row.answer.total,
          leaves: leaves.map((leaf) => leafOf(row, leaf)),
          vetoCap: vetoCapOf(row, leaves),
        },
      ]),
    ),
  };
}

function leafOf({ answer, inputs }: FrozenRow, { id, rule }: Indicator): LeafEvidence {
  const scored = answer.indicators.find((one) => one.id === id);
  const value = (inputs as Readonly<Record<string, IndicatorValue>>)[id];
  // Where 合议 or a ruling set the score, no mark of an evaluator moves it any more.
  const marked = rule?.kind === 'evaluator' && value?.finalScore === undefined;
  return {
    indicator: id,
    score: scored?.finalScore ?? null,
    state: scored ? (scored.state ?? 'scored') : 'missing',
    marks: marked ? (value?.marks ?? []).map(plain) : [],
  };
}

/** The lowest cap, as a percent of full marks, of vetoes that the county justice bureau answers for and that occurred. */
function vetoCapOf({ inputs }: FrozenRow, leaves: readonly Indicator[]): string | null {
  const values = inputs as Readonly<Record<string, IndicatorValue>>;
  const full = exactSumOf(leaves.map(({ marks }) => numeral(marks)));
  const caps = leaves
    .filter(({ id, responsible }) => responsible === 'countyJustice' && values[id]?.occurred === true)
    .flatMap(({ rule }) =>
      rule?.kind === 'veto' ? [divide(multiply(numeral(rule.capTotal), rational(100)), full)] : [],
    );
  const lowest = caps.sort(compare)[0];
  return lowest === undefined ? null : printRounded(lowest, 2);
}
