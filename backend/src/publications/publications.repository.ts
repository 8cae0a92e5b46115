import { Injectable } from '@nestjs/common';
import type { StoredText } from '@yuheng/shared/contract/publications';
import { fen } from '@yuheng/shared/domain/money/fen';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { PublicationAmountEntity } from './publication-amount.entity';
import { PublicationProgramEntity } from './publication-program.entity';
import { PublicationEntity } from './publication.entity';
import type { ReadPublication } from './read-publication';

/** What of a project is kept as it was read; amounts have a table of their own. */
type Content = Pick<
  StoredText['programs'][number],
  'statedTotal' | 'policyBases' | 'implementingUnits' | 'plan' | 'results'
>;

export interface ListedPublication {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly fileName: string;
  readonly loadedAt: string;
  readonly programs: { name: string; program: 'assistants' | 'mediation' | null; totalFen: number }[];
}

/** The published split of one program and year; the newest text not after the year asked for. */
export interface PublishedAmount {
  readonly year: number;
  readonly county: string;
  readonly fen: number;
  readonly posts: number | null;
}

/** One year's split as a text prints it, with the text itself. */
export interface PublishedSplit {
  readonly year: number;
  readonly title: string;
  readonly text: string;
  readonly amounts: readonly { county: string; fen: number; posts: number | null; sentence: string }[];
}

/** One text a year: uq of city and year keeps it so, also between two officers who load at the same moment. */
@Injectable()
export class PublicationsRepository {
  async insert(
    tx: EntityManager,
    { text, raw }: ReadPublication,
    by: { cityId: string; loadedBy: string | null; loadedAt: Date },
  ): Promise<void> {
    const { cityId } = by;
    const { year } = text;
    await tx.insert(PublicationEntity, {
      ...by,
      year,
      publicationId: randomUUID(),
      title: text.title,
      fileName: text.fileName,
      sha256: text.sha256,
      text: raw,
      notes: text.notes as never,
    });
    for (const { ordinal, program, name, totalFen, amounts, ...content } of text.programs) {
      await tx.insert(PublicationProgramEntity, {
        cityId,
        year,
        ordinal,
        programId: program,
        name,
        totalFen: fen(totalFen),
        content: content satisfies Content as never,
      });
      await tx.insert(
        PublicationAmountEntity,
        amounts.map(({ county, fen: amount, name: _, ...rest }) => ({
          cityId,
          year,
          ordinal,
          countyId: county,
          fen: fen(amount),
          ...rest,
        })),
      );
    }
  }

  async list(tx: EntityManager): Promise<ListedPublication[]> {
    return tx.query(`
      select p.publication_id as id, p.year, p.title, p.file_name as "fileName",
             to_char(p.loaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "loadedAt",
             (select json_agg(json_build_object('name', g.name, 'program', g.program_id, 'totalFen', g.total_fen) order by g.ordinal)
              from publication_program g where g.city_id = p.city_id and g.year = p.year) as programs
      from publication p order by p.year desc`);
  }

  async find(tx: EntityManager, year: number): Promise<(StoredText & { text: string }) | null> {
    const found = await tx.findOneBy(PublicationEntity, { year });
    if (!found) return null;
    const programs = await tx.find(PublicationProgramEntity, { where: { year }, order: { ordinal: 'ASC' } });
    const amounts = await tx.find(PublicationAmountEntity, {
      where: { year },
      order: { line: 'ASC', ordinal: 'ASC' },
    });
    return {
      id: found.publicationId,
      year,
      title: found.title,
      fileName: found.fileName,
      sha256: found.sha256,
      loadedAt: found.loadedAt.toISOString(),
      loadedBy: found.loadedBy,
      text: found.text,
      notes: found.notes as StoredText['notes'],
      programs: programs.map((one) => ({
        ...(one.content as Content),
        ordinal: one.ordinal,
        name: one.name,
        program: one.programId as 'assistants' | 'mediation' | null,
        totalFen: one.totalFen,
        amounts: amounts
          .filter((amount) => amount.ordinal === one.ordinal)
          .map((amount) => ({
            county: amount.countyId,
            name: amount.nameAsPrinted,
            nameAsPrinted: amount.nameAsPrinted,
            fen: amount.fen,
            numeralAsPrinted: amount.numeralAsPrinted,
            unit: amount.unit as '元' | '万元',
            sentence: amount.sentence,
            line: amount.line,
            posts: amount.posts,
          })),
      })),
    };
  }

  /** Every year's published split of a program, ascending, with the text that prints it. */
  async everySplit(tx: EntityManager, program: string): Promise<PublishedSplit[]> {
    return tx.query(
      `select p.year, p.title, p.text,
         (select json_agg(json_build_object('county', a.county_id, 'fen', a.fen, 'posts', a.posts, 'sentence', a.sentence)
            order by a.line, a.county_id)
          from publication_amount a where a.city_id = g.city_id and a.year = g.year and a.ordinal = g.ordinal) as amounts
       from publication_program g join publication p on p.city_id = g.city_id and p.year = g.year
       where g.program_id = $1 order by p.year`,
      [program],
    );
  }

  /** The split in force for a year: that of the newest text up to it, or none. */
  async amountsInForce(tx: EntityManager, program: string, year: number): Promise<PublishedAmount[]> {
    return tx.query(
      `select a.year, a.county_id as county, a.fen::float8 as fen, a.posts
       from publication_program g
       join publication_amount a on a.city_id = g.city_id and a.year = g.year and a.ordinal = g.ordinal
       where g.program_id = $1 and g.year = (
         select max(x.year) from publication_program x where x.program_id = $1 and x.year <= $2)`,
      [program, year],
    );
  }
}
