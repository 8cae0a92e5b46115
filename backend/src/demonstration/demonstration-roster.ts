import {
  addMonths,
  daysOfMonth,
  firstDay,
  isoDate,
  lastDay,
  type YearMonth,
} from '@yuheng/shared/domain/period/year-month';
import type { AssistantPostEntity } from '../roster/assistant-post.entity';
import type { AssistantEntity } from '../roster/assistant.entity';
import { personsIn, storyOf } from './county-stories';
import type { CountyKey } from './demonstration-county';
import { DEMONSTRATION_DAY, FIRST_MONTH, LAST_MONTH } from './demonstration-day';
import { keyedGenerator } from './keyed-generator';
import { nameBasedUuid } from './name-based-uuid';

export interface DemonstrationRoster {
  readonly assistants: readonly AssistantEntity[];
  readonly assistantPosts: readonly AssistantPostEntity[];
}

interface Person {
  readonly number: number;
  readonly from: string;
  readonly until: string | null;
}

const LEFT = '合同期满不再续签';

/**
 * The people behind the counts: in every gathered month as many are on post as the wage sheet of the month says, all of
 * them for the whole month, so that the day rule changes nothing. They are called 演示人员 with a number, so that they
 * bear nobody's name; their numbers are filled in by the server, which has the keys.
 */
export function demonstrationRoster({ cityId, county }: CountyKey): DemonstrationRoster {
  const people = peopleOf({ cityId, county });
  const keyOf = ({ number }: Person) => ({
    cityId,
    countyId: county.id,
    assistantId: nameBasedUuid(`assistant/${county.id}/${number}`),
  });
  return {
    assistants: people.map((person): AssistantEntity => {
      const chance = keyedGenerator(`assistant/${county.id}/${person.number}`);
      const kind = chance.between(0, 9);
      return {
        ...keyOf(person),
        name: `演示人员${String(person.number).padStart(3, '0')}`,
        ...{ identityCipher: null, identityHash: null, cardCipher: null },
        employment: kind < 6 ? 'laborContract' : kind < 9 ? 'laborDispatch' : 'publicWelfarePost',
        officeId: chance.between(0, 3) === 0 ? county.firstOffice : null,
        contractFrom: person.from,
        contractUntil: person.until ?? '2027-12-31',
        insuredSince: person.from,
        ...{ demonstration: true, version: 1, enteredBy: null, erasedAt: null },
        enteredAt: new Date(`${DEMONSTRATION_DAY}T00:00:00Z`),
      };
    }),
    assistantPosts: people.map((person): AssistantPostEntity => ({
      ...keyOf(person),
      fromDay: person.from,
      untilDay: person.until,
      reason: person.until === null ? null : LEFT,
    })),
  };
}

/** Month by month as many come or go as the story wants: who came first goes first, on the last day of a month. */
function peopleOf({ county }: CountyKey): Person[] {
  const story = storyOf(county.id);
  const people: Person[] = [];
  const present: number[] = [];
  for (let month = FIRST_MONTH; month <= LAST_MONTH; month = addMonths(month, 1)) {
    const wanted = county.posts - personsIn(story.vacancies, month);
    while (present.length > wanted) leave(people, present, month);
    while (present.length < wanted) {
      present.push(people.length);
      const from = month === FIRST_MONTH ? earlierDay(county.id, people.length) : firstDay(month);
      people.push({ number: people.length + 1, from, until: null });
    }
  }
  return people;
}

function leave(people: Person[], present: number[], month: YearMonth): void {
  const at = present.shift();
  const person = at === undefined ? undefined : people[at];
  if (at === undefined || !person) throw new Error('Nobody is left who could leave a post.');
  people[at] = { ...person, until: lastDay(addMonths(month, -1)) };
}

/** Those of the first month came at some time in the years before. */
function earlierDay(county: string, person: number): string {
  const chance = keyedGenerator(`came/${county}/${person}`);
  const month = addMonths(FIRST_MONTH, -chance.between(1, 60));
  return isoDate(`${month}-${String(chance.between(1, daysOfMonth(month))).padStart(2, '0')}`);
}
