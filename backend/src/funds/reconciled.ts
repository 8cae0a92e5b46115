import { reconcile, type ReconciledMonth } from '@yuheng/shared/domain/ledger/reconciliation';
import { fen } from '@yuheng/shared/domain/money/fen';
import type { ReconciliationRow } from './reconciliation.queries';

/** A month as it was read, reconciled. */
export const reconciled = (row: ReconciliationRow): ReconciledMonth =>
  reconcile({
    posts: row.posts,
    personsOnPost: row.personsOnPost,
    paid: fen(row.paid),
    posted: row.posted === null ? null : fen(row.posted),
    fenPerPostMonth: fen(row.fenPerPostMonth),
    explained: row.explanation !== null,
  });
