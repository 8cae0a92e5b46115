import { bilingual, type Bilingual } from '../bilingual';

export interface TeamBeforeScoring {
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  readonly sections: readonly { readonly id: string; readonly name: Bilingual }[];
  /** Who has not been withdrawn. */
  readonly members: readonly {
    readonly account: string;
    readonly name: string;
    readonly rank: 'member' | 'lead' | 'reviewer';
    readonly declarations: readonly { readonly county: string; readonly conflict: boolean }[];
  }[];
  readonly assignments: readonly {
    readonly county: string;
    readonly section: string;
    readonly account: string;
  }[];
  /** 评分截止日. */
  readonly scoreBy: string | null;
  readonly today: string;
}

/**
 * What keeps scoring from being started, each with what to do: a lead who will sign, every county and section assigned,
 * everybody assigned has declared, nobody in a conflict, and a day until which marks can be given.
 */
export function scoringObstacles(team: TeamBeforeScoring): Bilingual[] {
  const { members, scoreBy, today } = team;
  return [
    ...(members.some(({ rank }) => rank === 'lead')
      ? []
      : [
          bilingual(
            '还没有主评人，请先在评价组中加入。',
            'There is no lead evaluator yet: add one to the team.',
          ),
        ]),
    ...unassigned(team),
    ...members.flatMap((member) => gateOf(team, member)),
    ...(scoreBy !== null && scoreBy < today
      ? [
          bilingual(
            `评分截止日${scoreBy}已过，请先修改。`,
            `The day until which marks are given (${scoreBy}) is over: change it first.`,
          ),
        ]
      : []),
  ];
}

function unassigned({ counties, sections, assignments, members }: TeamBeforeScoring): Bilingual[] {
  const present = new Set(members.map(({ account }) => account));
  const taken = new Set(
    assignments
      .filter(({ account }) => present.has(account))
      .map(({ county, section }) => `${county}/${section}`),
  );
  const open = counties.flatMap((county) =>
    sections.filter(({ id }) => !taken.has(`${county.id}/${id}`)).map((section) => ({ county, section })),
  );
  const [first] = open;
  if (!first) return [];
  const { zh, en } = first.section.name;
  return [
    bilingual(
      `还有${open.length}项（县（市、区）×一级指标）没有评价人员，例如${first.county.name}“${zh}”，请先分工并保存。`,
      `Nobody is assigned to ${open.length} pairs of county and section, such as ${first.county.name}, “${en}”: assign and save them.`,
    ),
  ];
}

function gateOf(
  { counties, assignments }: TeamBeforeScoring,
  { account, name, declarations }: TeamBeforeScoring['members'][number],
): Bilingual[] {
  const own = new Set(assignments.filter((one) => one.account === account).map(({ county }) => county));
  const said = new Map(declarations.map(({ county, conflict }) => [county, conflict]));
  const named = (ids: readonly { readonly id: string; readonly name: string }[]) =>
    ids.map((one) => one.name).join('、');
  const reached = counties.filter(({ id }) => own.has(id));
  const silent = reached.filter(({ id }) => !said.has(id));
  const away = reached.filter(({ id }) => said.get(id) === true);
  return [
    ...(silent.length > 0
      ? [
          bilingual(
            `${name}还有${silent.length}个县（市、区）未申报利害关系：${named(silent)}。`,
            `Of the assigned counties ${silent.length} are not declared by ${name}: ${named(silent)}.`,
          ),
        ]
      : []),
    ...(away.length > 0
      ? [
          bilingual(
            `${name}在${named(away)}须回避，请另派人员。`,
            `Because of a conflict of interest, ${name} cannot be sent to ${named(away)}: send somebody else.`,
          ),
        ]
      : []),
  ];
}
