import { bilingual, type Bilingual } from '../bilingual';
import { maskBankCardNumber, type BankCardNumber } from '../personal-data/bank-card-number';

interface Holder {
  readonly name: string | null;
  readonly bankCard: BankCardNumber | null;
}

/** 王小明 is 王**: enough for a colleague to know who is meant. */
const maskedName = (name: string): string => {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(rest.length);
};

/**
 * Bank cards that stand for more than one person of a county, each in one sentence with names and number masked. A hint
 * and no refusal: wages of two may go to one account of a family, and somebody has to look.
 */
export function sharedCards(people: readonly Holder[]): readonly Bilingual[] {
  const holders = new Map<BankCardNumber, string[]>();
  for (const { name, bankCard } of people) {
    if (name !== null && bankCard !== null) holders.set(bankCard, [...(holders.get(bankCard) ?? []), name]);
  }
  return [...holders].flatMap(([card, names]) => {
    if (names.length < 2) return [];
    const [number, masked] = [maskBankCardNumber(card), names.map(maskedName).sort()];
    return [
      bilingual(
        `${masked.join('、')}登记的是同一银行卡号（${number}），请核对是否填错。`,
        `${masked.join(', ')} have the same bank card (${number}); check whether one is a slip.`,
      ),
    ];
  });
}
