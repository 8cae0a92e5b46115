import type { Sheet } from '@yuheng/shared/contract/sheets';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { Client } from '../api/client';
import { placeOf } from './sheet-desk';

/** What is done to a whole sheet. */
export type SheetAct = Exclude<Sheet['acts'][number], 'write'>;

export interface ActGiven {
  readonly reason: string;
  /** The last day of a reopening, as a date field gives it. */
  readonly until: string;
}

/** Does an act on the version of the sheet that was read, and answers the sheet after it. @throws ApiProblem */
export function doAct(
  client: Pick<Client, 'call'>,
  sheet: Sheet,
  act: SheetAct,
  { reason, until }: ActGiven,
): Promise<Sheet> {
  const options = { ...placeOf(sheet), version: sheet.version };
  switch (act) {
    case 'submit':
      return client.call('submitSheet', options);
    case 'confirmUnchanged':
      return client.call('confirmSheetUnchanged', options);
    case 'approve':
      return client.call('approveSheet', options);
    case 'return':
      return client.call('returnSheet', { ...options, body: { reason } });
    case 'reopen':
      return client.call('reopenSheet', { ...options, body: { reason, until: until as IsoDate } });
  }
}

export const needsReason = (act: SheetAct): boolean => act === 'return' || act === 'reopen';
