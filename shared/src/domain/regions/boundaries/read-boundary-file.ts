import { pointerToken, refusal, refused, accepted, type Outcome, type Refusal } from '../../refusal';
import type { County } from '../dated-names';
import type { BoundaryPoint, BoundaryPolygon, BoundaryRing, BoundaryShape } from './boundary-shape';

/** More would weigh on every page that draws the map; the file is to be simplified by whoever prepares it. */
export const MOST_BOUNDARY_POINTS = 50_000;
/** Further refusals would not help: a file with twenty wrong features was exported wrongly. */
const MOST_REFUSALS = 20;
/** A map of the whole country holds thousands of neighbours; the first of them show what the file is. */
export const MOST_IGNORED = 20;

export interface ReadBoundaries {
  /** In the order of the counties given; never empty. */
  readonly shapes: readonly BoundaryShape[];
  /** Points of the shapes, the closing one of each ring included. */
  readonly points: number;
  /** Ids of the counties that the file does not draw, in the order given. */
  readonly missing: readonly string[];
  /** Features that are no county of these: neighbours, lines, labels. Left out; the first twenty are told by name. */
  readonly ignored: readonly { readonly index: number; readonly called: string }[];
  /** How many were left out in all. */
  readonly ignoredCount: number;
}

/**
 * Reads a GeoJSON file (RFC 7946) as boundaries of the given counties. A feature is a county's by its code (`adcode`,
 * `code`, `gb` with or without the 156 in front, `PAC`), present or former, else by its `id` where that is a county's code,
 * else by its name, official, former, short or customary. A code of elsewhere is no county of these whatever its name; an
 * `id` of elsewhere says nothing, as it may be a running number. Coordinates stay as they are; a height is dropped. What
 * else a feature says is not kept.
 *
 * Refused: what is no FeatureCollection; a county's feature that is no Polygon or MultiPolygon, has an open ring, one of fewer
 * than four points or one without area, or a place outside −180…180, −90…90 (projected metres); two features of one county;
 * code and name of different counties; no county at all; more than 50,000 points. Pointers lead into the file.
 *
 * Example: a feature with `{"adcode": 530402}` is 红塔's, one with `{"name": "江川县"}` is 江川's.
 */
export function readBoundaryFile(file: unknown, counties: readonly County[]): Outcome<ReadBoundaries> {
  if (!isRecord(file) || file['type'] !== 'FeatureCollection' || !Array.isArray(file['features'])) {
    return refused([
      refusal(
        '',
        '文件不是 GeoJSON 要素集合（FeatureCollection）。请在地图软件中导出为 GeoJSON 后再上传。',
        'The file is not a GeoJSON FeatureCollection. Export it as GeoJSON from the mapping software and load it again.',
      ),
    ]);
  }
  const refusals: Refusal[] = [];
  const found = new Map<string, { readonly index: number; readonly polygons: readonly BoundaryPolygon[] }>();
  const ignored: { index: number; called: string }[] = [];
  let ignoredCount = 0;
  file['features'].forEach((feature: unknown, index) => {
    const pointer = `/features/${index}`;
    const matched = matchFeature(feature, counties);
    if (matched === null) {
      ignoredCount += 1;
      if (ignored.length < MOST_IGNORED) ignored.push({ index, called: nameOf(feature) });
      return;
    }
    if (!matched.ok) {
      refusals.push(refusal(`${pointer}/properties`, matched.zh, matched.en));
      return;
    }
    const { county } = matched;
    const before = found.get(county.id);
    if (before) {
      refusals.push(
        refusal(
          pointer,
          `第${index + 1}个要素与第${before.index + 1}个要素都是${county.shortName}。一个县（市、区）只能有一个要素，多块请合并为 MultiPolygon。`,
          `Features ${before.index + 1} and ${index + 1} are both ${county.shortName}. A county has one feature; join several parts into a MultiPolygon.`,
        ),
      );
      return;
    }
    const polygons = readPolygons(feature, pointer);
    if (polygons.ok) found.set(county.id, { index, polygons: polygons.value });
    else refusals.push(...polygons.refusals);
  });
  if (refusals.length > 0) return refused(refusals.slice(0, MOST_REFUSALS));
  const shapes = counties.flatMap(({ id }) => {
    const one = found.get(id);
    return one ? [{ county: id, polygons: one.polygons }] : [];
  });
  const points = shapes.reduce(
    (sum, { polygons }) => sum + polygons.flat().reduce((n, ring) => n + ring.length, 0),
    0,
  );
  const whole = checkWhole(shapes.length, points);
  if (whole) return refused([whole]);
  const missing = counties.filter(({ id }) => !found.has(id)).map(({ id }) => id);
  return accepted({ shapes, points, missing, ignored, ignoredCount });
}

