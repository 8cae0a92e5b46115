import { isoDate, yearMonth } from '@yuheng/shared/domain/period/year-month';
import { personsInMonth } from '@yuheng/shared/domain/roster/on-post-months';
import { ON_POST_RULES } from '@yuheng/shared/domain/roster/on-post-rule';
import { FIXTURE_COUNTIES, fixtureDemonstration } from './demonstration-fixture';
import { bankCardOf, identityNumberOf } from './demonstration-numbers';
import { demonstrationRoster } from './demonstration-roster';

const { wageMonths } = fixtureDemonstration();
const rosters = FIXTURE_COUNTIES.map((county) => demonstrationRoster({ cityId: '530400', county }));
const assistants = rosters.flatMap((one) => one.assistants);
const assistantPosts = rosters.flatMap((one) => one.assistantPosts);

describe('the roster of the demonstration', () => {
  it.each(ON_POST_RULES)(
    'has in every month as many on post as the wage sheet says, by the rule %s',
    (rule) => {
      for (const { countyId, month, personsOnPost } of wageMonths) {
        const persons = assistantPosts
          .filter((one) => one.countyId === countyId)
          .map(({ fromDay, untilDay }) => [
            { from: isoDate(fromDay), until: untilDay === null ? null : isoDate(untilDay) },
          ]);
        expect([countyId, month, personsInMonth(persons, yearMonth(month), rule)]).toEqual([
          countyId,
          month,
          personsOnPost,
        ]);
      }
    },
  );

  it('bears nobody’s name, says why whoever left has left, and marks everybody as invented', () => {
    expect(assistants.length).toBeGreaterThan(150);
    for (const { name, demonstration, identityCipher } of assistants)
      expect([/^演示人员\d{3}$/.test(name ?? ''), demonstration, identityCipher]).toEqual([true, true, null]);
    for (const { untilDay, reason } of assistantPosts) expect(reason === null).toBe(untilDay === null);
  });

  it('has numbers that pass every check, differ from person to person, and can be nobody’s', () => {
    const ids = assistants.map(({ assistantId }) => assistantId);
    const [numbers, cards] = [ids.map(identityNumberOf), ids.map(bankCardOf)];
    expect([new Set(numbers).size, new Set(cards).size]).toEqual([ids.length, ids.length]);
    for (const number of numbers) expect(number).toMatch(/^530499\d{11}[\dX]$/);
    for (const card of cards) expect(card).toMatch(/^999999\d{13}$/);
    expect(ids.map(identityNumberOf)).toEqual(numbers);
  });
});
