import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings } from '../config/settings';
import { anonymousCountyName } from '../demonstration/anonymous-names';
import { PlacesRepository, type PlaceRow } from './places.repository';

/**
 * The places of the installation with the names in force today, read once at start: they change by law, not by use.
 * With YUHENG_DEMO_NAMES=anonymous counties are called 演示甲县 … 演示壬县, so that a picture names nobody.
 */
@Injectable()
export class PlacesService implements OnModuleInit {
  private rows: readonly PlaceRow[] = [];
  private byId = new Map<string, PlaceRow>();

  constructor(
    private readonly places: PlacesRepository,
    private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    const rows = await this.places.on(this.settings.clock.today());
    this.rows = this.settings.environment.anonymousNames ? anonymised(rows) : rows;
    this.byId = new Map(this.rows.map((row) => [row.id, row]));
  }

  all(): readonly PlaceRow[] {
    return this.rows;
  }

  /** The counties among the given ids, in official order. */
  counties(ids: readonly string[]): readonly PlaceRow[] {
    return this.rows.filter((row) => row.kind === 'county' && ids.includes(row.id));
  }

  find(id: string): PlaceRow | undefined {
    return this.byId.get(id);
  }

  nameOf(id: string): string {
    return this.byId.get(id)?.name ?? id;
  }
}

function anonymised(rows: readonly PlaceRow[]): PlaceRow[] {
  const counties = rows.filter((row) => row.kind === 'county').map((row) => row.id);
  const offices = rows.filter((row) => row.kind === 'office').map((row) => row.id);
  return rows.map((row) => {
    if (row.kind === 'county')
      return { ...row, name: anonymousCountyName(counties.indexOf(row.id)), code: '' };
    if (row.kind === 'office') return { ...row, name: `演示司法所 ${offices.indexOf(row.id) + 1}`, code: '' };
    return row.kind === 'city' ? { ...row, name: '演示市', code: '' } : row;
  });
}
