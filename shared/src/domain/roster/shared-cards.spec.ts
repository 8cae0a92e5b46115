import type { BankCardNumber } from '../personal-data/bank-card-number';
import { sharedCards } from './shared-cards';

const holder = (name: string | null, card: string | null) => ({
  name,
  bankCard: card as BankCardNumber | null,
});

describe('bank cards that stand for more than one person', () => {
  it('are said in one sentence each, names and number masked', () => {
    const said = sharedCards([
      holder('王小明', '4111111111111111'),
      holder('赵六', '5555555555554444'),
      holder('李四', '4111111111111111'),
    ]);
    expect(said).toEqual([
      {
        zh: '李*、王**登记的是同一银行卡号（411111******1111），请核对是否填错。',
        en: '李*, 王** have the same bank card (411111******1111); check whether one is a slip.',
      },
    ]);
  });

  it('are none where cards differ, nobody has one, or data have been erased', () => {
    expect(
      sharedCards([
        holder('王小明', '4111111111111111'),
        holder('李四', null),
        holder('赵六', null),
        holder(null, '4111111111111111'),
      ]),
    ).toEqual([]);
  });
});
