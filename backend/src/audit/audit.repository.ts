import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import type { Interval } from './beijing-days';
import { writableJson } from './writable-json';

/** What an entry may be looked for by; all that is given holds at once. */
export interface Sought extends Interval {
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
  readonly outcome?: string | undefined;
  readonly objectKind?: string | undefined;
  readonly objectId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly personalData?: string | undefined;
}

export interface FoundEntry {
  readonly seq: number;
  readonly at: Date;
  /** Canonical JSON. */
  readonly content: string;
  readonly hash: string;
}

/** An entry as it was hashed, and its hash. */
export interface AuditRecord {
  readonly seq: number;
  readonly record: string;
  readonly hash: string;
}

export interface Seal {
  readonly day: string;
  readonly seq: number;
  readonly hash: string;
}

export interface StoredSeal extends Seal {
  readonly sealedAt: Date;
}

/** The reading side of the trail of this city: through the functions of the migrations, which ask for the duty. */
@Injectable()
export class AuditRepository {
  constructor(private readonly settings: Settings) {}

  /** The latest first, at most so many of them, of those with a smaller number than `below`. */
  async find(tx: EntityManager, sought: Sought, below: number | null, most: number): Promise<FoundEntry[]> {
    const rows = await tx.query<(Omit<FoundEntry, 'seq'> & Numbered)[]>(
      'select * from find_audit($1, $2, $3, $4)',
      [this.settings.cityId, writableJson(sought), below, most],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  /** First and last number of the entries of an interval, and the hash of the last one; null without any. */
  async range(
    tx: EntityManager,
    { since, until }: Interval,
  ): Promise<{ readonly first: number; readonly last: number; readonly head: string } | null> {
    const [row] = await tx.query<{ first: string; last: string; head: string }[]>(
      `select r.first, r.last, h.hash as head from audit_range($1, $2, $3) r
       join lateral audit_records($1, r.last - 1, r.last, 1) h on true`,
      [this.settings.cityId, since, until],
    );
    return row ? { first: Number(row.first), last: Number(row.last), head: row.head } : null;
  }

  /** The entries numbered `after` + 1 to `upto` in order, at most so many of them. */
  async records(
    tx: EntityManager,
    { after, upto, most }: { readonly after: number; readonly upto: number; readonly most: number },
  ): Promise<AuditRecord[]> {
    const rows = await tx.query<(Omit<AuditRecord, 'seq'> & Numbered)[]>(
      'select * from audit_records($1, $2, $3, $4)',
      [this.settings.cityId, after, upto, most],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  /** The latest first. */
  async seals(tx: EntityManager, most: number): Promise<StoredSeal[]> {
    const rows = await tx.query<(Omit<StoredSeal, 'seq'> & Numbered)[]>(
      `select day::text, seq, hash, sealed_at as "sealedAt" from audit_seals($1, $2)`,
      [this.settings.cityId, most],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  /** Seals every day that is over, has entries and is not sealed yet; answers those sealed now, in order. */
  async seal(tx: EntityManager): Promise<Seal[]> {
    const rows = await tx.query<(Omit<Seal, 'seq'> & Numbered)[]>(
      'select day::text, seq, hash from seal_audit($1) order by seq',
      [this.settings.cityId],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }
}

/** As pg gives a bigint. */
interface Numbered {
  readonly seq: string;
}
