import * as fc from 'fast-check';
import { balancedAssignment, type AssignmentWanted } from './balanced-assignment';
import { unmetInWords } from './unmet-in-words';

const COUNTIES = ['a', 'b', 'c', 'd', 'e'];
const SECTIONS = [
  { id: 'process', byPeople: 3, byProgram: 2 },
  { id: 'output', byPeople: 0, byProgram: 4 },
  { id: 'benefit', byPeople: 2, byProgram: 1 },
];
const wanted = (more: Partial<AssignmentWanted> = {}): AssignmentWanted => ({
  counties: COUNTIES,
  sections: SECTIONS,
  members: ['m1', 'm2', 'm3'],
  conflicts: [],
  former: [],
  markers: 1,
  secondShare: 0,
  seed: 1,
  ...more,
});

const some = (prefix: string, most: number) =>
  fc
    .integer({ min: 1, max: most })
    .map((count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`));
const anything = fc
  .record({ counties: some('c', 8), members: some('m', 6), sections: some('s', 4) })
  .chain(({ counties, members, sections }) => {
    const pairs = fc.array(
      fc.record({ county: fc.constantFrom(...counties), member: fc.constantFrom(...members) }),
      { maxLength: 12 },
    );
    return fc.record({
      counties: fc.constant(counties),
      members: fc.constant(members),
      sections: fc.tuple(
        ...sections.map((id) =>
          fc.record({
            id: fc.constant(id),
            byPeople: fc.integer({ min: 0, max: 9 }),
            byProgram: fc.integer({ min: 0, max: 9 }),
          }),
        ),
      ),
      conflicts: pairs,
      former: pairs,
      markers: fc.integer({ min: 1, max: 3 }),
      secondShare: fc.integer({ min: 0, max: 100 }),
      seed: fc.integer({ min: 0, max: 1000 }),
    });
  });

describe('an assignment that is balanced', () => {
  it('gives every county and section to somebody, and nobody more than one section’s leaves more than another', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const input = { ...one, conflicts: [], former: [], markers: 1, secondShare: 0 };
        const { assigned, loads, unmet } = balancedAssignment(input);
        expect(unmet).toEqual([]);
        expect(assigned).toHaveLength(input.counties.length * input.sections.length);
        const leaves = loads.map(({ byPeople }) => byPeople);
        const largest = Math.max(...input.sections.map(({ byPeople }) => byPeople));
        expect(Math.max(...leaves) - Math.min(...leaves)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it('never sends anybody to a county of a conflict or, where nobody may come twice, of last year', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const away = [...input.conflicts, ...input.former].map(({ county, member }) => `${county}/${member}`);
        const sent = balancedAssignment(input).assigned.map(({ county, member }) => `${county}/${member}`);
        expect(sent.filter((one) => away.includes(one))).toEqual([]);
      }),
    );
  });

  it('sends nobody twice to one section, and as many as are wanted or says that it could not', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const { assigned, unmet } = balancedAssignment(input);
        const keys = assigned.map(({ county, section, member }) => `${county}/${section}/${member}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const county of input.counties) {
          for (const { id } of input.sections) {
            const sent = assigned.filter((one) => one.county === county && one.section === id).length;
            const short = unmet.find((one) => one.county === county && one.section === id);
            expect(short ? short.found : Math.max(sent, input.markers)).toBe(sent);
            if (short) expect(short.found).toBeLessThan(short.wanted);
          }
        }
      }),
    );
  });

  it('is the same for the same input in whatever order, and another one for another seed', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const turned = {
          ...input,
          counties: [...input.counties].reverse(),
          members: [...input.members].reverse(),
          sections: [...input.sections].reverse(),
          conflicts: [...input.conflicts].reverse(),
        };
        expect(balancedAssignment(turned)).toEqual(balancedAssignment(input));
      }),
    );
    const seeds = [1, 2, 3, 4].map((seed) => JSON.stringify(balancedAssignment(wanted({ seed })).assigned));
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });

  it('has the stated share of what people mark marked by one more, who comes second', () => {
    const count = (secondShare: number): number =>
      balancedAssignment(wanted({ secondShare })).assigned.filter(({ turn }) => turn === 'second').length;
    // Five counties with two sections that people mark.
    expect([0, 10, 24, 25, 100].map(count)).toEqual([0, 1, 2, 3, 10]);
    const { assigned } = balancedAssignment(wanted({ secondShare: 100 }));
    expect(assigned.filter(({ section }) => section === 'output').every(({ turn }) => turn === 'first')).toBe(
      true,
    );
  });

  it('says in words what could not be met, and why', () => {
    const all = ['m1', 'm2', 'm3'].map((member) => ({ county: 'a', member }));
    const because = (more: Partial<AssignmentWanted>) => balancedAssignment(wanted(more)).unmet[0];
    expect(because({ conflicts: all })).toEqual({
      county: 'a',
      section: 'benefit',
      wanted: 1,
      found: 0,
      because: 'conflict',
    });
    expect(because({ former: all })?.because).toBe('former');
    expect(because({ markers: 4 })).toMatchObject({ wanted: 4, found: 3, because: 'tooFew' });
    expect(
      unmetInWords({ wanted: 1, found: 0, because: 'conflict' }, '红塔区', { zh: '效益', en: 'Benefit' }).zh,
    ).toBe('红塔区“效益”需1人，无人可派：其余人员已申报利害关系，须回避。请增加评价人员。');
  });
});
