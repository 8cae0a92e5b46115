import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import type { SignedIn } from '../../identity/signed-in';

/** Who entered an account as it stands, and whether it waits for somebody else’s approval. */
export interface Entered {
  readonly enteredBy: string;
  /** null: nobody signs in with it until the security administrator has approved it. */
  readonly approvedAt: Date | null;
  readonly approvedBy: null;
}

export const enteredBy = (
  { accountId }: SignedIn,
  { separateSecurity }: Pick<SecuritySettings, 'separateSecurity'>,
): Entered => ({
  enteredBy: accountId,
  approvedAt: separateSecurity ? null : new Date(),
  approvedBy: null,
});
