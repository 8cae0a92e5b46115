import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';

/** 现场记录, 访谈记录, 取证单. */
export type FieldRecordKind = 'visit' | 'interview' | 'slip';

/** 现场记录、取证单 stand on the word of two people, an interview on that of one. */
const LEAST_EVALUATORS: Readonly<Record<FieldRecordKind, number>> = { visit: 2, interview: 1, slip: 2 };

export interface FieldRecord {
  readonly kind: FieldRecordKind;
  /** User names of the evaluators who were there. */
  readonly evaluators: readonly string[];
  /** The day it happened, ISO. */
  readonly on: string;
}

interface Circumstances {
  /** Who may be named: the people of the round who may enter for this county. */
  readonly members: readonly string[];
  readonly today: string;
}

/**
 * What a record of fieldwork must keep, beyond its form: as many different people of the round as its kind asks for, and a
 * day that has come. Pointers are into the record.
 */
export function checkFieldRecord(
  { kind, evaluators, on }: FieldRecord,
  { members, today }: Circumstances,
): readonly Refusal[] {
  const least = LEAST_EVALUATORS[kind];
  const strangers = evaluators.flatMap((one, index) =>
    members.includes(one)
      ? []
      : [
          refusal(
            `/evaluators/${index}`,
            '此人不在本批次中，或者不负责该县（市、区），请从名单中选择。',
            'This person is not of the round or not of this county: choose from the list.',
          ),
        ],
  );
  return [
    ...(new Set(evaluators).size < least
      ? [
          refusal(
            '/evaluators',
            `至少写明 ${least} 名不同的评价人员，请补充。`,
            `It names at least ${least} different evaluator${least > 1 ? 's' : ''}: add who was there.`,
          ),
        ]
      : []),
    ...strangers,
    ...(on > today
      ? [
          refusal(
            '/on',
            `日期晚于今天（${today}），请核对。`,
            `The day lies after today (${today}): check it.`,
          ),
        ]
      : []),
  ];
}

export interface SignedRecord {
  readonly evaluators: readonly string[];
  readonly isLocked: boolean;
  /** Who signed the version that stands. */
  readonly signedBy: readonly string[];
}

/**
 * One of those who were there signs what stands. The answer says whether the record is locked with it: when all of them have
 * signed. A change before that starts the signatures anew.
 */
export function signRecord(
  { evaluators, isLocked, signedBy }: SignedRecord,
  by: string,
): Outcome<{ locks: boolean }> {
  const no = (zh: string, en: string): Outcome<never> => refused([refusal('', zh, en)]);
  if (isLocked)
    return no('记录已由各方签名锁定，无需再签。', 'The record is signed by everybody and locked.');
  if (!evaluators.includes(by)) {
    return no('只有记录中写明的评价人员可以签名。', 'Only the evaluators whom the record names sign it.');
  }
  if (signedBy.includes(by)) {
    return no(
      '您已签过本版记录，请等待其他评价人员签名。',
      'You have signed this version: the others sign it next.',
    );
  }
  const signed = new Set([...signedBy, by]);
  return accepted({ locks: evaluators.every((one) => signed.has(one)) });
}

/** A record that everybody signed is never changed; what is found later is written into a new one. */
export const refuseLocked = (isLocked: boolean): readonly Refusal[] =>
  isLocked
    ? [
        refusal(
          '',
          '记录已签名锁定，不能修改；有补充或者更正的，请另建一份并写明。',
          'The record is signed and locked: write what is to be added or corrected into a new one.',
        ),
      ]
    : [];
