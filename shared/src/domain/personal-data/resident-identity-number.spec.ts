import fc from 'fast-check';
import {
  checkCharacter,
  maskResidentIdentityNumber,
  readResidentIdentityNumber,
  type ResidentIdentityNumber,
} from './resident-identity-number';

const read = (text: string): ResidentIdentityNumber => {
  const outcome = readResidentIdentityNumber(text, '/identityNumber');
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.detail.en);
  return outcome.value;
};
const refusalOf = (text: string): string => {
  const outcome = readResidentIdentityNumber(text, '/identityNumber');
  if (outcome.ok) throw new Error('accepted');
  expect(outcome.refusals.map(({ pointer }) => pointer)).toEqual(['/identityNumber']);
  return outcome.refusals[0]?.detail.zh ?? '';
};
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const numbers = fc
  .record({
    region: fc.integer({ min: 0, max: 9999 }),
    province: fc.constantFrom('11', '53', '65', '81'),
    year: fc.integer({ min: 1900, max: 2020 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ region, province, year, month, day, sequence }) => {
    const body = `${province}${String(region).padStart(4, '0')}${year}${twoDigits(month)}${twoDigits(day)}${String(sequence).padStart(3, '0')}`;
    return `${body}${checkCharacter(body)}`;
  });

describe('a resident identity number', () => {
  // The two worked examples of GB 11643-1999: a man's with X, and one of a person born in 1880.
  it.each(['11010519491231002X', '440524188001010014'])(
    '%s, an example of GB 11643-1999, is right',
    (number) => {
      expect(read(number)).toBe(number);
      expect(checkCharacter(number)).toBe(number.charAt(17));
    },
  );

  it.each([
    '11010519491231002x',
    ' 110105 19491231 002X ',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105-19491231-002X',
  ])('“%s” is kept as 11010519491231002X', (text) => expect(read(text)).toBe('11010519491231002X'));

  it.each([
    ['', '18 位'],
    ['11010519491231002', '18 位'],
    ['11010519491231002X0', '18 位'],
    ['1101051949123100XX', '18 位'],
    ['11010519491231002Y', '18 位'],
    ['110105491231002', '15 位的旧号码'],
    ['010105194912310025', '前 2 位'],
    ['160105194912310025', '前 2 位'],
    ['530402199002300015', '第 7 至 14 位'],
    ['530402190002290012', '第 7 至 14 位'],
    ['530402199013010015', '第 7 至 14 位'],
    ['530402170001010015', '第 7 至 14 位'],
    ['110105194912310021', '校验位'],
    ['440524188001010015', '校验位'],
  ])('“%s” is refused, saying %s, without repeating it', (text, part) => {
    const said = refusalOf(text);
    expect(said).toContain(part);
    if (text !== '') expect(said).not.toContain(text);
  });

  it('takes 29 February of a leap year, 2000 included', () => {
    for (const body of ['53040219920229001', '53040220000229001'])
      expect(read(`${body}${checkCharacter(body)}`)).toContain('0229');
  });

  it('shows the region and the last four characters, never the day of birth', () => {
    expect(maskResidentIdentityNumber(read('11010519491231002X'))).toBe('110105********002X');
  });

  it('with any one digit changed is refused, as the check character promises', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        expect(read(number)).toBe(number);
        const wrong = (Number(number[place]) + shift) % 10;
        const changed = `${number.slice(0, place)}${wrong}${number.slice(place + 1)}`;
        expect(readResidentIdentityNumber(changed, '').ok).toBe(false);
      }),
    );
  });

  it('with two neighbouring digits exchanged is refused', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 15 }), (number, place) => {
        const [one, other] = [number.charAt(place), number.charAt(place + 1)];
        fc.pre(one !== other);
        const changed = `${number.slice(0, place)}${other}${one}${number.slice(place + 2)}`;
        expect(readResidentIdentityNumber(changed, '').ok).toBe(false);
      }),
    );
  });
});
