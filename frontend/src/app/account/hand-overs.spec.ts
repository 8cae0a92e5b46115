import { linkTo } from './hand-overs';

describe('the way to what was handed over', () => {
  it('leads to the sheet of an inspection in the year of its month', () => {
    expect(
      linkTo({
        kind: 'inspection',
        program: 'assistants',
        county: 'hongta',
        name: '红塔区',
        month: '2026-02',
      }),
    ).toBe('/counties/hongta?program=assistants&year=2026&explain=inspection:hongta:2026-02');
  });

  it('leads to the county of a finding', () => {
    expect(linkTo({ kind: 'finding', program: 'assistants', county: 'hongta', name: '红塔区' })).toBe(
      '/counties/hongta?program=assistants',
    );
  });

  it('leads to one’s assignments for marks to give', () => {
    expect(linkTo({ kind: 'assignment', county: 'hongta', name: '红塔区' })).toBe('/evaluations');
  });
});
