import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings';
import { anonymised, nameReplacer } from './anonymous-places';
import { PlacesRepository, type PlaceRow } from './places.repository';
import { readRegions } from './regions-file';

/**
 * The places of the installation with the names in force today, read once at start: they change by law, not by use.
 * With YUHENG_DEMO_NAMES=anonymous counties are called 演示甲县 … 演示壬县, so that a picture names nobody.
 */
@Injectable()
export class PlacesService implements OnModuleInit {
  private rows: readonly PlaceRow[] = [];
  private byId = new Map<string, PlaceRow>();
  private replaceNames: (value: unknown) => unknown = (value) => value;

  constructor(
    private readonly places: PlacesRepository,
    private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    const rows = await this.places.on(this.settings.clock.today());
    this.rows = this.settings.environment.anonymousNames ? anonymised(rows) : rows;
    this.byId = new Map(this.rows.map((row) => [row.id, row]));
    if (!this.settings.environment.anonymousNames) return;
    const shown = new Map(this.rows.filter(isHidden).map((row) => [row.id, row.name]));
    this.replaceNames = nameReplacer([...(await this.places.everyName()), ...customaryNames()], shown);
  }

  /** A value as it may be shown: with anonymous names the places' real ones are replaced in all of its texts. */
  asShown<Value>(value: Value): Value {
    return this.replaceNames(value) as Value;
  }

  all(): readonly PlaceRow[] {
    return this.rows;
  }

  /** The counties among the given ids, in official order. */
  counties(ids: readonly string[]): readonly PlaceRow[] {
    const wanted = new Set(ids);
    return this.rows.filter((row) => row.kind === 'county' && wanted.has(row.id));
  }

  find(id: string): PlaceRow | undefined {
    return this.byId.get(id);
  }

  nameOf(id: string): string {
    return this.byId.get(id)?.name ?? id;
  }
}

const isHidden = ({ kind }: PlaceRow): boolean => kind === 'city' || kind === 'county' || kind === 'office';

/** Former and customary names that official texts print. */
const customaryNames = (): { placeId: string; name: string }[] =>
  readRegions().counties.flatMap(({ id, aliases }) => aliases.map((name) => ({ placeId: id, name })));
