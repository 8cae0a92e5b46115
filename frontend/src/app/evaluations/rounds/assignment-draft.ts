import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';

export type Task = EvaluationRoundRecord['assignments'][number];
type Section = EvaluationRoundRecord['sections'][number];

export interface Load {
  readonly account: string;
  readonly byPeople: number;
  readonly byProgram: number;
  readonly counties: number;
}

/** Who is assigned one section of one county, in the order of their turns. */
export const tasksOf = (tasks: readonly Task[], county: string, section: string): Task[] =>
  tasks.filter((one) => one.county === county && one.section === section);

/** The tasks with one place of a cell given to somebody else, to one more, or (null) to nobody. */
export function withPlace(
  tasks: readonly Task[],
  cell: { readonly county: string; readonly section: string; readonly place: number },
  account: string | null,
  turn: Task['turn'],
): Task[] {
  const { county, section, place } = cell;
  const before = tasksOf(tasks, county, section);
  const others = tasks.filter((one) => !before.includes(one));
  const kept = before.filter((one, at) => at === place || one.account !== account);
  const at = kept.indexOf(before[place] as Task);
  const changed = at < 0 ? null : kept[at];
  const rest = kept.filter((one) => one !== changed);
  if (account === null) return [...others, ...rest];
  const next: Task = { county, section, account, turn: changed?.turn ?? turn };
  return [
    ...others,
    ...rest.slice(0, at < 0 ? rest.length : at),
    next,
    ...rest.slice(at < 0 ? rest.length : at),
  ];
}

/** What each of the team would have to do. */
export function loadsOf(
  tasks: readonly Task[],
  accounts: readonly string[],
  sections: readonly Section[],
): Load[] {
  return accounts.map((account) => {
    const own = tasks.filter((one) => one.account === account);
    const sum = (key: 'byPeople' | 'byProgram'): number =>
      own.reduce((total, { section }) => total + (sections.find(({ id }) => id === section)?.[key] ?? 0), 0);
    return {
      account,
      byPeople: sum('byPeople'),
      byProgram: sum('byProgram'),
      counties: new Set(own.map(({ county }) => county)).size,
    };
  });
}
