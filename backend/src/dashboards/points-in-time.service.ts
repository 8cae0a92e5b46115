import { Injectable } from '@nestjs/common';
import type { AsOfChoice, ProgramId } from '@yuheng/shared/contract/values';
import {
  asOfFinalised,
  asOfMonthEnd,
  closedMonthEnd,
  WITHOUT_HISTORY,
} from '@yuheng/shared/domain/period/point-in-time';
import { addDays, yearMonth } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import type { RoundRow } from '../evaluations/evaluations.queries';
import { ResultsService, type RunWithResults } from '../evaluations/results.service';
import { ProblemException } from '../http/problem-exception';
import { roundsAt, type PointInTime } from './point-in-time';

export interface PageWanted {
  readonly program: ProgramId;
  readonly year: number;
  readonly asOf?: string | undefined;
}

/** asOf of a page: from which point in time its program year is looked at, and what of it stood then. */
@Injectable()
export class PointsInTimeService {
  constructor(
    private readonly results: ResultsService,
    private readonly settings: Settings,
  ) {}

  /**
   * @throws ProblemException refused at /asOf for a month that is not over or lies before the year, not-found for what is no
   * finalised result of the program year in the reader's city
   */
  async find(tx: EntityManager, { program, year, asOf }: PageWanted): Promise<PointInTime> {
    const today = this.settings.clock.today();
    if (asOf === undefined) return { day: today, knownBefore: null, run: null, chosen: null, text: null };
    if (!RUN.test(asOf)) {
      const end = closedMonthEnd(asOf, { year, today });
      if (!end.ok) throw new ProblemException('refused', undefined, end.refusals);
      const knownBefore = new Date(`${addDays(end.value, 1)}T00:00:00+08:00`);
      const text = asOfMonthEnd(yearMonth(asOf));
      return { day: end.value, knownBefore, run: null, chosen: asOf, text };
    }
    const finalisations = await this.results.finalisations(tx, program, year);
    const found = finalisations.find(({ run }) => run === asOf);
    if (!found) throw new ProblemException('not-found', undefined, [NOT_FINAL]);
    const text = asOfFinalised(found.asOf, found.finalisedOn);
    return { day: found.asOf, knownBefore: found.createdAt, run: asOf, chosen: asOf, text };
  }

  /**
   * The rounds of a program year as they stand, or as they stood at a point in time; and what the page says of that point, with
   * the others that can be chosen.
   */
  async rounds(
    tx: EntityManager,
    { program, year }: Pick<PageWanted, 'program' | 'year'>,
    at: PointInTime,
  ): Promise<{ readonly rounds: readonly RoundRow[]; readonly asOfChoice: AsOfChoice }> {
    const now = await this.results.rounds(tx, program, year);
    const { chosen, text } = at;
    const asOfChoice = {
      chosen,
      text,
      notes: chosen === null ? [] : [...WITHOUT_HISTORY],
      today: this.settings.clock.today(),
      finalised: now.flatMap(({ kind, finalisedOn, finalisedRun: run }) =>
        run && finalisedOn ? [{ run, kind, finalisedOn }] : [],
      ),
    };
    if (chosen === null) return { rounds: now, asOfChoice };
    const finalisations = await this.results.finalisations(tx, program, year);
    return { rounds: roundsAt(now, finalisations, at), asOfChoice };
  }

  /** The department evaluation that is final among these rounds, with its results; null before 定案. */
  async finalised(tx: EntityManager, rounds: readonly RoundRow[]): Promise<RunWithResults | null> {
    const run = rounds.find(({ kind }) => kind === 'departmentEvaluation')?.finalisedRun;
    return run ? this.results.runWithResults(tx, run) : null;
  }
}

const RUN = /^[0-9a-f]{8}-/;

const NOT_FINAL = refusal(
  '/asOf',
  '该年度没有这一编号的定案结果，请从页面上方“数据时点”中选择。',
  'This program year has no finalised result of that id: choose a point in time at the top of the page.',
);
