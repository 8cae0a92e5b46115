import type { ScoreEntry } from '@yuheng/shared/domain/evaluating/score-entry';
import { accepted, refusal, refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import type { StoredRow } from './returned-rows';

export interface Choice {
  readonly county: string;
  readonly indicator: string;
  readonly take: 'workbook' | 'stored';
}

export type ChosenRow = Pick<StoredRow, 'county' | 'indicator' | 'version'> & { readonly entry: ScoreEntry };

const notOnOffer = (index: number): Refusal =>
  refusal(
    `/choices/${index}`,
    '这一行没有可以选择的内容（不变、不能带回，或者不在工作簿中），请从选择中删去。',
    'There is nothing to choose in this row (it is the same, refused, or not in the workbook); leave it out of the choices.',
  );

const undecided = ({ countyName, indicatorName }: StoredRow): Refusal =>
  refusal(
    '/choices',
    `${countyName}“${indicatorName.zh}”线上和工作簿都改过，请选择以哪一方为准。`,
    `"${indicatorName.en}" of ${countyName} was changed both on line and in the workbook; choose which of them is to stand.`,
  );

const NOTHING = refusal(
  '/choices',
  '没有可以填入的内容，未办理；请在工作簿中填写后重新选择文件。',
  'There is nothing to enter; fill in the workbook and choose the file again.',
);

/**
 * The rows that are entered: new and changed ones unless the stored entry is chosen, and of the conflicts those for which the
 * workbook is chosen. Refused: a conflict without a choice, a choice of a row that offers none, and nothing to enter at all.
 */
export function chosenRows(
  rows: readonly StoredRow[],
  choices: readonly Choice[],
): Outcome<readonly ChosenRow[]> {
  const offered = rows.filter(({ entry }) => entry !== null);
  const at = (choice: Choice): StoredRow | undefined =>
    offered.find(({ county, indicator }) => county === choice.county && indicator === choice.indicator);
  const wrong = choices.flatMap((choice, index) => (at(choice) ? [] : [notOnOffer(index)]));
  const takeOf = ({ county, indicator }: StoredRow): Choice['take'] | undefined =>
    choices.find((one) => one.county === county && one.indicator === indicator)?.take;
  const open = offered.filter((row) => row.change === 'conflict' && takeOf(row) === undefined).map(undecided);
  const refusals = [...wrong, ...open, ...(offered.length === 0 ? [NOTHING] : [])];
  if (refusals.length > 0) return refused(refusals);
  return accepted(
    offered.flatMap((row): ChosenRow[] => {
      const { county, indicator, version, entry } = row;
      return takeOf(row) === 'stored' || entry === null ? [] : [{ county, indicator, version, entry }];
    }),
  );
}
