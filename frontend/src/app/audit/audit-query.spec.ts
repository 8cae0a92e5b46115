import { convertToParamMap } from '@angular/router';
import { hasConditions, readAuditQuery, readEntryNumber } from './audit-query';

const read = (query: Record<string, string>) => readAuditQuery(convertToParamMap(query));

describe('the conditions in the address of the audit trail', () => {
  it('are read as the server takes them', () => {
    const query = {
      ...{ actor: 'officer-1', act: 'publication.load', outcome: 'refused', objectKind: 'publication' },
      ...{ objectId: '2026', requestId: 'r-1', personalData: 'true', from: '2026-11-01', to: '2026-11-30' },
    };
    expect(read(query)).toEqual(query);
    expect(read({ below: '101' })).toEqual({ below: 101 });
  });

  it('leave out what they cannot mean, so that nothing is asked that would be refused', () => {
    expect(
      read({
        act: 'no.such',
        outcome: 'maybe',
        from: '2026-02-29',
        to: 'today',
        below: '0',
        personalData: 'no',
      }),
    ).toEqual({});
    expect(read({ actor: ' ', below: '-3' })).toEqual({});
  });

  it('are none where only the place in the list is said', () => {
    expect(hasConditions({ below: 5 })).toBe(false);
    expect(hasConditions({ actor: 'officer-1', below: 5 })).toBe(true);
  });

  it.each([
    ['12', 12],
    ['0', null],
    ['1e3', null],
    ['', null],
  ])('an open entry %j is number %j', (text, number) => {
    expect(readEntryNumber(convertToParamMap({ entry: text }))).toBe(number);
  });
});
