import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoundCommentEntity } from '../round-comment.entity';

export interface CommentRow {
  readonly county: string;
  readonly indicator: string;
  readonly number: number;
  readonly kind: 'comment' | 'changeRequest';
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly outcome: 'changed' | 'kept' | null;
}

const INSTANT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const NAME_OF = (column: string): string =>
  `coalesce((select n.name from account_names(array[${column}]) n), ${column})`;

/** Comments are added and answered once; nothing else of them ever changes. */
@Injectable()
export class RoundCommentsRepository {
  /** By county in official order, indicator and number. */
  async list(tx: EntityManager, cityId: string, round: string): Promise<CommentRow[]> {
    return tx.query(
      `select c.county_id as county, c.indicator_id as indicator, c.number, c.kind, c.comment as text, ${NAME_OF('c.by')} as by,
         ${INSTANT('c.at')} as at, c.answer, ${NAME_OF('c.answered_by')} as "answeredBy", ${INSTANT('c.answered_at')} as "answeredAt",
         c.outcome
       from round_comment c join place p on p.place_id = c.county_id
       where c.city_id = $1 and c.round_id = $2 order by p.sort_order, c.indicator_id, c.number`,
      [cityId, round],
    );
  }

  /** Numbered among those on the same indicator of the same county. */
  async insert(tx: EntityManager, comment: Omit<RoundCommentEntity, 'number'>): Promise<number> {
    const { cityId, roundId, countyId, indicatorId } = comment;
    const number = 1 + (await tx.countBy(RoundCommentEntity, { cityId, roundId, countyId, indicatorId }));
    await tx.insert(RoundCommentEntity, { ...comment, number });
    return number;
  }

  async answer(
    tx: EntityManager,
    key: Pick<RoundCommentEntity, 'cityId' | 'roundId' | 'countyId' | 'indicatorId' | 'number'>,
    answer: Pick<RoundCommentEntity, 'answer' | 'answeredBy' | 'answeredAt' | 'outcome'>,
  ): Promise<void> {
    await tx.update(RoundCommentEntity, key, answer);
  }
}
