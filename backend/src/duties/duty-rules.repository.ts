import { Injectable } from '@nestjs/common';
import type { DutyTerms } from '@yuheng/shared/domain/duties/duty-rule';
import type { EntityManager } from 'typeorm';
import { DutyRuleEntity } from './duty-rule.entity';

/** A rule as somebody changed it. */
export interface ChangedRule {
  readonly rule: string;
  readonly version: number;
  readonly fromYear: number;
  readonly content: DutyTerms;
  readonly reason: string;
  readonly changedBy: string;
  readonly changedAt: Date;
}

@Injectable()
export class DutyRulesRepository {
  /** Every version of every rule that was changed, the first version first. */
  async all(tx: EntityManager): Promise<ChangedRule[]> {
    return tx.query(
      `select r.rule_id as rule, r.version, r.from_year as "fromYear", r.content, r.reason,
         coalesce((select n.name from account_names(array[r.changed_by]) n), r.changed_by) as "changedBy",
         r.changed_at as "changedAt"
       from duty_rule r order by r.rule_id, r.version`,
    );
  }

  async insert(tx: EntityManager, cityId: string, { rule, ...version }: ChangedRule): Promise<void> {
    await tx.insert(DutyRuleEntity, { cityId, ruleId: rule, ...version });
  }
}
