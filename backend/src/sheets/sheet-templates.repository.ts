import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { SheetKind } from '@yuheng/shared/domain/sheets/sheet';
import type { EntityManager } from 'typeorm';

type Template = ResponseOf<typeof endpoints.publishSheetTemplate>;
type OtherSheets = ResponseOf<typeof endpoints.listSheetTemplates>['others'];

@Injectable()
export class SheetTemplatesRepository {
  /** Every version, the newest first. */
  async list(
    tx: EntityManager,
    { program, kind }: { readonly program: string; readonly kind: SheetKind },
  ): Promise<Template[]> {
    return tx.query(
      `select program_id as program, kind, version, valid_from as "validFrom", items, rules, reason,
         created_by as "createdBy", to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
       from sheet_template where program_id = $1 and kind = $2 order by version desc`,
      [program, kind],
    );
  }

  /** What the other kinds of sheets of the program ask in their latest versions. */
  async others(
    tx: EntityManager,
    { program, kind }: { readonly program: string; readonly kind: SheetKind },
  ): Promise<OtherSheets> {
    return tx.query(
      `select distinct on (kind) kind, items from sheet_template where program_id = $1 and kind <> $2
       order by kind, version desc`,
      [program, kind],
    );
  }

  /** Of an inspection it is also what its results refer to. */
  async insert(tx: EntityManager, cityId: string, template: Omit<Template, 'createdAt'>): Promise<void> {
    const { program, kind, version, validFrom, items, rules, reason, createdBy } = template;
    await tx.query(
      `insert into sheet_template (city_id, program_id, kind, version, valid_from, items, rules, reason, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
      [
        cityId,
        program,
        kind,
        version,
        validFrom,
        JSON.stringify(items),
        JSON.stringify(rules),
        reason,
        createdBy,
      ],
    );
    if (kind !== 'inspection') return;
    await tx.query(
      `insert into inspection_template (city_id, program_id, version, valid_from, items)
       values ($1, $2, $3, ($4 || '-01')::date, $5)`,
      [cityId, program, version, validFrom, JSON.stringify(items)],
    );
  }
}
