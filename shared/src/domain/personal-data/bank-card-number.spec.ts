import fc from 'fast-check';
import { type BankCardNumber, maskBankCardNumber, readBankCardNumber } from './bank-card-number';

const read = (text: string): BankCardNumber => {
  const outcome = readBankCardNumber(text, '/card');
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.detail.en);
  return outcome.value;
};
const isRight = (text: string): boolean => readBankCardNumber(text, '').ok;
const bodies = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 17 })
  .map((rest) => `6${rest.join('')}`);

describe('a bank card number', () => {
  // Numbers that card schemes publish for tests: no account stands behind them.
  it.each([
    ['4111 1111 1111 1111', '4111111111111111'],
    ['5555-5555-5555-4444', '5555555555554444'],
    ['６２０００００００００００００５', '6200000000000005'],
    ['6205 5000 0000 0000 004', '6205500000000000004'],
    ['4222222222222', '4222222222222'],
  ])('“%s” is kept as %s', (text, kept) => expect(read(text)).toBe(kept));

  it.each([
    ['', '13 至 19 位'],
    ['411111111111', '13 至 19 位'],
    ['62055000000000000047', '13 至 19 位'],
    ['0000000000000000', '首位不为 0'],
    ['4111111111111111.0', '13 至 19 位'],
    ['411111111111111a', '13 至 19 位'],
    ['4111111111111112', '校验位'],
  ])('“%s” is refused, saying %s, without repeating it', (text, part) => {
    const outcome = readBankCardNumber(text, '/card');
    expect(outcome).toMatchObject({ ok: false, refusals: [{ pointer: '/card' }] });
    const said = JSON.stringify(outcome);
    expect(said).toContain(part);
    if (text !== '') expect(said).not.toContain(text);
  });

  it('shows the first six and the last four digits', () => {
    expect(maskBankCardNumber(read('6200000000000005'))).toBe('620000******0005');
    expect(maskBankCardNumber(read('6205500000000000004'))).toBe('620550*********0004');
    expect(maskBankCardNumber(read('4222222222222'))).toBe('422222***2222');
  });

  it('has exactly one right check digit, and with any one digit changed is refused', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const right = [...'0123456789'].map((digit) => `${body}${digit}`).filter(isRight);
        expect(right).toHaveLength(1);
        const [number = ''] = right;
        const place = 1 + (at % (number.length - 1));
        const wrong = (Number(number[place]) + shift) % 10;
        expect(isRight(`${number.slice(0, place)}${wrong}${number.slice(place + 1)}`)).toBe(false);
      }),
    );
  });
});
