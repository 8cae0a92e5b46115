import type {
  LeafEvidence,
  ScoringEvidence,
} from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { nameOf, type Indicator, type IndicatorValue } from '@yuheng/shared/domain/scoring/method';
import { printNumber, readNumeral, type Numeral } from '@yuheng/shared/domain/scoring/numbers/numeral';
import type { FrozenRow, RunRow } from '../../evaluations/evaluations.queries';

/** What a split takes of a finalised evaluation: of the run, and of each county. */
export interface ScoredCounties {
  readonly scoring: ScoringEvidence;
  readonly byCounty: ReadonlyMap<
    string,
    { readonly total: string | null; readonly leaves: readonly LeafEvidence[] }
  >;
}

const leavesOf = ({ method }: RunRow): Indicator[] =>
  method.definition.indicators.filter((one) => one.rule !== undefined);

/** @throws RangeError for what no evaluation could have been finalised with. */
function plain(numeral: Numeral | undefined): string {
  const read = readNumeral(numeral ?? '0');
  if (read === null) throw new RangeError(`A finalised run holds "${String(numeral)}", which is no decimal.`);
  return printNumber(read);
}

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
        { total: row.answer.total, leaves: leaves.map((leaf) => leafOf(row, leaf)) },
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
