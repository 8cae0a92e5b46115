import * as z from 'zod';
import { isIsoDate, isYearMonth } from '../domain/period/year-month';

/** Small schemas that several resources share. Money crosses HTTP as whole fen, scores as decimal strings. */

export const bilingual = z.object({ zh: z.string(), en: z.string() });

export const isoDate = z
  .string()
  .refine(isIsoDate, '应为存在的日期，形如 2026-03-20 / must be an existing day such as 2026-03-20')
  .meta({ format: 'date' });

export const yearMonth = z
  .string()
  .refine(isYearMonth, '应为月份，形如 2026-03 / must be a month such as 2026-03')
  .meta({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });

export const instant = z.string().meta({ format: 'date-time' });
export const fenAmount = z.int().meta({ description: '分 (1/100 元), whole' });
export const decimalText = z.string().meta({ pattern: '^-?\\d+(\\.\\d+)?$' });

export const programId = z.enum(['assistants', 'mediation']);
export type ProgramId = z.infer<typeof programId>;

/** A year written in a query string. */
export const queryYear = z
  .string()
  .regex(/^\d{4}$/, '应为四位年份，如 2025 / must be a year of four digits such as 2025')
  .transform(Number)
  .refine(
    (year) => year >= 2000 && year <= 2100,
    '年份应在 2000 至 2100 之间 / the year must lie between 2000 and 2100',
  );

export const valueState = z.enum(['reported', 'notApplicable', 'late', 'missing', 'notDue']);
export const stage = z.enum(['notDue', 'open', 'submitted', 'returned', 'approved', 'reopened']);
/** 正常 / 关注 / 预警 against the county's own target; `none` where nothing is due yet. Never a grade. */
export const light = z.enum(['normal', 'attention', 'warning', 'none']);
/** 待审核 / 已审核 / 已定案: how far a figure has been checked. */
export const figureState = z.enum(['provisional', 'approved', 'finalised']);
export const grade = z.enum(['excellent', 'good', 'fair', 'poor']);

export const recordReference = z.object({
  kind: z.enum([
    'inspection',
    'wageMonth',
    'movement',
    'filing',
    'finding',
    'workload',
    'training',
    'survey',
    'reoffending',
    'statement',
    'evaluatorMark',
    'deliberation',
    'replyRuling',
  ]),
  county: z.string(),
  month: z.string().optional(),
  id: z.string(),
});

export const countyName = z.object({ id: z.string(), name: z.string() });

/** What every page of figures says of itself. */
export const pageState = {
  program: programId,
  year: z.int(),
  /** 数据截至: the day the figures stand for. */
  asOf: z.string(),
  demonstration: z.boolean(),
};

export const programYearQuery = z.strictObject({ program: programId, year: queryYear });

/** 数据时点: a month that is over (`2025-06`), or the id of a finalised result; absent: the latest figures. */
export const queryAsOf = z
  .string()
  .regex(
    /^(\d{4}-(0[1-9]|1[0-2])|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/,
    '应为已结束的月份（形如 2025-06）或定案结果的编号 / must be a month that is over, such as 2025-06, or the id of a finalised result',
  )
  .optional();

/** What a page of figures asks for: a program, a year, and from which point in time the year is looked at. */
export const pageQuery = z.strictObject({ program: programId, year: queryYear, asOf: queryAsOf });

/** From which points in time a page can be looked at, and from which one it is. */
export const asOfChoice = z.object({
  /** The key that was asked for; null: the latest figures. */
  chosen: z.string().nullable(),
  /** What marks the page; null on the latest figures. */
  text: bilingual.nullable(),
  /** What of the page has no history and is as it stands now. */
  notes: z.array(bilingual),
  /** The installation's day: month-ends before it can be chosen. */
  today: z.string(),
  finalised: z.array(
    z.object({
      run: z.string(),
      kind: z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']),
      finalisedOn: z.string(),
    }),
  ),
});
export type AsOfChoice = z.infer<typeof asOfChoice>;
