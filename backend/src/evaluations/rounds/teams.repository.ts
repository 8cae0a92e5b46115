import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EvaluationAssignmentEntity } from '../evaluation-assignment.entity';
import { EvaluationFirmEntity } from '../evaluation-firm.entity';
import { InterestDeclarationEntity } from '../interest-declaration.entity';
import { RoundMemberEntity } from '../round-member.entity';

export interface EvaluatorRow {
  readonly account: string;
  readonly username: string;
  readonly name: string;
  readonly leads: boolean;
}

/** So many rows stay far below PostgreSQL's 65,535 parameters. */
const ROWS_PER_INSERT = 5000;

/** With what of the firm is still under way in rounds that are not finalised. */
export interface EngagedFirmRow extends EvaluationFirmEntity {
  readonly people: number;
  readonly rounds: number;
  readonly openTasks: number;
}

@Injectable()
export class TeamsRepository {
  /** By name; those out of use last. */
  async firms(tx: EntityManager): Promise<EngagedFirmRow[]> {
    return tx.query(
      `select f.city_id as "cityId", f.firm_id as "firmId", f.name, f.code, f.version, f.closed_on::text as "closedOn",
         count(distinct m.account_id)::int as people, count(distinct m.round_id)::int as rounds,
         coalesce(sum(m.open), 0)::int as "openTasks"
       from evaluation_firm f
       left join lateral (
         select r.account_id, r.round_id, (
           select count(*) from evaluation_assignment a
           where a.city_id = r.city_id and a.round_id = r.round_id and a.account_id = r.account_id and not exists (
             select 1 from round_progress(r.city_id, r.round_id) p join evaluator_accounts() e on e.username = p.username
             where e.account_id = r.account_id and p.county_id = a.county_id)) as open
         from round_member r
         join evaluation_round e on e.city_id = r.city_id and e.round_id = r.round_id and e.finalised_on is null
         where r.city_id = f.city_id and r.firm_id = f.firm_id and r.withdrawn_on is null) m on true
       group by f.city_id, f.firm_id order by f.closed_on is not null, f.code`,
    );
  }

  /** Held until the transaction ends. */
  async firm(tx: EntityManager, cityId: string, firmId: string): Promise<EvaluationFirmEntity | null> {
    return tx.findOne(EvaluationFirmEntity, {
      where: { cityId, firmId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** @returns false where the code is another firm's. */
  async insertFirm(tx: EntityManager, firm: EvaluationFirmEntity): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(EvaluationFirmEntity)
      .values(firm)
      .orIgnore()
      .returning('firm_id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  async closeFirm(
    tx: EntityManager,
    { cityId, firmId, version }: EvaluationFirmEntity,
    on: string,
  ): Promise<void> {
    await tx.update(EvaluationFirmEntity, { cityId, firmId }, { closedOn: on, version: version + 1 });
  }

  /** Accounts that can work now, by user name. */
  async people(tx: EntityManager): Promise<EvaluatorRow[]> {
    return tx.query(
      `select account_id as account, username, name, leads from evaluator_accounts() where active order by username`,
    );
  }

  async insertMember(tx: EntityManager, member: RoundMemberEntity): Promise<void> {
    await tx.insert(RoundMemberEntity, member);
  }

  /** Assignments of counties for which nothing was submitted are free again; the others stay on the file. */
  async withdraw(
    tx: EntityManager,
    { cityId, roundId, accountId }: Pick<RoundMemberEntity, 'cityId' | 'roundId' | 'accountId'>,
    { on, reason }: { readonly on: string; readonly reason: string },
  ): Promise<void> {
    await tx.update(
      RoundMemberEntity,
      { cityId, roundId, accountId },
      { withdrawnOn: on, withdrawnReason: reason },
    );
    await tx.query(
      `delete from evaluation_assignment where city_id = $1 and round_id = $2 and account_id = $3 and county_id not in (
         select p.county_id from round_progress($1, $2) p join evaluator_accounts() a on a.username = p.username
         where a.account_id = $3)`,
      [cityId, roundId, accountId],
    );
  }

  /** All assignments of those who are in the team now, in place of the former; those of who left stay on the file. */
  async replaceAssignments(
    tx: EntityManager,
    { cityId, roundId }: { readonly cityId: string; readonly roundId: string },
    rows: readonly EvaluationAssignmentEntity[],
  ): Promise<void> {
    await tx.query(
      `delete from evaluation_assignment a using round_member m
       where a.city_id = $1 and a.round_id = $2 and m.city_id = a.city_id and m.round_id = a.round_id
         and m.account_id = a.account_id and m.withdrawn_on is null`,
      [cityId, roundId],
    );
    for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
      await tx.insert(EvaluationAssignmentEntity, rows.slice(from, from + ROWS_PER_INSERT));
    }
  }

  /**
   * One's own, as they are declared; a later word takes the place of the former, but the database lets nobody take a
   * conflict back. Whose word of which county it is, is never written again: the database refuses that, even unchanged.
   */
  async declare(tx: EntityManager, declarations: readonly InterestDeclarationEntity[]): Promise<void> {
    for (let from = 0; from < declarations.length; from += ROWS_PER_INSERT) {
      await tx
        .createQueryBuilder()
        .insert()
        .into(InterestDeclarationEntity)
        .values(declarations.slice(from, from + ROWS_PER_INSERT))
        .orUpdate(['conflict', 'reason', 'declared_at'], ['city_id', 'round_id', 'county_id', 'account_id'])
        .execute();
    }
  }
}
