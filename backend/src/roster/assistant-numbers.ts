import { Injectable } from '@nestjs/common';
import { type BankCardNumber } from '@yuheng/shared/domain/personal-data/bank-card-number';
import { type ResidentIdentityNumber } from '@yuheng/shared/domain/personal-data/resident-identity-number';
import { ColumnCipherService, ENCRYPTED_COLUMNS } from '../personal-data/column-cipher.service';
import type { AssistantRow } from './roster.queries';

/** Both numbers of a person, opened. */
@Injectable()
export class AssistantNumbersReader {
  constructor(private readonly cipher: ColumnCipherService) {}

  /** For masking, for comparing, and for a disclosure that the trail records. */
  of({ id, identityCipher, cardCipher }: AssistantRow): {
    readonly identityNumber: ResidentIdentityNumber | null;
    readonly bankCard: BankCardNumber | null;
  } {
    const { assistantIdentity, assistantCard } = ENCRYPTED_COLUMNS;
    return {
      identityNumber:
        identityCipher === null
          ? null
          : (this.cipher.decrypt(identityCipher, assistantIdentity, id) as ResidentIdentityNumber),
      bankCard:
        cardCipher === null ? null : (this.cipher.decrypt(cardCipher, assistantCard, id) as BankCardNumber),
    };
  }

  /** The hashes by which the person with this number is found, one for each key in use. */
  hashes(identityNumber: string): readonly string[] {
    return this.cipher.hashes(identityNumber, ENCRYPTED_COLUMNS.assistantIdentity);
  }
}
