import { bilingual, type Bilingual } from '../../bilingual';
import { amountInWords } from '../../money/print-money';
import { fen, sumFen } from '../../money/fen';
import { countyNameOn } from '../../regions/dated-names';
import { readSplitRow, type ReadRow, type SplitTableContext } from './read-split-row';
import {
  FEN_PER_POST,
  PROGRAM_WORDS,
  type ReadSplitTable,
  type SplitCells,
  type SplitTableRemark,
  type SplitTableRow,
} from './split-table';

const remark = (row: number, column: SplitTableRemark['column'], detail: Bilingual): SplitTableRemark => ({
  row,
  column,
  detail,
});

/** A row every cell of which was read; a sum is none. */
function wholeRow({ row, isTotal, figures }: ReadRow): SplitTableRow | null {
  const { year, program, county, fen: amount, posts, source } = figures;
  if (isTotal || year === undefined || !program || !county) return null;
  return amount === undefined || posts === undefined || source === undefined
    ? null
    : { row, year, program, county, fen: amount, posts, source };
}

/** 名额 × 12,000 元 is the amount, to the 分. */
function unequalMoney({ row, program, posts, fen: amount }: SplitTableRow): SplitTableRemark[] {
  if (program !== 'assistants' || posts === null || posts * FEN_PER_POST === amount) return [];
  const wanted = amountInWords(fen(BigInt(posts) * BigInt(FEN_PER_POST)));
  const given = amountInWords(amount);
  return [
    remark(
      row,
      'amount',
      bilingual(
        `${posts}个名额按每个12,000元应为${wanted.zh}，此格为${given.zh}，请核对名额和金额。`,
        `${posts} posts of 12,000 yuan are ${wanted.en}, this cell says ${given.en}: check the posts and the amount.`,
      ),
    ),
  ];
}

const keyOf = ({ year, program }: Pick<SplitTableRow, 'year' | 'program'>): string => `${year}/${program}`;

function twice(rows: readonly SplitTableRow[]): SplitTableRemark[] {
  const first = new Map<string, number>();
  return rows.flatMap((one) => {
    const key = `${keyOf(one)}/${one.county}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, one.row);
    return before === undefined
      ? []
      : [
          remark(
            one.row,
            'county',
            bilingual(
              `与第${before}行是同一年度、同一项目的同一个县（市、区），请删去其中一行。`,
              `Row ${before} is the same county of the same year and program: remove one of the two.`,
            ),
          ),
        ];
  });
}

/** A county of the city that a year's program does not name: 0 has to be said. */
function missingCounties(
  read: readonly ReadRow[],
  { regions, today }: SplitTableContext,
): SplitTableRemark[] {
  const groups = new Map<string, { readonly row: number; readonly named: Set<string>; open: boolean }>();
  for (const { row, isTotal, figures } of read) {
    if (figures.year === undefined || !figures.program) continue;
    const key = keyOf({ year: figures.year, program: figures.program });
    const group = groups.get(key) ?? { row, named: new Set<string>(), open: false };
    groups.set(key, group);
    if (figures.county) group.named.add(figures.county);
    // Whose row cannot be read is said already: what it leaves out is not said again.
    else if (!isTotal) group.open = true;
  }
  return [...groups.entries()].flatMap(([key, { row, named, open }]) => {
    const missing = regions.counties.filter(({ id }) => !named.has(id));
    if (open || missing.length === 0) return [];
    const [year = '', program = ''] = key.split('/');
    const names = missing.map((one) => countyNameOn(one, today)).join('、');
    return [
      remark(
        row,
        'county',
        bilingual(
          `${year}年${PROGRAM_WORDS[program as SplitTableRow['program']]}缺少${names}，请补全；没有安排的请填0。`,
          `${year}, ${PROGRAM_WORDS[program as SplitTableRow['program']]}: ${names} missing. Add them, with 0 where nothing was given.`,
        ),
      ),
    ];
  });
}

/** A sum that the table states is what its rows add up to. */
function unequalSums(read: readonly ReadRow[], rows: readonly SplitTableRow[]): SplitTableRemark[] {
  return read.flatMap(({ row, isTotal, figures }) => {
    const { year, program, fen: stated, posts } = figures;
    if (!isTotal || year === undefined || !program) return [];
    const own = rows.filter((one) => one.year === year && one.program === program);
    const sum = sumFen(own.map((one) => one.fen));
    const faults: SplitTableRemark[] = [];
    if (stated !== undefined && stated !== sum) {
      const [told, added] = [amountInWords(stated), amountInWords(sum)];
      faults.push(
        remark(
          row,
          'amount',
          bilingual(
            `合计为${told.zh}，各县（市、区）相加为${added.zh}，请核对。`,
            `The total says ${told.en}, its rows add up to ${added.en}: check them.`,
          ),
        ),
      );
    }
    const persons = own.reduce((total, one) => total + (one.posts ?? 0), 0);
    if (typeof posts === 'number' && posts !== persons) {
      faults.push(
        remark(
          row,
          'posts',
          bilingual(
            `名额合计为${posts}，各县（市、区）相加为${persons}，请核对。`,
            `The total says ${posts} posts, its rows add up to ${persons}: check them.`,
          ),
        ),
      );
    }
    return faults;
  });
}

/** The same remark on many rows stands once, at the first of them. */
function once(notes: readonly SplitTableRemark[]): SplitTableRemark[] {
  const seen = new Set<string>();
  return notes.filter(({ detail }) => !seen.has(detail.zh) && seen.add(detail.zh));
}

/**
 * Reads a table of splits: year × county × program with posts, amount and source. Posts × 12,000 元 is the amount; each
 * year and program has every county of the city once, by whatever name of its; a stated 合计 is the sum. Every fault is
 * said with its row and column, all at once, and a table with one loads nothing. Rows come in the order of the sheet.
 * Example: nine rows of 2019 with 25, 15, 11, 19, 13, 14, 15, 21, 17 posts and 12,000 元 each are 150 posts, 180 万元.
 */
export function readSplitTable(sheet: readonly SplitCells[], context: SplitTableContext): ReadSplitTable {
  const read = sheet.map((one) => readSplitRow(one, context));
  const rows = read.flatMap((one) => wholeRow(one) ?? []);
  const own = (which: 'notes' | 'faults'): SplitTableRemark[] =>
    read.flatMap((one) => one[which].map(({ column, detail }) => remark(one.row, column, detail)));
  const faults = [
    ...own('faults'),
    ...rows.flatMap(unequalMoney),
    ...twice(rows),
    ...missingCounties(read, context),
    // A sum of rows that could not all be read would only be wrong for their sake.
    ...(read.every(({ faults: its }) => its.length === 0) ? unequalSums(read, rows) : []),
  ];
  return { rows, notes: once(own('notes')), faults: faults.sort((a, b) => a.row - b.row) };
}
