import type { SignedIn } from '../identity/signed-in';
import type { PlaceRow } from './places.repository';
import { presentCounties } from './present-counties';

const place = (id: string, kind: PlaceRow['kind'], parent: string | null): PlaceRow => ({
  ...{ id, kind, parent, name: id.toUpperCase(), code: id },
  ...{ row: null, column: null },
});
const ALL = [
  place('cn', 'nation', null),
  place('p1', 'province', 'cn'),
  place('p2', 'province', 'cn'),
  place('c1', 'city', 'p1'),
  place('c2', 'city', 'p1'),
  place('c3', 'city', 'p2'),
  place('a', 'county', 'c1'),
  place('b', 'county', 'c2'),
  place('d', 'county', 'c3'),
  place('e', 'office', 'a'),
];
const places = {
  all: () => ALL,
  counties: (ids: readonly string[]) => ALL.filter(({ id }) => ids.includes(id)),
};
const seenFrom = (id: string, counties: string[]) => {
  const kind = ALL.find((one) => one.id === id)?.kind ?? 'city';
  const reader = { place: { id, kind, name: id }, scope: { counties } } as unknown as SignedIn;
  const list = presentCounties(places, reader);
  return {
    counties: list.counties.map((one) => `${one.id}${one.open ? '' : ' (elsewhere)'}`),
    cities: list.cities.map((one) => `${one.name}/${one.province}`),
    sentence: list.sentence.zh,
  };
};

test('a city’s reader is told of its own counties alone, whatever other places there are', () => {
  expect(seenFrom('c1', ['a'])).toEqual({
    counties: ['a'],
    cities: ['C1/null'],
    sentence: '共 1 个县（市、区）。',
  });
});

test('above the city every county below the place is listed, and which of them can be opened here', () => {
  expect(seenFrom('p1', ['a'])).toEqual({
    counties: ['a', 'b (elsewhere)'],
    cities: ['C1/null', 'C2/null'],
    sentence: '共 2 个县（市、区），分属 2 个市（州）。',
  });
  expect(seenFrom('cn', ['a'])).toEqual({
    counties: ['a', 'b (elsewhere)', 'd (elsewhere)'],
    cities: ['C1/P1', 'C2/P1', 'C3/P2'],
    sentence: '共 3 个县（市、区），分属 3 个市（州）。',
  });
});

test('who reads no county is told of none, wherever the account stands', () => {
  expect(seenFrom('cn', []).counties).toEqual([]);
});
