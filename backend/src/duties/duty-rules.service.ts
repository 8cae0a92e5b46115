import { Injectable } from '@nestjs/common';
import type { StoredDutyRule } from '@yuheng/shared/contract/duties';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { basisInWords, clockInWords, partiesInWords } from '@yuheng/shared/domain/duties/duty-basis';
import type { DutyRule } from '@yuheng/shared/domain/duties/duty-rule';
import { dutyRuleRefusals } from '@yuheng/shared/domain/duties/duty-rule-refusals';
import { DEFAULT_DUTY_RULES, dutyRuleOf } from '@yuheng/shared/domain/duties/duty-rules';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { DueDayFollowersService } from './due-day-followers.service';
import { DutyRulesRepository, type ChangedRule } from './duty-rules.repository';
import { refuseOutdated } from '../http/refuse-outdated';
import { changeInYear, rulesInForce } from './rules-in-force';

type Body = BodyOf<typeof endpoints.changeDutyRule>;

/** The rules of duties, by year: the program's own until an officer changes them from a year on. */
@Injectable()
export class DutyRulesService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly changes: DutyRulesRepository,
    private readonly followers: DueDayFollowersService,
    private readonly settings: Settings,
  ) {}

  async list(by: SignedIn, year: number): Promise<ResponseOf<typeof endpoints.listDutyRules>> {
    const changes = await scoped(this.source, by.scope, (tx) => this.changes.all(tx));
    return { year, rules: DEFAULT_DUTY_RULES.map((rule) => present(rule, changes, year)) };
  }

  /** What each rule says in a year, inside the caller's transaction: one read for any number of years. */
  async inForce(tx: EntityManager): Promise<(year: number) => readonly DutyRule[]> {
    const changes = await this.changes.all(tx);
    return (year) => rulesInForce(changes, year);
  }

  /** Changes a rule from a year on; years before it keep what they had. */
  async change(
    act: Act,
    by: SignedIn,
    { rule: id, version, body }: { readonly rule: string; readonly version: number; readonly body: Body },
  ): Promise<StoredDutyRule> {
    const { reason, fromYear, ...content } = body;
    act.note({ object: { kind: 'dutyRule', id }, reason });
    const rule = dutyRuleOf(id);
    if (!rule) throw new ProblemException('not-found');
    const refusals = dutyRuleRefusals(rule, content);
    if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
    return this.trail.record(act, by.scope, async (tx) => {
      const changes = await this.changes.all(tx);
      refuseOutdated(version, latestVersion(changes, id));
      const { clock, bases } = { ...rule, ...changeInYear(changes, id, fromYear)?.content };
      act.note({ before: { clock, bases }, after: { fromYear, ...content } });
      const next: ChangedRule = {
        rule: id,
        version: version + 1,
        fromYear,
        content,
        reason,
        changedBy: by.username,
        changedAt: this.settings.clock.now(),
      };
      await this.changes.insert(tx, by.cityId, next);
      await this.followers.follow(tx);
      return present(rule, [...changes, { ...next, changedBy: by.name }], fromYear);
    });
  }
}

const latestVersion = (changes: readonly ChangedRule[], id: string): number =>
  Math.max(0, ...changes.filter(({ rule }) => rule === id).map(({ version }) => version));

function present(rule: DutyRule, changes: readonly ChangedRule[], year: number): StoredDutyRule {
  const change = changeInYear(changes, rule.id, year);
  const { id, program, kind, name, owedBy, clock, bases } = { ...rule, ...change?.content };
  return {
    id,
    program,
    kind,
    name,
    version: latestVersion(changes, id),
    fromYear: change?.fromYear ?? null,
    clock: clock.from === 'fixedDays' ? { from: clock.from, days: [...clock.days] } : clock,
    bases: [...bases],
    owedBy: partiesInWords(owedBy),
    basis: basisInWords(bases, year),
    words: clockInWords(clock),
    changedBy: change?.changedBy ?? null,
    changedAt: change?.changedAt.toISOString() ?? null,
    reason: change?.reason ?? null,
  };
}
