import { Injectable } from '@nestjs/common';
import type { AgreementPage } from '@yuheng/shared/contract/deliberations';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { sectionsOfLeaves } from '@yuheng/shared/domain/scoring/groups/section-of-leaf';
import type { Act } from '../../audit/act';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { LeadActsService } from './lead-acts.service';
import { RoundRecordRepository } from './round-record.repository';
import type { RoundMarks } from './round-standing.service';
import { TeamQueries, type TeamMemberRow } from './team.queries';

type Asked = BodyOf<typeof endpoints.assignThird>;

/** 第三人复核: somebody else of the team marks the section on which two are apart. */
@Injectable()
export class ThirdMarkersService {
  constructor(
    private readonly lead: LeadActsService,
    private readonly team: TeamQueries,
    private readonly repository: RoundRecordRepository,
    private readonly settings: Settings,
  ) {}

  assign(act: Act, account: SignedIn, round: string, asked: Asked): Promise<AgreementPage> {
    return this.lead.on(act, account, { round, ...asked }, async (tx, said) => {
      const members = await this.team.members(tx, round);
      const member = members.find((one) => one.account === asked.account);
      const section = sectionsOfLeaves(said.method).get(asked.indicator) ?? asked.indicator;
      const refusals = thirdRefusals(asked, member, section, said);
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      act.note({ after: { county: asked.county, section, account: member?.username } });
      await this.repository.addThird(tx, {
        cityId: this.settings.cityId,
        roundId: round,
        countyId: asked.county,
        section,
        accountId: asked.account,
        turn: 'third',
      });
    });
  }
}

function thirdRefusals(
  { county, indicator }: Asked,
  member: TeamMemberRow | undefined,
  section: string,
  { gaps, sheets }: RoundMarks,
): Refusal[] {
  const gap = gaps.find((one) => one.county === county && one.indicator === indicator);
  if (gap?.state !== 'needsThird') {
    return [
      refusal(
        '/indicator',
        gap ? '该项已指派第三人或者已经合议，不再指派。' : '该项评价人员的意见没有达到需要第三人复核的差距。',
        gap
          ? 'A third was asked already, or the team has deliberated.'
          : 'The evaluators are not so far apart on it that a third is needed.',
      ),
    ];
  }
  if (!member || member.withdrawn) {
    return [
      refusal(
        '/account',
        '此人不在本批次的评价组中，请从组内人员中选择。',
        'This person is not in the team of the round: choose a member of it.',
      ),
    ];
  }
  if (member.conflicts.includes(county)) {
    return [
      refusal(
        '/account',
        `${member.name}已申报与该县（市、区）有利害关系，应当回避，请另选一人。`,
        `The member ${member.name} declared a conflict of interest with the county: choose another.`,
      ),
    ];
  }
  const marks = sheets.some(
    (one) => one.county === county && one.section === section && one.evaluator === member.username,
  );
  return marks
    ? [
        refusal(
          '/account',
          `${member.name}已经在评该县（市、区）的这一部分，请另选一人。`,
          'This member marks this section of the county already: choose another.',
        ),
      ]
    : [];
}
