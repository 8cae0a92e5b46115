import { type Bilingual, bilingual } from '../bilingual';
import { type Fen, fen, sumFen } from '../money/fen';
import { printYuan } from '../money/print-money';
import type { IsoDate } from '../period/year-month';
import { countyNameOn, datedNameAsPrinted, type Regions } from '../regions/dated-names';
import { headingName } from './headings';
import type { Arrangement, CountyAmount, StatedAmount } from './official-text';
import type { OwnerReader } from './owners';
import { lineAt, type Passage } from './passage';
import { type Project, projectName } from './projects';
import { readProseTotal } from './prose-figures';
import { amountAsRead, noteConversion, type ReadAmounts, readAmounts } from './read-amounts';
import { noProblems, noteLine, refuseLine, type TextProblems } from './text-problems';

/** What is needed to read the money of one project. */
export interface ArrangementSource {
  readonly project: Project;
  readonly year: number;
  readonly regions: Regions;
  readonly owners: OwnerReader;
  /** 六, 四 and 二 of the project; the latter two null where absent. */
  readonly passages: { readonly six: Passage; readonly four: Passage | null; readonly two: Passage | null };
}

/**
 * Reads 六: one amount a county, and checks their sum against the total stated in 六, else in 四, else in 二, to the
 * fen. What was mapped, converted, left out or not stated becomes a note; what cannot be right is refused.
 */
export function readArrangement(source: ArrangementSource, problems: TextProblems): Arrangement {
  const { six, four, two } = source.passages;
  const line = lineAt(six, 0);
  const read = readAmounts(six, source.owners, problems);
  const refusedBefore = problems.refusals.length;
  let stated = read.total;
  for (const passage of [four, two]) {
    if (!passage) continue;
    if (stated === null) stated = readProseTotal(passage, source.year, problems);
    else noteOtherTotal(passage, stated, source, problems);
  }
  const total = problems.refusals.length > refusedBefore ? null : stated;
  const arrangement: Arrangement = {
    statedTotal: stated,
    sum: sumFen(read.amounts.map((amount) => amount.fen)),
    amounts: read.amounts,
  };
  if (read.complete && problems.refusals.length === refusedBefore) {
    checkSum({ source, read, total, sum: arrangement.sum, line: read.amounts[0]?.line ?? line }, problems);
  }
  for (const amount of read.amounts) noteConversion(amount, problems);
  if (stated) noteConversion(stated, problems);
  noteAliases(source, read.amounts, problems);
  noteAbsent(source, read.amounts, line, problems);
  return arrangement;
}

interface SumToCheck {
  readonly source: ArrangementSource;
  readonly read: ReadAmounts;
  readonly total: StatedAmount | null;
  readonly sum: Fen;
  /** Of the list. */
  readonly line: number;
}

function checkSum(check: SumToCheck, problems: TextProblems): void {
  const { source, read, total, sum, line } = check;
  const name = projectName(source.project);
  if (read.amounts.length === 0) return noAmounts(source, line, problems);
  if (total === null) {
    for (const one of read.unassigned) {
      refuseLine(problems, one.line, {
        zh: `“${one.asPrinted}”读不出是哪个县（市、区）的金额，文本又没有写明总额可以核对。请更正名称或补写总额。`,
        en: `"${one.asPrinted}" names no county, and no total is stated to check by. Correct the name or state the total.`,
      });
    }
    noteLine(problems, 'noTotal', line, {
      zh: `项目“${name}”的六、四、二均未写明总额，各县（市、区）金额合计${printYuan(sum)}元，未与总额核对。`,
      en: `no total is stated in 六, 四 or 二 for "${name}"; the counties' amounts sum to ${printYuan(sum)} 元, unchecked.`,
    });
    return;
  }
  for (const one of read.unassigned) {
    noteLine(problems, 'unassigned', one.line, {
      zh: `“${one.asPrinted}”不是县（市、区）金额，也不是总额，未计入合计。`,
      en: `"${one.asPrinted}" is neither a county's amount nor the total and is not in the sum.`,
    });
  }
  if (sum === total.fen) return;
  const difference = fen(Math.abs(sum - total.fen));
  const more = sum > total.fen;
  const left = leftOut(check);
  refuseLine(problems, line, {
    zh: `项目“${name}”各县（市、区）金额合计${printYuan(sum)}元，第${total.line}行“${headingName(total.heading)}”写明总额${amountAsRead(total)}，合计${more ? '多' : '少'}${printYuan(difference)}元。${left.zh}请核对原文。`,
    en: `the counties' amounts of "${name}" sum to ${printYuan(sum)} 元, but line ${total.line} ("${headingName(total.heading)}") states a total of ${amountAsRead(total)}: the sum is ${printYuan(difference)} 元 too ${more ? 'large' : 'small'}.${left.en} Check the original.`,
  });
}

