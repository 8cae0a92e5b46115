import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { MarkedBy } from './score-entry';

/** How far one leaf of one county is. */
export interface EntryStanding {
  readonly by: MarkedBy;
  /** Nothing is lacking any more. */
  readonly complete: boolean;
}

export interface Remaining {
  readonly byPeople: { readonly asked: number; readonly done: number };
  readonly byProgram: { readonly asked: number; readonly done: number };
}

/** Counts what is asked and what is complete, by who marks it. */
export function remainingOf(entries: readonly EntryStanding[]): Remaining {
  const of = (by: MarkedBy) => {
    const asked = entries.filter((one) => one.by === by);
    return { asked: asked.length, done: asked.filter((one) => one.complete).length };
  };
  return { byPeople: of('people'), byProgram: of('program') };
}

/**
 * What is left, as it is said to a person. Example: 需人工打分 72 项，已完成 31；系统计算 198 项，待确认 4。
 * A part of which nothing is asked is left out; nothing asked at all is said so.
 */
export function remainingInWords({ byPeople, byProgram }: Remaining): Bilingual {
  const people = bilingual(
    `需人工打分 ${byPeople.asked} 项，${byPeople.done === byPeople.asked ? '已全部完成' : `已完成 ${byPeople.done}`}`,
    `${byPeople.asked} to be marked by people, ${byPeople.done === byPeople.asked ? 'all done' : `${byPeople.done} done`}`,
  );
  const open = byProgram.asked - byProgram.done;
  const program = bilingual(
    `系统计算 ${byProgram.asked} 项，${open === 0 ? '已全部确认' : `待确认 ${open}`}`,
    `${byProgram.asked} computed, ${open === 0 ? 'all confirmed' : `${open} to be confirmed`}`,
  );
  const parts = [...(byPeople.asked > 0 ? [people] : []), ...(byProgram.asked > 0 ? [program] : [])];
  if (parts.length === 0) return bilingual('没有分给您的打分任务。', 'Nothing is assigned to you.');
  return bilingual(`${parts.map(({ zh }) => zh).join('；')}。`, `${parts.map(({ en }) => en).join('; ')}.`);
}
