import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { countyListSentence } from '@yuheng/shared/domain/sentences/county-list';
import type { SignedIn } from '../identity/signed-in';
import type { PlaceRow } from './places.repository';
import type { PlacesService } from './places.service';

type List = ResponseOf<typeof endpoints.listCounties>;

/**
 * The counties of a reader in official order with their cities, from memory: those of the scope, and for who stands above the
 * city every county below that place, of which the scope says which can be opened here.
 */
export function presentCounties(
  places: Pick<PlacesService, 'counties' | 'all'>,
  { place, scope }: Pick<SignedIn, 'place' | 'scope'>,
): List {
  const isAbove = place.kind === 'province' || place.kind === 'nation';
  const all = places.all();
  const inScope = new Set(scope.counties);
  // Whoever reads no county at all, such as an administrator, is told of none.
  const shown = isAbove && inScope.size > 0 ? countiesBelow(all, place.id) : places.counties(scope.counties);
  const counties = shown.map(({ id, name, code, parent, row, column }) => ({
    ...{ id, name, code },
    city: parent ?? '',
    tile: { row: row ?? 0, column: column ?? 0 },
    open: inScope.has(id),
  }));
  const read = new Set(counties.map(({ city }) => city));
  const found = all.filter(({ id, kind }) => kind === 'city' && read.has(id));
  const severalProvinces = new Set(found.map(({ parent }) => parent)).size > 1;
  const byId = new Map(all.map((one) => [one.id, one]));
  const cities = found.map(({ id, name, parent }) => ({
    ...{ id, name },
    province: severalProvinces ? (byId.get(parent ?? '')?.name ?? null) : null,
  }));
  return { sentence: countyListSentence(counties.length, cities.length), cities, counties };
}

function countiesBelow(all: readonly PlaceRow[], place: string): PlaceRow[] {
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const isBelow = (id: string | null): boolean => {
    for (let at = id; at !== null; at = parents.get(at) ?? null) if (at === place) return true;
    return false;
  };
  return all.filter(({ kind, parent }) => kind === 'county' && isBelow(parent));
}