/** What the reader of a wrong sum looks at first: amounts that went to no county, and counties without amount. */
function leftOut({ source, read }: SumToCheck): Bilingual {
  const named = new Set(read.amounts.map(({ countyId }) => countyId));
  const absent = source.regions.counties.filter(({ id }) => !named.has(id)).map(({ shortName }) => shortName);
  const others = read.unassigned.slice(0, 3);
  const zh = [
    ...others.map(({ line, asPrinted }) => `第${line}行“${asPrinted}”未计入。`),
    absent.length > 0 ? `没有读到金额的县（市、区）：${absent.join('、')}。` : '',
  ];
  const en = [
    ...others.map(({ line, asPrinted }) => ` "${asPrinted}" of line ${line} is not in the sum.`),
    absent.length > 0 ? ` Counties without an amount: ${absent.join(', ')}.` : '',
  ];
  return bilingual(zh.join(''), en.join(''));
}

function noAmounts({ project }: ArrangementSource, line: number, problems: TextProblems): void {
  const name = projectName(project);
  const zh = `项目“${name}”在“${headingName('六')}”下没有读到任何县（市、区）的金额`;
  const en = `no county's amount was found for "${name}" under "${headingName('六')}"`;
  if (project.programId === null) noteLine(problems, 'absentCounty', line, { zh: `${zh}。`, en: `${en}.` });
  else refuseLine(problems, line, { zh: `${zh}。请补充。`, en: `${en}. Add the amounts.` });
}

function noteOtherTotal(
  passage: Passage,
  stated: StatedAmount,
  source: ArrangementSource,
  problems: TextProblems,
): void {
  const other = readProseTotal(passage, source.year, noProblems());
  if (other === null || other.fen === stated.fen) return;
  noteLine(problems, 'otherTotal', other.line, {
    zh: `“${headingName(other.heading)}”另写有总额${amountAsRead(other)}，与第${stated.line}行“${headingName(stated.heading)}”的${amountAsRead(stated)}不同；以后者核对。`,
    en: `"${headingName(other.heading)}" states ${amountAsRead(other)}, which differs from ${amountAsRead(stated)} of line ${stated.line}; the latter was checked.`,
  });
}

function noteAliases(
  { regions, year }: ArrangementSource,
  amounts: readonly CountyAmount[],
  problems: TextProblems,
): void {
  const day = `${year}-01-01` as IsoDate;
  for (const amount of amounts) {
    const county = regions.counties.find(({ id }) => id === amount.countyId);
    if (!county) continue;
    const inForce = countyNameOn(county, day);
    if (amount.nameAsPrinted === inForce) continue;
    const dated = datedNameAsPrinted(county, amount.nameAsPrinted);
    const why = dated?.until
      ? { zh: `原名，用至${dated.until}`, en: `a name in force until ${dated.until}` }
      : dated?.from
        ? { zh: `自${dated.from}起使用的名称`, en: `a name in force from ${dated.from} on` }
        : { zh: '习惯简称', en: 'a customary short form' };
    noteLine(problems, 'alias', amount.line, {
      zh: `“${amount.nameAsPrinted}”对应“${inForce}”（${why.zh}）。`,
      en: `"${amount.nameAsPrinted}" was mapped to "${inForce}" (${why.en}).`,
    });
  }
}

function noteAbsent(
  { regions, project }: ArrangementSource,
  amounts: readonly CountyAmount[],
  line: number,
  problems: TextProblems,
): void {
  if (amounts.length === 0) return;
  const named = new Set(amounts.map(({ countyId }) => countyId));
  for (const county of regions.counties) {
    if (named.has(county.id)) continue;
    const name = county.history.at(-1)?.name ?? county.shortName;
    noteLine(problems, 'absentCounty', line, {
      zh: `项目“${projectName(project)}”的金额中没有“${name}”，按未安排读取，不作为0。`,
      en: `"${name}" is not in the amounts of "${projectName(project)}"; it is read as not stated, never as 0.`,
    });
  }
}
