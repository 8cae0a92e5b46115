/** Boundaries that the user brought: degrees of longitude and latitude, as in GeoJSON. */
export interface Boundary {
  /** 审图号; empty while nobody has given it. */
  readonly reviewNumber: string;
  readonly shapes: readonly {
    /** The county's id. */
    readonly county: string;
    /** Polygons of rings of [longitude, latitude]; the first ring is the outer one. */
    readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[];
  }[];
}

export interface Fitted {
  readonly height: number;
  /** By the county's id: its outline, and where its words stand. */
  readonly outlines: ReadonlyMap<string, { readonly path: string; readonly x: number; readonly y: number }>;
}

/** Where the outlines may stand, in px. */
export interface Room {
  readonly width: number;
  /** The greatest height. */
  readonly most: number;
  readonly top: number;
}

type Place = readonly [number, number];

const isPlace = (place: unknown): place is Place =>
  Array.isArray(place) && place.length >= 2 && place.slice(0, 2).every((one) => Number.isFinite(one));

/**
 * Outlines for a width: degrees of longitude are shortened by the cosine of the middle latitude, which is enough for a
 * city. Null where there is nothing that can be drawn: no shape, or a place that is no place on earth.
 */
export function fitBoundary({ shapes }: Boundary, { width, most, top }: Room): Fitted | null {
  const places = shapes.flatMap(({ polygons }) => polygons.flat(2));
  if (places.length === 0 || !places.every(isPlace)) return null;
  const [west, east] = range(places.map(([longitude]) => longitude));
  const [south, north] = range(places.map(([, latitude]) => latitude));
  if (west < -180 || east > 180 || south < -90 || north > 90 || east === west || north === south) return null;
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(width / ((east - west) * narrow), most / (north - south));
  const left = (width - (east - west) * narrow * scale) / 2;
  const project = ([longitude, latitude]: Place): Place => [
    left + (longitude - west) * narrow * scale,
    top + (north - latitude) * scale,
  ];
  return {
    height: (north - south) * scale,
    outlines: new Map(
      shapes
        .filter(({ polygons }) => polygons.flat(2).length > 0)
        .map(({ county, polygons }) => {
          const rings = polygons.map((polygon) => polygon.map((ring) => ring.map(project)));
          const [x, y] = middleOf(rings.map(([outer]) => outer ?? []));
          return [county, { path: rings.flat().map(toPath).join(''), x, y }] as const;
        }),
    ),
  };
}

function range(values: readonly number[]): readonly [number, number] {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
    Infinity,
    -Infinity,
  ] as const);
}

const toPath = (ring: readonly Place[]): string =>
  ring.length === 0 ? '' : `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

/** Twice the area, and the centroid of the largest outer ring. */
function middleOf(rings: readonly (readonly Place[])[]): Place {
  const weighed = rings.map((ring) => {
    let [area, x, y] = [0, 0, 0];
    ring.forEach((from, at) => {
      const to = ring[(at + 1) % ring.length] ?? from;
      const cross = from[0] * to[1] - to[0] * from[1];
      area += cross;
      x += (from[0] + to[0]) * cross;
      y += (from[1] + to[1]) * cross;
    });
    return area === 0
      ? { area: 0, place: ring[0] ?? ([0, 0] as const) }
      : { area: Math.abs(area), place: [x / (3 * area), y / (3 * area)] as const };
  });
  return weighed.reduce((best, one) => (one.area > best.area ? one : best)).place;
}
