import { Injectable } from '@nestjs/common';
import type { Assistant } from '@yuheng/shared/contract/roster';
import { maskBankCardNumber } from '@yuheng/shared/domain/personal-data/bank-card-number';
import { maskResidentIdentityNumber } from '@yuheng/shared/domain/personal-data/resident-identity-number';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { isOnPost } from '@yuheng/shared/domain/roster/post-period';
import { sharedCards } from '@yuheng/shared/domain/roster/shared-cards';
import { PlacesService } from '../regions/places.service';
import { AssistantNumbersReader } from './assistant-numbers';
import type { AssistantRow } from './roster.queries';

/** People as the roster shows them: numbers masked, the office by its name of today. */
@Injectable()
export class PresentAssistant {
  constructor(
    private readonly places: PlacesService,
    private readonly numbers: AssistantNumbersReader,
  ) {}

  /** What to look at beside the single records; names and numbers masked. */
  remarks(rows: readonly AssistantRow[]): Bilingual[] {
    return [...sharedCards(rows.map((row) => ({ name: row.name, bankCard: this.numbers.of(row).bankCard })))];
  }

  of(row: AssistantRow, on: IsoDate): Assistant {
    const { identityNumber, bankCard } = this.numbers.of(row);
    const { id, county, name, employment, office, periods, demonstration, version } = row;
    const { contractFrom, contractUntil, insuredSince } = row;
    return {
      ...{ id, county, name, employment, contractFrom, contractUntil, insuredSince, demonstration, version },
      identityNumber: identityNumber && maskResidentIdentityNumber(identityNumber),
      bankCard: bankCard && maskBankCardNumber(bankCard),
      office: office === null ? null : { id: office, name: this.places.nameOf(office) },
      periods: periods.map(({ from, until, reason }) => ({ from, until, reason })),
      onPost: isOnPost(periods, on),
    };
  }
}