function checkWhole(shapes: number, points: number): Refusal | null {
  if (shapes === 0) {
    return refusal(
      '/features',
      '文件中没有本地区的县（市、区）。请核对要素属性中的行政区划代码（adcode）或名称（name）。',
      'The file draws none of these counties. Check the code (adcode) or the name (name) in the properties of its features.',
    );
  }
  if (points <= MOST_BOUNDARY_POINTS) return null;
  return refusal(
    '/features',
    `边界共${points}个点，超过${MOST_BOUNDARY_POINTS}个。请在地图软件中简化后再上传。`,
    `The boundaries have ${points} points, more than ${MOST_BOUNDARY_POINTS}. Simplify them in the mapping software and load the file again.`,
  );
}

const CODE_KEYS = ['adcode', 'code', 'gb', 'pac'];
const NAME_KEYS = ['name', 'mc', '名称'];

type Matched =
  | { readonly ok: true; readonly county: County }
  | { readonly ok: false; readonly zh: string; readonly en: string };

/** Null: no county of these. */
function matchFeature(feature: unknown, counties: readonly County[]): Matched | null {
  const written = codeOf(valueOf(feature, CODE_KEYS));
  const code = written === '' ? codeOf(isRecord(feature) ? feature['id'] : undefined) : written;
  const name = nameOf(feature);
  const byCode = counties.find(({ history }) => history.some((part) => part.code === code));
  const byName = counties.find((county) => namesOf(county).includes(name));
  // A code of elsewhere wins: there is more than one 红塔 and 新平 in the country.
  if (written !== '' && !byCode) return null;
  if (byCode && byName && byCode !== byName) {
    return {
      ok: false,
      zh: `代码 ${code} 是${byCode.shortName}，名称却是“${name}”。请改正其中一处。`,
      en: `The code ${code} is ${byCode.shortName}, but the name is “${name}”. Correct one of them.`,
    };
  }
  const county = byCode ?? byName;
  return county ? { ok: true, county } : null;
}

const namesOf = ({ shortName, aliases, history }: County): readonly string[] => [
  shortName,
  ...aliases,
  ...history.map(({ name }) => name),
];

/** Empty where it is no code of a county. */
function codeOf(written: unknown): string {
  const text = typeof written === 'number' || typeof written === 'string' ? String(written).trim() : '';
  // 天地图 writes 156530402: the country in front.
  const digits = /^(?:156)?(\d{6})(?:0{6})?$/.exec(text);
  return digits?.[1] ?? '';
}

function nameOf(feature: unknown): string {
  const written = valueOf(feature, NAME_KEYS);
  return typeof written === 'string' ? written.replaceAll(/\s/g, '').slice(0, 60) : '';
}

