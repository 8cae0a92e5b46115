import { generatorOf } from '../simulation/generator';

/** A county and a section (一级指标) of it, to be marked. */
export interface Task {
  readonly county: string;
  readonly section: string;
}

export interface SectionLoad {
  readonly id: string;
  /** Leaves that people mark. */
  readonly byPeople: number;
  /** Leaves that are only confirmed. */
  readonly byProgram: number;
}

export interface AssignmentWanted {
  readonly counties: readonly string[];
  readonly sections: readonly SectionLoad[];
  /** Members (组成员) of the team. */
  readonly members: readonly string[];
  /** Declared conflicts of interest (回避). */
  readonly conflicts: readonly { readonly county: string; readonly member: string }[];
  /** Who had which county in last year's round of the same kind; empty where nobody has to change. */
  readonly former: readonly { readonly county: string; readonly member: string }[];
  /** So many members mark each task, 1 or more. */
  readonly markers: number;
  /** Percent of the tasks with leaves for people that one more member marks, 0 to 100. */
  readonly secondShare: number;
  /** Whole number from 0 to 2^32 − 1: which tasks are marked twice, and who comes first among equals. */
  readonly seed: number;
}

export interface AssignedTask extends Task {
  readonly member: string;
  readonly turn: 'first' | 'second';
}

export interface UnmetTask extends Task {
  readonly wanted: number;
  readonly found: number;
  /** Why nobody else could be taken: what keeps most of the members away. */
  readonly because: 'conflict' | 'former' | 'tooFew';
}

export interface MemberLoad {
  readonly member: string;
  readonly byPeople: number;
  readonly byProgram: number;
  readonly counties: number;
}

export interface BalancedAssignment {
  /** By county, section and turn. */
  readonly assigned: readonly AssignedTask[];
  readonly unmet: readonly UnmetTask[];
  readonly loads: readonly MemberLoad[];
}

interface Working {
  readonly member: string;
  byPeople: number;
  byProgram: number;
  readonly counties: Set<string>;
  readonly draw: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Gives every county and section to as many members as are wanted, each time to those with the least to mark so far,
 * largest sections first. Where nobody is kept away, two members differ by one section's leaves at most. Never a county
 * with a conflict, nor one of last year's. The same answer for the same input in whatever order, for one seed.
 */
export function balancedAssignment(wanted: AssignmentWanted): BalancedAssignment {
  const { next } = generatorOf(wanted.seed);
  const members = unique(wanted.members).map((member): Working => ({
    member,
    byPeople: 0,
    byProgram: 0,
    counties: new Set(),
    draw: next(),
  }));
  const sections = new Map(wanted.sections.map((one) => [one.id, one]));
  const tasks = unique(wanted.counties)
    .flatMap((county) => unique([...sections.keys()]).map((section) => ({ county, section, draw: next() })))
    .map((task) => ({ ...task, load: sections.get(task.section) as SectionLoad }));
  const twice = new Set(drawn(tasks, wanted.secondShare));
  const largestFirst = [...tasks].sort(
    (a, b) => b.load.byPeople - a.load.byPeople || b.load.byProgram - a.load.byProgram || a.draw - b.draw,
  );
  const assigned: AssignedTask[] = [];
  const unmet: UnmetTask[] = [];
  for (const task of largestFirst) {
    const count = wanted.markers + (twice.has(task) ? 1 : 0);
    const free = members.filter(({ member }) => !keptAway(wanted, member, task.county));
    const taken = free.sort(leastFirst(task)).slice(0, count);
    taken.forEach((one, place) => {
      one.byPeople += task.load.byPeople;
      one.byProgram += task.load.byProgram;
      one.counties.add(task.county);
      const turn = place < wanted.markers ? 'first' : 'second';
      assigned.push({ county: task.county, section: task.section, member: one.member, turn });
    });
    if (taken.length < count) unmet.push(unmetTask(wanted, task, { wanted: count, found: taken.length }));
  }
  return {
    assigned: assigned.sort((a, b) => byTask(a, b) || byText(a.turn, b.turn) || byText(a.member, b.member)),
    unmet: unmet.sort(byTask),
    loads: members.map(({ member, byPeople, byProgram, counties }) => ({
      member,
      byPeople,
      byProgram,
      counties: counties.size,
    })),
  };
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort(byText);
const byTask = (a: Task, b: Task): number => byText(a.county, b.county) || byText(a.section, b.section);

/** The least to mark comes first; among equals who has the county already, then the least to confirm, then the draw. */
const leastFirst =
  ({ county, load }: { readonly county: string; readonly load: SectionLoad }) =>
  (a: Working, b: Working): number =>
    (load.byPeople > 0 ? a.byPeople - b.byPeople : a.byProgram - b.byProgram) ||
    Number(b.counties.has(county)) - Number(a.counties.has(county)) ||
    a.byProgram - b.byProgram ||
    a.draw - b.draw ||
    byText(a.member, b.member);

const has = (
  pairs: readonly { readonly county: string; readonly member: string }[],
  member: string,
  county: string,
): boolean => pairs.some((one) => one.member === member && one.county === county);

const keptAway = ({ conflicts, former }: AssignmentWanted, member: string, county: string): boolean =>
  has(conflicts, member, county) || has(former, member, county);

/** So many percent of the tasks that people mark, rounded half up, by the order of the draw. */
function drawn<T extends { readonly draw: number; readonly load: SectionLoad }>(
  tasks: readonly T[],
  percent: number,
): T[] {
  const marked = tasks.filter(({ load }) => load.byPeople > 0);
  const count = Math.trunc((marked.length * percent + 50) / 100);
  return [...marked].sort((a, b) => a.draw - b.draw).slice(0, count);
}

function unmetTask(
  { conflicts, former, members }: AssignmentWanted,
  { county, section }: Task,
  counts: { readonly wanted: number; readonly found: number },
): UnmetTask {
  const inConflict = members.filter((member) => has(conflicts, member, county)).length;
  const rotated = members.filter((member) => has(former, member, county)).length;
  const because =
    inConflict === 0 && rotated === 0 ? 'tooFew' : inConflict >= rotated ? 'conflict' : 'former';
  return { county, section, ...counts, because };
}
