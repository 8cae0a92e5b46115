import fc from 'fast-check';
import { maskTelephoneNumber, readTelephoneNumber, type TelephoneNumber } from './telephone-number';

const read = (text: string): TelephoneNumber => {
  const outcome = readTelephoneNumber(text, '/phone');
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.detail.en);
  return outcome.value;
};
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`);
const landline = fc
  .tuple(fc.constantFrom('010', '021', '0877', '0871', '0999'), fc.integer({ min: 2, max: 8 }), digits(7))
  .map(([area, first, rest]) => `${area}-${first}${area.length === 3 ? rest : rest.slice(1)}`);

describe('a telephone number', () => {
  it.each([
    ['13812341234', '13812341234'],
    [' 138 1234 1234 ', '13812341234'],
    ['138-1234-1234', '13812341234'],
    ['＋８６　１３８１２３４１２３４', '13812341234'],
    ['+86-19912341234', '19912341234'],
    ['0086 138 1234 1234', '13812341234'],
    ['08772012345', '0877-2012345'],
    ['0877 2012345', '0877-2012345'],
    ['（0877）201 2345', '0877-2012345'],
    ['0871—65151234', '0871-65151234'],
    ['01065151234', '010-65151234'],
    ['+86 10 6515 1234', '010-65151234'],
    ['+86 877 2012345', '0877-2012345'],
    ['+86 0877 2012345', '0877-2012345'],
  ])('“%s” is kept as %s', (text, kept) => expect(read(text)).toBe(kept));

  it.each([
    '',
    '1381234123',
    '138123412345',
    '12812341234',
    '10812341234',
    '2012345',
    '0877-201234',
    '0877-1012345',
    '0877-9012345',
    '010-2012345',
    '0110-2012345',
    '0877-2012345-801',
    '13812341234.0',
    '1381234l234',
    '+852 2345 6789',
    '138*1234*234',
  ])('“%s” is refused at its pointer, and the refusal does not repeat it', (text) => {
    const outcome = readTelephoneNumber(text, '/phone');
    expect(outcome).toMatchObject({ ok: false, refusals: [{ pointer: '/phone' }] });
    const said = JSON.stringify(outcome);
    expect(said).toContain('11 位手机号码');
    if (text !== '') expect(said).not.toContain(text);
  });

  it('shows three and four digits of a mobile number, and the area code and the last digits of a landline', () => {
    expect(maskTelephoneNumber(read('13812341234'))).toBe('138****1234');
    expect(maskTelephoneNumber(read('0877-2012345'))).toBe('0877-****345');
    expect(maskTelephoneNumber(read('0871-65151234'))).toBe('0871-****1234');
    expect(maskTelephoneNumber(read('010-65151234'))).toBe('010-****1234');
  });

  it('has one written form, which is read as itself', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, landline), (number) => {
        expect(read(number)).toBe(number);
        expect(read(`+86 ${[...number].join(' ')}`)).toBe(number);
      }),
    );
  });

  it('always hides exactly four digits and keeps the length and the rest', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, landline), (number) => {
        const mask = maskTelephoneNumber(read(number));
        expect(mask).toHaveLength(number.length);
        expect(mask.replace(/[^*]/g, '')).toBe('****');
        for (const [place, character] of [...mask].entries())
          if (character !== '*') expect(character).toBe(number[place]);
      }),
    );
  });

  it('is read or refused, never thrown at, whatever was entered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof readTelephoneNumber(text, '').ok).toBe('boolean');
      }),
    );
  });
});
