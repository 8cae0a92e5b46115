import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FieldSampleEntity } from './field-sample.entity';
import type { FieldworkKey } from './fieldwork-round';

/** A person of the roster who was on post in the year. */
export interface PostRow {
  readonly id: string;
  /** Null once it was erased. */
  readonly name: string | null;
  readonly office: string | null;
  readonly since: string;
}

/** 抽查. */
@Injectable()
export class FieldSamplesRepository {
  ofCounty(tx: EntityManager, key: FieldworkKey): Promise<FieldSampleEntity[]> {
    return tx.find(FieldSampleEntity, { where: { ...key }, order: { number: 'ASC' } });
  }

  find(tx: EntityManager, key: FieldworkKey, sampleId: string): Promise<FieldSampleEntity | null> {
    return tx.findOne(FieldSampleEntity, {
      where: { ...key, sampleId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Adds a draw under the next number of the county. */
  async add(tx: EntityManager, drawn: Omit<FieldSampleEntity, 'number'>): Promise<FieldSampleEntity> {
    const { cityId, roundId, countyId } = drawn;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 63))', [`${roundId}/${countyId}`]);
    const number = 1 + (await tx.countBy(FieldSampleEntity, { cityId, roundId, countyId }));
    const row = { ...drawn, number };
    await tx.insert(FieldSampleEntity, row as never);
    return row;
  }

  async saveResults(
    tx: EntityManager,
    row: FieldSampleEntity,
    results: readonly object[],
  ): Promise<FieldSampleEntity> {
    const { cityId, roundId, countyId, sampleId } = row;
    const version = row.version + 1;
    await tx.update(
      FieldSampleEntity,
      { cityId, roundId, countyId, sampleId },
      {
        results,
        version,
      },
    );
    return { ...row, results, version };
  }

  /** Who was on post at some time of a year, with the first day there. */
  async onPost(tx: EntityManager, county: string, year: number): Promise<PostRow[]> {
    return tx.query(
      `select a.assistant_id as id, a.name, a.office_id as office, min(p.from_day)::text as since
       from assistant a join assistant_post p using (city_id, county_id, assistant_id)
       where a.county_id = $1 and p.from_day <= make_date($2, 12, 31)
         and (p.until_day is null or p.until_day >= make_date($2, 1, 1))
       group by a.assistant_id, a.name, a.office_id`,
      [county, year],
    );
  }
}
