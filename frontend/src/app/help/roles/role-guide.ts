import type { Role } from '@yuheng/shared/contract/roles';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';

/** Pictures of pages as the end-to-end run takes them (tests/e2e/pictures.spec.ts): `public/pictures/<name>.webp`. */
export type PictureName =
  | 'overview'
  | 'explanation'
  | 'allocation'
  | 'duties'
  | 'inspection'
  | 'findings'
  | 'funds'
  | 'ledger'
  | 'spending'
  | 'replies'
  | 'rounds'
  | 'score'
  | 'accounts'
  | 'security'
  | 'audit';

export interface GuideStep {
  readonly title: Bilingual;
  readonly text: Bilingual;
  /** The page on which it is done: a link for who has the role. */
  readonly path?: string;
  readonly picture?: PictureName;
}

/** What a role comes for, what it does this month, step by step, and what it does not see or do here. */
export interface RoleGuide {
  readonly role: Role;
  readonly purpose: Bilingual;
  readonly steps: readonly GuideStep[];
  readonly limits: Bilingual;
}