/** Keys in any case: shapefiles are exported in capitals. */
function valueOf(feature: unknown, keys: readonly string[]): unknown {
  const properties = isRecord(feature) ? feature['properties'] : null;
  if (!isRecord(properties)) return undefined;
  const own = Object.entries(properties);
  for (const key of keys) {
    const [, value] = own.find(([written]) => written.toLowerCase() === key) ?? [];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function readPolygons(feature: unknown, pointer: string): Outcome<readonly BoundaryPolygon[]> {
  const geometry = isRecord(feature) ? feature['geometry'] : null;
  const kind = isRecord(geometry) ? geometry['type'] : null;
  const coordinates = isRecord(geometry) ? geometry['coordinates'] : null;
  const below = `${pointer}/geometry/coordinates`;
  if (
    !Array.isArray(coordinates) ||
    coordinates.length === 0 ||
    (kind !== 'Polygon' && kind !== 'MultiPolygon')
  ) {
    return refused([
      refusal(
        `${pointer}/geometry`,
        '县（市、区）的边界须为面（Polygon 或 MultiPolygon），且有坐标。',
        'The boundary of a county must be a Polygon or MultiPolygon with coordinates.',
      ),
    ]);
  }
  const polygons: BoundaryPolygon[] = [];
  const parts: readonly unknown[] = kind === 'Polygon' ? [coordinates] : coordinates;
  for (const [at, part] of parts.entries()) {
    const place = kind === 'Polygon' ? below : `${below}/${pointerToken(at)}`;
    if (!Array.isArray(part) || part.length === 0) return refused([ringRefusal(place)]);
    const rings: BoundaryRing[] = [];
    for (const [ringAt, ring] of (part as readonly unknown[]).entries()) {
      const read = readRing(ring, `${place}/${ringAt}`);
      if (!read.ok) return read;
      rings.push(read.value);
    }
    polygons.push(rings);
  }
  return accepted(polygons);
}

function readRing(ring: unknown, pointer: string): Outcome<BoundaryRing> {
  if (!Array.isArray(ring) || ring.length < 4) return refused([ringRefusal(pointer)]);
  const points: BoundaryPoint[] = [];
  for (const [at, point] of (ring as readonly unknown[]).entries()) {
    const [longitude, latitude] = Array.isArray(point) ? (point as readonly unknown[]) : [];
    if (!isWithin(longitude, 180) || !isWithin(latitude, 90)) {
      return refused([
        refusal(
          `${pointer}/${at}`,
          '坐标须为经度、纬度（度）。若是以米为单位的投影坐标，请先转换为经纬度再导出。',
          'Coordinates must be longitude and latitude in degrees. Convert projected metres before exporting.',
        ),
      ]);
    }
    points.push([longitude, latitude]);
  }
  const [first, last] = [points[0], points.at(-1)];
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
  if (!isClosed) return refused([ringRefusal(pointer)]);
  return hasArea(points) ? accepted(points) : refused([flatRefusal(pointer)]);
}

/** What reading decimal degrees into binary leaves of a straight line; a sliver of a centimetre is far wider. */
const STRAIGHT = 1e-13;

/** Whether some point lies off the line through the first point and the one farthest from it. */
function hasArea(points: readonly BoundaryPoint[]): boolean {
  const [first] = points;
  if (!first) return false;
  const steps = points.map(([x, y]) => [x - first[0], y - first[1]] as const);
  const length = ([x, y]: BoundaryPoint): number => Math.abs(x) + Math.abs(y);
  const far = steps.reduce((most, step) => (length(step) > length(most) ? step : most));
  return steps.some((step) => Math.abs(step[0] * far[1] - step[1] * far[0]) > STRAIGHT * length(far));
}

const flatRefusal = (pointer: string): Refusal =>
  refusal(
    pointer,
    '这个环的各点都在一条线上或同一处，没有面积。请在地图软件中修复或删去这个环后再导出。',
    'All points of this ring lie on one line or in one place: it has no area. Repair or remove the ring in the mapping software and export again.',
  );

const ringRefusal = (pointer: string): Refusal =>
  refusal(
    pointer,
    '每个环至少四个点，且首尾两点相同。',
    'A ring has at least four points, and its last point is its first.',
  );

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
