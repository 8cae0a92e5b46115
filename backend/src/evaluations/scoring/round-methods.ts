import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { sectionOf } from '@yuheng/shared/domain/evaluating/method-sections';
import { compileMethod, type CompiledMethod } from '@yuheng/shared/domain/scoring/compile-method';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import type { EntityManager } from 'typeorm';
import { plannedQuery, type PlannedStatement } from '../../database/planned-query';

export interface RoundMethod {
  readonly version: number;
  readonly name: Bilingual;
  readonly definition: Method;
  readonly compiled: CompiledMethod;
  /** The first-level indicator of each leaf, by which work is assigned. */
  readonly sectionOfLeaf: ReadonlyMap<string, string>;
}

/** Each saved entry asks for its method, and rounds under way use few of them. */
const KEPT = 16;

const METHOD: PlannedStatement = {
  name: 'round-method',
  text: 'select name, definition from evaluation_method where program_id = $1 and version = $2',
};

/** The methods of rounds, checked once: a published version never changes, so it is kept. */
@Injectable()
export class RoundMethods {
  private readonly kept = new Map<string, RoundMethod>();

  async read(tx: EntityManager, program: string, version: number): Promise<RoundMethod> {
    const key = `${program}/${version}`;
    const kept = this.kept.get(key);
    if (kept) return kept;
    const rows = await plannedQuery<Pick<RoundMethod, 'name' | 'definition'>>(tx, METHOD, [program, version]);
    const [row] = rows;
    if (!row) throw new Error(`Method version ${version} of ${program} is not there for this account.`);
    const compiled = compileMethod(row.definition);
    if (!compiled.ok) throw new Error(`Method version ${version} of ${program} was published unsound.`);
    const { name, definition } = row;
    const sections = compiled.value.leaves.map(({ id }): [string, string] => [
      id,
      sectionOf(definition, id) ?? id,
    ]);
    const method = { version, name, definition, compiled: compiled.value, sectionOfLeaf: new Map(sections) };
    if (this.kept.size >= KEPT) this.kept.delete([...this.kept.keys()][0] ?? '');
    this.kept.set(key, method);
    return method;
  }
}
