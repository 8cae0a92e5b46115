import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CountyReplyEntity } from '../county-reply.entity';
import { DeliberationEntity } from '../deliberation.entity';
import { DraftResultEntity } from '../draft-result.entity';
import { EvaluationAssignmentEntity } from '../evaluation-assignment.entity';
import { EvaluationRoundEntity } from '../evaluation-round.entity';
import { ReplyRulingEntity } from '../reply-ruling.entity';
import { ReplySheetEntity } from '../reply-sheet.entity';
import { RoundsRepository } from '../rounds/rounds.repository';
import { RoundFinalisationEntity } from '../round-finalisation.entity';

export interface SheetKey {
  readonly cityId: string;
  readonly roundId: string;
  readonly countyId: string;
  readonly draftNumber: number;
}

/** A step that is an act of the program itself carries no note and no scan, and is not passed over. */
const NO_MORE = { note: null, fileId: null, passedOver: false };

/** Writes what lies between the score sheets and the result of a round; nearly all of it is only ever added to. */
@Injectable()
export class RoundRecordRepository {
  constructor(private readonly rounds: RoundsRepository) {}

  /** Held until the transaction ends: acts on the result of one round wait for each other. */
  async lock(tx: EntityManager, round: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('round_result'), hashtext($1))`, [round]);
  }

  /** The draft, with the step that it is. */
  async addDraft(tx: EntityManager, draft: DraftResultEntity): Promise<void> {
    const { cityId, roundId, openedOn: takenOn, documentNumber, openedBy: by, openedAt: at } = draft;
    await tx.insert(DraftResultEntity, draft);
    await this.rounds.addStep(tx, {
      ...NO_MORE,
      cityId,
      roundId,
      step: 'replies',
      takenOn,
      documentNumber,
      by,
      at,
    });
  }

  /** The result, with the step that it is. */
  async addFinalisation(tx: EntityManager, one: RoundFinalisationEntity): Promise<void> {
    const { cityId, roundId, finalisedOn, documentNumber, runId } = one;
    await tx.insert(RoundFinalisationEntity, one);
    await tx.update(
      EvaluationRoundEntity,
      { cityId, roundId },
      { finalisedOn, documentNumber, finalisedRunId: runId },
    );
    const { finalisedBy: by, finalisedAt: at } = one;
    const step = {
      ...NO_MORE,
      cityId,
      roundId,
      step: 'finalised',
      takenOn: finalisedOn,
      documentNumber,
      by,
      at,
    };
    await this.rounds.addStep(tx, step);
  }

  /** The county's answer, locked; made where nothing was written yet. @returns its version and state */
  async lockSheet(
    tx: EntityManager,
    { cityId, roundId, countyId, draftNumber }: SheetKey,
  ): Promise<Pick<ReplySheetEntity, 'version' | 'state'>> {
    const key = [cityId, roundId, countyId, draftNumber];
    await tx.query(
      `insert into reply_sheet (city_id, round_id, county_id, draft_number, version, state) values ($1, $2, $3, $4, 0, 'open')
       on conflict do nothing`,
      key,
    );
    const [row] = await tx.query<ReplySheetEntity[]>(
      `select version, state from reply_sheet
       where city_id = $1 and round_id = $2 and county_id = $3 and draft_number = $4 for update`,
      key,
    );
    if (!row) throw new Error('The reply sheet is gone.');
    return row;
  }

  async changeSheet(
    tx: EntityManager,
    key: SheetKey,
    change: Partial<Omit<ReplySheetEntity, keyof SheetKey>>,
  ): Promise<void> {
    await tx.update(ReplySheetEntity, { ...key }, change);
  }

  async saveReply(tx: EntityManager, reply: CountyReplyEntity): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(CountyReplyEntity)
      .values(reply as never)
      .orUpdate(
        ['text', 'asked_score', 'evidence', 'written_by', 'written_at'],
        ['city_id', 'round_id', 'county_id', 'draft_number', 'indicator_id'],
      )
      .updateEntity(false)
      .execute();
  }

  /** @returns whether there was one */
  async removeReply(tx: EntityManager, key: SheetKey, indicatorId: string): Promise<boolean> {
    const { affected } = await tx.delete(CountyReplyEntity, { ...key, indicatorId });
    return (affected ?? 0) > 0;
  }

  async addRuling(tx: EntityManager, ruling: ReplyRulingEntity): Promise<void> {
    await tx.insert(ReplyRulingEntity, ruling);
  }

  async addDeliberation(tx: EntityManager, one: DeliberationEntity): Promise<void> {
    await tx.insert(DeliberationEntity, one as never);
  }

  async addThird(tx: EntityManager, one: EvaluationAssignmentEntity): Promise<void> {
    await tx.insert(EvaluationAssignmentEntity, one);
  }

  /** The columns of `written_by`, to see that nobody hands in what only he himself wrote. */
  async writers(tx: EntityManager, { roundId, countyId, draftNumber }: SheetKey): Promise<string[]> {
    const rows = await tx.query<{ by: string }[]>(
      `select distinct written_by as by from county_reply where round_id = $1 and county_id = $2 and draft_number = $3`,
      [roundId, countyId, draftNumber],
    );
    return rows.map(({ by }) => by);
  }
}
