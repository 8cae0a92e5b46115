import * as fc from 'fast-check';
import type { Stage } from '../../metrics/facts';
import { verifiedFloor, verifiedOnPost, verifiedPersons } from './verified-floor';

const months = (...entries: readonly (readonly [number | null, Stage])[]) =>
  entries.map(([onPost, onPostStage]) => ({ onPost, onPostStage }));

describe('the floor of verified persons on post', () => {
  it('stands beside the persons on post of the latest approved month, however many there were before', () => {
    const two = months([14, 'approved'], [12, 'approved'], [9, 'submitted']);
    expect(verifiedPersons(15, two).onPost).toBe(12);
  });

  it('is the average over approved months, rounded up', () => {
    const year = [...Array.from({ length: 11 }, () => [14, 'approved'] as const), [13, 'approved'] as const];
    expect(verifiedFloor(15, months(...year))).toBe(14);
    expect(verifiedPersons(15, months(...year)).steps).toEqual([
      {
        label: {
          zh: '核实在岗人数：已审核的 12 个月平均',
          en: 'verified persons on post: mean of the 12 approved months',
        },
        expression: '167 ÷ 12',
        result: '≈13.92',
      },
      {
        label: {
          zh: '按核实人数的保底：平均数向上进位为 14',
          en: 'floor by verified persons: the mean rounded up to 14',
        },
        expression: '',
        result: '14',
      },
    ]);
    const whole = verifiedPersons(9, months([10, 'approved'])).steps;
    expect(whole.map(({ label, result }) => [label.zh, result])).toEqual([
      ['核实在岗人数：已审核的 1 个月平均', '10'],
      ['按核实人数的保底：平均数为整数，不超过现行 9 个名额', '9'],
    ]);
  });

  it('leaves unapproved and unreported months out, and is never above the posts in force', () => {
    const mixed = months([10, 'approved'], [15, 'submitted'], [null, 'approved'], [12, 'reopened']);
    expect(verifiedFloor(15, mixed)).toBe(10);
    expect(verifiedPersons(15, mixed)).toMatchObject({ floor: 10, onPost: 10, approvedMonths: 1 });
    expect(verifiedFloor(9, mixed)).toBe(9);
  });

  it('is all posts where no month is approved: what is not verified moves nobody', () => {
    expect(verifiedFloor(15, months([10, 'submitted']))).toBe(15);
    expect(verifiedOnPost(15, months([10, 'submitted']))).toBe(15);
    expect(verifiedPersons(15, [])).toMatchObject({ floor: 15, onPost: 15, approvedMonths: 0 });
    expect(verifiedPersons(15, []).steps[0]?.label.zh).toContain('没有已审核的月份');
  });

  it('persons on post are those of the latest approved month', () => {
    expect(verifiedOnPost(15, months([14, 'approved'], [12, 'approved'], [9, 'submitted']))).toBe(12);
    expect(verifiedOnPost(15, months([14, 'approved'], [0, 'approved']))).toBe(0);
  });

  it('lies between the fewest and the most persons on post, whatever the months', () => {
    const persons = fc.array(fc.nat(40), { minLength: 1, maxLength: 36 });
    fc.assert(
      fc.property(persons, (counts) => {
        const floor = verifiedFloor(
          40,
          counts.map((onPost) => ({ onPost, onPostStage: 'approved' as const })),
        );
        expect(floor).toBeGreaterThanOrEqual(Math.min(...counts));
        expect(floor).toBeLessThanOrEqual(Math.max(...counts));
      }),
    );
  });
});
