/** Longitude and latitude in degrees. */
export type BoundaryPoint = readonly [longitude: number, latitude: number];
/** A closed ring: its last point is its first. */
export type BoundaryRing = readonly BoundaryPoint[];
/** One polygon: its outline, then its holes. */
export type BoundaryPolygon = readonly BoundaryRing[];

/** The boundary of one county, be it of several parts. */
export interface BoundaryShape {
  readonly county: string;
  readonly polygons: readonly BoundaryPolygon[];
}
