import { bilingual, type Bilingual } from '../../bilingual';
import { plainFigure } from '../../imports/plain-figure';
import { readCounty } from '../../imports/read-county';
import { readCount, readMoney } from '../../imports/read-figure';
import type { MoneyUnit } from '../../money/fen';
import type { IsoDate } from '../../period/year-month';
import { programIdOf } from '../../publications/projects';
import type { Regions } from '../../regions/dated-names';
import { accepted, refusal, refused, type Outcome } from '../../refusal';
import { PROGRAM_WORDS, type SplitCells, type SplitColumn, type SplitTableRow } from './split-table';

/** By what a table of splits is read. */
export interface SplitTableContext {
  readonly regions: Regions;
  /** No split of a later year than this day's is history. */
  readonly today: IsoDate;
  /** The unit that the heading of the amounts names. */
  readonly unit: MoneyUnit;
}

/** One row: what each cell says, and what was understood; a cell that cannot be read is null. */
export interface ReadRow {
  readonly row: number;
  /** 合计: a row that states the sum of its year and program. */
  readonly isTotal: boolean;
  readonly figures: { readonly [Key in keyof Omit<SplitTableRow, 'row'>]: SplitTableRow[Key] | undefined };
  readonly notes: readonly { readonly column: SplitColumn; readonly detail: Bilingual }[];
  readonly faults: readonly { readonly column: SplitColumn; readonly detail: Bilingual }[];
}

const FIRST_YEAR = 2000;
const LONGEST_SOURCE = 200;
const TOTAL = /^(?:合计|总计|共计|小计|全市|全市合计)$/;

const no = (zh: string, en: string): Outcome<never> => refused([refusal('', zh, en)]);
const shown = (text: string): string => text.trim().slice(0, 40);
const blank = (what: string, english: string): Outcome<never> =>
  no(`没有填${what}，请补上。`, `No ${english} is given: fill it in.`);

/** 2019, 2019年 or 2019年度; from 2000 to the year of the day. */
function readYear(text: string, { today }: SplitTableContext): Outcome<number> {
  const plain = plainFigure(text).replace(/年度?$/, '');
  if (plain === '') return blank('年度', 'year');
  const year = /^\d{4}$/.test(plain) ? Number(plain) : 0;
  if (year < FIRST_YEAR) {
    return no(
      `“${shown(text)}”不是可读的年度，请改为例如2019的写法。`,
      `"${shown(text)}" cannot be read as a year; write it like 2019.`,
    );
  }
  if (year <= Number(today.slice(0, 4))) return accepted(year);
  return no(
    `${year}年还没有到，往年分配表只收已经分配的年度，请核对后改正。`,
    `${year} has not come yet; this table takes years that were split. Check and correct it.`,
  );
}

function readProgram(text: string): Outcome<SplitTableRow['program']> {
  if (text.trim() === '') return blank('项目', 'program');
  const program = programIdOf(text.normalize('NFKC'));
  if (program) return accepted(program);
  return no(
    `“${shown(text)}”不是本系统的项目，请改为“${PROGRAM_WORDS.assistants}”或者“${PROGRAM_WORDS.mediation}”。`,
    `"${shown(text)}" is no program of this system: write ${PROGRAM_WORDS.assistants} or ${PROGRAM_WORDS.mediation}.`,
  );
}

function readSource(text: string): Outcome<string> {
  const source = text.trim();
  if (source === '') {
    return no(
      '没有填来源，请写明依据的文件、文号或者台账名称。',
      'No source is given: name the document, its number or the register.',
    );
  }
  if (source.length <= LONGEST_SOURCE) return accepted(source);
  return no(
    `来源有${source.length}个字，最多${LONGEST_SOURCE}个，请改短。`,
    `The source has ${source.length} characters, ${LONGEST_SOURCE} at most: shorten it.`,
  );
}

/**
 * Reads one row of a table of splits, each cell by itself: so that everything that is wrong is said at once. Names of
 * counties of all times are one county each, and money may carry its own unit; both are noted. A row whose county is
 * 合计 states a sum and belongs to no county.
 * Example: 2014 · 江川县 · 协勤 · 15 · 18万元 · 玉司发〔2014〕67号 is jiangchuan, 15 posts, 18 000 000 分, with two notes.
 */
export function readSplitRow({ row, cells }: SplitCells, context: SplitTableContext): ReadRow {
  const notes: { column: SplitColumn; detail: Bilingual }[] = [];
  const faults: { column: SplitColumn; detail: Bilingual }[] = [];
  const take = <Value>(column: SplitColumn, outcome: Outcome<Value>): Value | undefined => {
    if (outcome.ok) return outcome.value;
    faults.push(...outcome.refusals.map(({ detail }) => ({ column, detail })));
    return undefined;
  };
  const understood = <Value>(
    column: SplitColumn,
    read: { readonly value: Value; readonly understood: Bilingual | null } | undefined,
  ): Value | undefined => {
    if (read?.understood) notes.push({ column, detail: read.understood });
    return read?.value;
  };
  const isTotal = TOTAL.test(cells.county.replace(/\s/g, ''));
  const year = take('year', readYear(cells.year, context));
  const program = take('program', readProgram(cells.program));
  const county = isTotal
    ? ''
    : understood(
        'county',
        take(
          'county',
          cells.county.trim() === ''
            ? blank('县（市、区）', 'county')
            : readCounty(cells.county, context.regions, context.today, ''),
        ),
      );
  const posts = cells.posts.trim() === '' ? null : take('posts', readCount(cells.posts, ''));
  const fen = understood(
    'amount',
    take(
      'amount',
      cells.amount.trim() === '' ? blank('金额', 'amount') : readMoney(cells.amount, context.unit, ''),
    ),
  );
  // A sum needs no source of its own.
  const source = isTotal ? cells.source.trim() : take('source', readSource(cells.source));
  if (program === 'mediation' && posts !== null && posts !== undefined) {
    faults.push({
      column: 'posts',
      detail: bilingual(
        '该项目按案件补贴，没有名额，请清空此格。',
        'This program pays by case and has no posts: empty this cell.',
      ),
    });
  }
  return { row, isTotal, figures: { year, program, county, posts, fen, source }, notes, faults };
}
