import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { DataSource } from 'typeorm';
import type { PlaceKind } from '../identity/signed-in';

export interface PlaceRow {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly parent: string | null;
  readonly name: string;
  readonly code: string;
  readonly row: number | null;
  readonly column: number | null;
}

/** Places are reference data without a scope: names and codes in force on one day, in official order. */
@Injectable()
export class PlacesRepository {
  constructor(private readonly source: DataSource) {}

  async on(day: IsoDate): Promise<PlaceRow[]> {
    return this.source.query(
      `select p.place_id as id, p.kind, p.parent_id as parent, n.name, n.code, p.tile_row as row, p.tile_column as column
       from place p
       join place_name n on n.place_id = p.place_id
        and n.valid_from <= $1::date and (n.valid_until is null or n.valid_until >= $1::date)
       order by p.sort_order`,
      [day],
    );
  }

  /** Every name that any place ever had. */
  async everyName(): Promise<{ placeId: string; name: string }[]> {
    return this.source.query('select place_id as "placeId", name from place_name');
  }
}
