import fc from 'fast-check';
import type { BankCardNumber } from '../../personal-data/bank-card-number';
import type { ResidentIdentityNumber } from '../../personal-data/resident-identity-number';
import { isoDate } from '../../period/year-month';
import { readIdentityCell, readRosterRow } from './read-roster-row';
import { letterOf, ROSTER_FIELDS, type RosterCells } from './roster-columns';
import { changedFields, rosterCells, type RosterEntry } from './roster-entry';

const OFFICES = [{ id: 'office-1', name: '玉兴街道司法所' }];
const IDENTITY = '11010519491231002X' as ResidentIdentityNumber;
const entry = (more: Partial<RosterEntry> = {}): RosterEntry => ({
  name: '王协勤',
  identityNumber: IDENTITY,
  bankCard: '4111111111111111' as BankCardNumber,
  employment: 'laborContract',
  office: 'office-1',
  contractFrom: isoDate('2024-01-01'),
  contractUntil: null,
  insuredSince: isoDate('2024-02-01'),
  periods: [{ from: isoDate('2024-01-01'), until: null, reason: null }],
  ...more,
});
const read = (cells: Partial<RosterCells>, recorded: RosterEntry | null = entry()) =>
  readRosterRow(
    { ...rosterCells(recorded ?? entry(), OFFICES), ...cells },
    { identityNumber: IDENTITY, recorded, offices: OFFICES },
  );
const pointersOf = (outcome: ReturnType<typeof read>): string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);

describe('a row of a roster', () => {
  it('that says what is recorded is the record, masked numbers and all', () => {
    expect(read({})).toEqual({ ok: true, value: entry() });
    const left = entry({
      office: null,
      bankCard: null,
      periods: [{ from: isoDate('2024-01-01'), until: isoDate('2025-03-31'), reason: '辞职' }],
    });
    expect(read({}, left)).toEqual({ ok: true, value: left });
  });

  it('is read with full-width digits, spaces and days as people write them', () => {
    const outcome = read({
      ...{ bankCard: '５５５５ 5555 5555 4444', contractUntil: '2027年12月31日', insuredSince: '45717' },
    });
    expect(outcome).toMatchObject({
      value: { bankCard: '5555555555554444', contractUntil: '2027-12-31', insuredSince: '2025-03-01' },
    });
  });

  it('an emptied card is removed', () =>
    expect(read({ bankCard: '' })).toMatchObject({ value: { bankCard: null } }));

  it.each<readonly [Partial<RosterCells>, string]>([
    [{ name: ' ' }, '/name'],
    [{ name: '长'.repeat(51) }, '/name'],
    [{ bankCard: '622202*********0000' }, '/bankCard'],
    [{ bankCard: '4111111111111112' }, '/bankCard'],
    [{ employment: '临时' }, '/employment'],
    [{ office: '别处司法所' }, '/office'],
    [{ contractFrom: '去年' }, '/contractFrom'],
    [{ contractUntil: '2025-02-29' }, '/contractUntil'],
    [{ insuredSince: '1949-12-31' }, '/insuredSince'],
    [{ onPostFrom: '' }, '/onPostFrom'],
    [{ onPostUntil: '2025-03-31' }, '/reason'],
    [{ reason: '辞职' }, '/onPostUntil'],
    [{ onPostUntil: '2025-03-31', reason: '长'.repeat(501) }, '/reason'],
  ])('with %j is refused at %s', (cells, pointer) => expect(pointersOf(read(cells))).toEqual([pointer]));

  it('never repeats what stands in a cell that it refuses', () => {
    const secret = '53040219900307123';
    const cells = fc.constantFrom(
      ...ROSTER_FIELDS.filter((field) => !['name', 'reason', 'record'].includes(field)),
    );
    fc.assert(
      fc.property(cells, (field) => {
        const outcome = read({ [field]: secret });
        expect(JSON.stringify(outcome)).not.toContain(secret);
      }),
    );
    expect(JSON.stringify(readIdentityCell(secret, entry()))).not.toContain(secret);
  });

  it('of somebody who left and comes back has another period; a correction within stays one', () => {
    const left = entry({
      periods: [{ from: isoDate('2024-01-01'), until: isoDate('2025-03-31'), reason: '辞职' }],
    });
    const back = read({ onPostFrom: '2025-06-01', onPostUntil: '', reason: '' }, left);
    expect(back).toMatchObject({
      value: { periods: [left.periods[0], { from: '2025-06-01', until: null, reason: null }] },
    });
    const corrected = read({ onPostFrom: '2024-02-01' }, left);
    expect(corrected).toMatchObject({
      value: { periods: [{ from: '2024-02-01', until: '2025-03-31', reason: '辞职' }] },
    });
  });
});

describe('the identity number of a row', () => {
  it('may be missing where the record has none', () =>
    expect(readIdentityCell('', entry({ identityNumber: null }))).toEqual({ ok: true, value: null }));

  it('is the recorded one where its mask stands there, and a whole one otherwise', () => {
    expect(readIdentityCell('110105********002X', entry())).toEqual({ ok: true, value: IDENTITY });
    expect(readIdentityCell('11010519491231002x', null)).toEqual({ ok: true, value: IDENTITY });
  });

  it.each([
    ['', entry()],
    ['110105********0021', entry()],
    ['110105********002X', null],
  ])('%j is refused beside the record', (cell, recorded) =>
    expect(readIdentityCell(cell, recorded)).toMatchObject({ ok: false }),
  );
});

describe('two records of a person', () => {
  it('differ in the number even where its mask is the same', () => {
    const other = entry({ bankCard: '4111112222221111' as BankCardNumber });
    expect(rosterCells(other, OFFICES).bankCard).toBe(rosterCells(entry(), OFFICES).bankCard);
    expect(changedFields(entry(), other, OFFICES)).toEqual(['bankCard']);
    expect(changedFields(entry(), entry(), OFFICES)).toEqual([]);
  });
});

it('columns are lettered from A on', () =>
  expect([letterOf('record'), letterOf('identityNumber'), letterOf('reason')]).toEqual(['A', 'C', 'L']));
