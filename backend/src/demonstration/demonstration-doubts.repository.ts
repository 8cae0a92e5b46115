import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import { HISTORY_OF_FINDINGS } from '../database/migrations/1790200000000-gathering-findings';
import { DoubtEventEntity } from '../findings/doubt-event.entity';
import { DoubtEntity } from '../findings/doubt.entity';
import { DEMONSTRATION_PROGRAM } from './demonstration-day';

/** A question of an inspector that a county answered within its working days. */
interface AnsweredDoubt {
  readonly countyId: string;
  readonly month: string;
  readonly itemId: string;
  readonly inspector: string;
  readonly question: string;
  readonly answer: string;
  readonly raisedOn: string;
  readonly explainBy: string;
  readonly explainedOn: string;
  readonly decidedOn: string;
}

const ANSWERED: readonly AnsweredDoubt[] = [
  {
    countyId: 'hongta',
    month: '2025-11',
    itemId: 'staffOnPost',
    inspector: 'inspector',
    question: '11月考勤记录中有1人次跨司法所值守，请说明其花名册所在司法所。',
    answer: '该人员花名册在原司法所，11月按值班安排临时支援，月底已返回，人数没有变化。',
    raisedOn: '2025-12-05',
    explainBy: '2025-12-12',
    explainedOn: '2025-12-09',
    decidedOn: '2025-12-10',
  },
  {
    countyId: 'yimen',
    month: '2026-01',
    itemId: 'socialInsurance',
    inspector: 'inspector-2',
    question: '1月社会保险缴费凭证列在2月，请说明缴费所属月份。',
    answer: '单位按次月缴纳的办法办理，凭证所附明细已注明所属月份为1月。',
    raisedOn: '2026-02-06',
    explainBy: '2026-02-13',
    explainedOn: '2026-02-10',
    decidedOn: '2026-02-11',
  },
];

/** The histories of the demonstration's findings, and the questions that its counties answered. */
export async function loadDoubts(tx: EntityManager, cityId: string): Promise<void> {
  for (const one of ANSWERED) {
    const key = { cityId, countyId: one.countyId, programId: DEMONSTRATION_PROGRAM, month: one.month };
    const doubtId = `doubt-${one.itemId}`;
    await tx.insert(DoubtEntity, {
      ...key,
      doubtId,
      itemId: one.itemId,
      sentence: { ...bilingual(one.question, one.question) },
      records: [],
      raisedBy: one.inspector,
      raisedOn: one.raisedOn,
      explainBy: one.explainBy,
      explainedBy: `county-${one.countyId}`,
      explainedOn: one.explainedOn,
      decidedBy: one.inspector,
      decidedOn: one.decidedOn,
      decision: 'explained',
      version: 3,
    });
    await tx.insert(
      DoubtEventEntity,
      [
        ['raise', one.inspector, one.raisedOn, null] as const,
        ['explain', `county-${one.countyId}`, one.explainedOn, one.answer] as const,
        ['accept', one.inspector, one.decidedOn, null] as const,
      ].map(([act, actedBy, day, text], index) => ({
        ...key,
        doubtId,
        number: index + 1,
        act,
        actedBy,
        actedAt: new Date(`${day}T08:00:00+08:00`),
        text,
        evidence: [],
      })),
    );
  }
  await tx.query(HISTORY_OF_FINDINGS);
}
