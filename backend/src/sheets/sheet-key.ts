import type { ProgramId } from '@yuheng/shared/contract/values';
import type { SheetKind } from '@yuheng/shared/domain/sheets/sheet';

/** Which sheet: one county's month of one kind in one program. */
export interface SheetKey {
  readonly kind: SheetKind;
  readonly county: string;
  readonly month: string;
  readonly program: ProgramId;
}
