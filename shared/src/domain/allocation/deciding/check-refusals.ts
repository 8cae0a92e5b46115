import { refusal, type Refusal } from '../../refusal';
import type { DecisionRole } from './decision';
import type { DecisionActor, DecisionCase } from './decision-case';
import { obstaclesOf } from './obstacles';
import { awaitingCheckOf } from './standing';

/** Both bureaus read the paper; leaders decide and enter nothing. */
const CHECKS: readonly DecisionRole[] = ['programOfficer', 'finance'];

export interface CheckWanted {
  /** The number of the entry. */
  readonly number: number;
  readonly outcome: 'confirmed' | 'rejected';
  /** What differs from the paper; needed of a rejection. */
  readonly reason: string | null;
  readonly by: DecisionActor;
}

/**
 * Why an entry cannot be checked so; empty where it can. A check compares the entry with the paper: it is made once, by
 * another person of the program office or of finance than the one who entered it, and it approves nothing by itself. A
 * rejection says what differs. A confirmation of a step that something stands in the way of (`obstaclesOf`) is refused
 * as the entry would be; it can still be rejected.
 */
export function checkRefusals(one: DecisionCase, wanted: CheckWanted): readonly Refusal[] {
  const awaiting = awaitingCheckOf(one.entries);
  if (awaiting?.number !== wanted.number) {
    return [
      refusal(
        '/number',
        awaiting === null
          ? '没有等待核对的登记，请刷新页面。'
          : `等待核对的是第 ${awaiting.number} 条登记，请刷新页面。`,
        awaiting === null
          ? 'No entry waits for a check: load the page again.'
          : `Entry ${awaiting.number} waits for a check: load the page again.`,
      ),
    ];
  }
  if (awaiting.enteredBy === wanted.by.id) {
    return [
      refusal('/number', '本条由您登记，须由另一人核对。', 'You entered it: another person must check it.'),
    ];
  }
  if (!wanted.by.roles.some((role) => CHECKS.includes(role))) {
    return [
      refusal(
        '/number',
        '登记由项目管理科室人员或市财政局人员核对，您的账号没有这一角色。',
        'Entries are checked by a program officer or by the city finance bureau: your account has no such role.',
      ),
    ];
  }
  if (wanted.outcome === 'rejected') {
    return (wanted.reason ?? '').trim() === ''
      ? [refusal('/reason', '核对不符须写明哪里不符。', 'Say what differs from the paper.')]
      : [];
  }
  const obstacles = awaiting.outcome === 'taken' ? obstaclesOf(one, awaiting.step) : [];
  return obstacles.map((detail): Refusal => ({ pointer: '/outcome', detail }));
}
