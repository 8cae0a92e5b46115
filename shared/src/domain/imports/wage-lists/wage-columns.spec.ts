import fc from 'fast-check';
import {
  missingFields,
  plainHeading,
  understandColumns,
  unitOfLine,
  WAGE_FIELDS,
  wageFieldOf,
  type WageField,
} from './wage-columns';

const columnsOf = (headings: readonly string[], remembered: Record<string, WageField> = {}) =>
  understandColumns(
    headings.map((heading, at) => ({ column: at + 1, heading })),
    new Map(Object.entries(remembered)),
  );

describe('the headings of a wage list', () => {
  it.each<readonly [string, WageField | null]>([
    ['姓 名', 'name'],
    ['公民身份号码', 'identityNumber'],
    ['市级补助\n（元/月）', 'cityPart'],
    ['市补（万元）', 'cityPart'],
    ['县级配套【元】', 'countyPart'],
    ['其中：县级垫付', 'countyAdvance'],
    ['单位缴纳社会保险费', 'socialInsurance'],
    ['ｘ', null],
    ['岗位级差', null],
    ['单位：元', null],
    ['单位', 'county'],
  ])('%j means %s', (heading, field) => expect(wageFieldOf(heading)).toBe(field));

  it('name a unit of money in a line of its own, which is no column', () => {
    expect(['单位：万元', '（单位：元）', '金额单位:人民币元', '单位', '元'].map(unitOfLine)).toEqual([
      ...['万元', '元', '元', null, null],
    ]);
  });

  it('are the same with full-width letters and spaces between', () => {
    const headings = fc.constantFrom('市级补助(元)', '姓名', '发放日期', '实发工资/元', 'A列');
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(headings, (heading) => {
        expect(plainHeading([...wide(heading)].join('\u3000'))).toBe(plainHeading(heading));
      }),
    );
  });
});

describe('the columns of a wage list', () => {
  it('are what the county said before they are what a heading means', () => {
    expect(columnsOf(['姓名', '上面给的（元）', '备注'], { 上面给的: 'cityPart', 备注: 'source' })).toEqual([
      { column: 1, heading: '姓名', field: 'name', by: 'alias' },
      { column: 2, heading: '上面给的（元）', field: 'cityPart', by: 'remembered' },
      { column: 3, heading: '备注', field: 'source', by: 'remembered' },
    ]);
  });

  it('that would be the same are both asked about, any number may be ignored, and an empty one is none', () => {
    expect(columnsOf(['姓名', '人员', '序号', '备注', ' ']).map(({ field }) => field)).toEqual([
      ...[null, null, 'ignored', 'ignored'],
    ]);
  });

  it('never stand twice for one field, whatever the headings are', () => {
    const heading = fc.constantFrom(
      '姓名',
      '人员',
      '市补',
      '市级补助（元）',
      '县补',
      '序号',
      '金额',
      '',
      '别的',
    );
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 12 }), (headings) => {
        const fields = columnsOf(headings).flatMap(({ field }) => field ?? []);
        const named = fields.filter((field) => field !== 'ignored');
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });
});

describe('what a list has to say', () => {
  const missingOf = (...fields: readonly WageField[]) =>
    missingFields(
      fields.map((field, at) => ({ column: at + 1, heading: field, field, by: 'alias' as const })),
    );

  it.each<readonly [readonly WageField[], readonly WageField[]]>([
    [[], ['name', 'identityNumber', 'cityPart']],
    [['name', 'identityNumber', 'cityPart'], []],
    [['name', 'identityNumber', 'amount'], ['source']],
    [['name', 'identityNumber', 'source'], ['amount']],
    [['name', 'identityNumber', 'amount', 'source'], []],
    [
      ['identityNumber', 'countyPart'],
      ['name', 'cityPart'],
    ],
  ])('of %j lacks %j', (fields, missing) => expect(missingOf(...fields)).toEqual(missing));

  it('is nothing where every field has a column', () => expect(missingOf(...WAGE_FIELDS)).toEqual([]));
});
