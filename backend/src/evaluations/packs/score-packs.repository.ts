import { Injectable } from '@nestjs/common';
import type { ScoreEntry } from '@yuheng/shared/domain/evaluating/score-entry';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { EvidenceRow } from './pack-evidence';
import type { ManifestRow, PackManifest } from './pack-layout';
import { ScorePackReturnEntity } from './score-pack-return.entity';
import { ScorePackEntity } from './score-pack.entity';

export interface PackRecord {
  readonly pack: string;
  readonly round: string;
  readonly issuedAt: string;
  readonly validUntil: IsoDate;
  readonly methodVersion: number;
  readonly manifest: PackManifest;
  readonly sha256: string;
  readonly takenBackAt: string | null;
}

export interface IssuedEntry extends ScoreEntry {
  readonly county: string;
  readonly indicator: string;
}

/** The documents of a county that one pack names at most. */
const MOST_DOCUMENTS = 500;

const INSTANT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const PACKS = `
  select p.pack_id as pack, p.round_id as round, ${INSTANT('p.issued_at')} as "issuedAt", p.valid_until::text as "validUntil",
    p.method_version as "methodVersion", p.manifest, p.sha256,
    (select ${INSTANT('max(r.applied_at)')} from score_pack_return r where r.city_id = p.city_id and r.pack_id = p.pack_id)
      as "takenBackAt"
  from score_pack p`;

/** Packs and what came back of them; row security shows each evaluator the own ones only. */
@Injectable()
export class ScorePacksRepository {
  async insert(tx: EntityManager, row: ScorePackEntity): Promise<void> {
    await tx.insert(ScorePackEntity, { ...row, manifest: row.manifest as object });
  }

  async find(tx: EntityManager, pack: string): Promise<PackRecord | null> {
    const rows = await tx.query<PackRecord[]>(`${PACKS} where p.pack_id = $1`, [pack]);
    return rows[0] ?? null;
  }

  async ofRound(tx: EntityManager, round: string): Promise<PackRecord[]> {
    return tx.query(`${PACKS} where p.round_id = $1 order by p.issued_at desc`, [round]);
  }

  /** The documents that the open counties have stored from a day on, counties in official order, the newest first. */
  async evidence(tx: EntityManager, counties: readonly string[], from: IsoDate): Promise<EvidenceRow[]> {
    return tx.query(
      `select * from (
         select e.county_id as county, e.file_id as file, e.file_name as name, e.media_type as "mediaType", e.size, e.sha256,
           (e.uploaded_at at time zone 'Asia/Shanghai')::date::text as "uploadedOn", p.sort_order,
           row_number() over (partition by e.county_id order by e.uploaded_at desc, e.file_id) as number
         from evidence_file e join place p on p.place_id = e.county_id
         where e.county_id = any($1) and e.uploaded_at >= $2::date) found
       where number <= ${MOST_DOCUMENTS} order by sort_order, number`,
      [counties, from],
    );
  }

  async content(tx: EntityManager, { county, file }: EvidenceRow): Promise<Buffer> {
    const rows = await tx.query<{ content: Buffer }[]>(
      'select content from evidence_file where county_id = $1 and file_id = $2',
      [county, file],
    );
    const [found] = rows;
    if (!found) throw new Error(`The document ${file} of ${county} is not there any more.`);
    return found.content;
  }

  /** What was stored when a pack was made, by its versions. */
  async issuedEntries(
    tx: EntityManager,
    { round, account }: { readonly round: string; readonly account: string },
    rows: readonly ManifestRow[],
  ): Promise<IssuedEntry[]> {
    return tx.query(
      `select v.county_id as county, v.indicator_id as indicator, v.value, v.remarks, v.confirmed
       from jsonb_to_recordset($3) as one(county text, indicator text, version integer)
       join score_entry_version v on v.round_id = $1 and v.account_id = $2 and v.county_id = one.county
         and v.indicator_id = one.indicator and v.version = one.version`,
      [round, account, JSON.stringify(rows)],
    );
  }

  async insertReturn(tx: EntityManager, row: ScorePackReturnEntity): Promise<void> {
    await tx.insert(ScorePackReturnEntity, { ...row, content: row.content as object });
  }

  async findReturn(tx: EntityManager, round: string, id: string): Promise<ScorePackReturnEntity | null> {
    const [pack] = await this.packOfReturn(tx, round, id);
    return pack ? tx.findOneBy(ScorePackReturnEntity, { returnId: id }) : null;
  }

  async result(
    tx: EntityManager,
    round: string,
    id: string,
  ): Promise<Pick<ScorePackReturnEntity, 'fileName' | 'result'> | null> {
    const [pack] = await this.packOfReturn(tx, round, id);
    if (!pack) return null;
    return tx.findOne(ScorePackReturnEntity, {
      where: { returnId: id },
      select: { cityId: true, returnId: true, fileName: true, result: true },
    });
  }

  /** The day on which the same workbook was taken over; null: never. */
  async takenBackOn(tx: EntityManager, pack: string, sha256: string): Promise<IsoDate | null> {
    const rows = await tx.query<{ on: IsoDate }[]>(
      `select (applied_at at time zone 'Asia/Shanghai')::date::text as "on" from score_pack_return
       where pack_id = $1 and sha256 = $2 and applied_at is not null`,
      [pack, sha256],
    );
    return rows[0]?.on ?? null;
  }

  async setApplied(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query('update score_pack_return set applied_at = $2 where return_id = $1', [id, at]);
  }

  private packOfReturn(tx: EntityManager, round: string, id: string): Promise<unknown[]> {
    return tx.query(
      `select 1 from score_pack_return r join score_pack p on p.city_id = r.city_id and p.pack_id = r.pack_id
       where p.round_id = $1 and r.return_id = $2`,
      [round, id],
    );
  }
}
