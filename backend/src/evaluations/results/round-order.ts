import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusalOfEntry } from '@yuheng/shared/domain/evaluating/round-steps';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { EvaluationKind } from '../evaluations.queries';
import { organisedKinds } from '../rounds/organised-kinds';
import type { RoundStanding } from './round-standing.service';

export const organises = (kind: EvaluationKind, { roles }: Pick<SignedIn, 'roles'>): boolean =>
  organisedKinds(roles).includes(kind);

/** @throws ProblemException refused for who does not organise evaluations of this kind. */
export function checkOrganiser(kind: EvaluationKind, account: SignedIn): void {
  if (organises(kind, account)) return;
  throw new ProblemException(
    'refused',
    kind === 'financeEvaluation'
      ? bilingual(
          '财政评价由市财政局组织，请由市财政局账户办理。',
          'The city finance bureau organises this evaluation: its account does this.',
        )
      : bilingual(
          '该评价由市司法局组织，请由市司法局业务账户办理。',
          'The city justice bureau organises this evaluation: its account does this.',
        ),
  );
}

/**
 * The first draft and the first result stand in the order of the steps; evaluating again asks and finalises once more,
 * whatever step the round has come to. @throws ProblemException refused out of order, or on a day that cannot be.
 */
export function checkOrder(
  { head, finalisations, steps }: RoundStanding,
  step: 'replies' | 'finalised',
  takenOn: string,
  today: string,
): void {
  if (finalisations.length > 0) return;
  const wrong = refusalOfEntry(head.kind, steps, { step, takenOn, passedOver: false, note: null }, today);
  if (wrong) throw new ProblemException('refused', wrong.detail, []);
}
