import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface PhraseRow {
  readonly id: string;
  readonly indicator: string | null;
  readonly point: string;
  readonly fact: string;
  readonly basis: string;
  readonly shared: boolean;
  readonly own: boolean;
}

export interface NewPhrase extends Omit<PhraseRow, 'own' | 'shared'> {
  readonly city: string;
  readonly account: string;
  /** Null: one's own. */
  readonly firm: string | null;
}

/** Phrases that row security shows: one's own, and those of the firm. */
@Injectable()
export class ScorePhrasesRepository {
  async list(tx: EntityManager, account: string): Promise<PhraseRow[]> {
    return tx.query(
      `select phrase_id as id, indicator_id as indicator, point, fact, basis, firm_id is not null as shared,
         account_id = $1 as own
       from score_phrase order by made_at, phrase_id`,
      [account],
    );
  }

  async insert(tx: EntityManager, one: NewPhrase): Promise<void> {
    await tx.query(
      `insert into score_phrase (city_id, phrase_id, account_id, firm_id, indicator_id, point, fact, basis, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`,
      [one.city, one.id, one.account, one.firm, one.indicator, one.point, one.fact, one.basis],
    );
  }

  /** False where there is no such phrase of the account's own. */
  async remove(tx: EntityManager, id: string, account: string): Promise<boolean> {
    const [, removed] = await tx.query<[unknown, number]>(
      'delete from score_phrase where phrase_id = $1 and account_id = $2',
      [id, account],
    );
    return removed === 1;
  }
}
