import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { simulateMethods } from '@yuheng/shared/domain/scoring/method-simulation/simulate-methods';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../config/settings';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import type { VersionRow } from './methods.repository';
import { MethodsService, type VersionKey } from './methods.service';
import { SimulationInputs } from './simulation-inputs';

type Simulation = ResponseOf<typeof endpoints.simulateMethodDraft>;

/** Which year, and beside which version. */
export interface SimulationWish {
  readonly year: number;
  readonly against?: number | undefined;
}

type Simulated = Pick<VersionRow, 'program' | 'definition' | 'basedOn'>;

/** A method on the facts of a past year, beside a published version. Nothing is stored. */
@Injectable()
export class SimulateMethodService {
  constructor(
    private readonly source: DataSource,
    private readonly methods: MethodsService,
    private readonly inputs: SimulationInputs,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  ofDraft(account: SignedIn, draft: string, wish: SimulationWish): Promise<Simulation> {
    return scoped(this.source, account.scope, async (tx) =>
      this.simulate(tx, await this.methods.draft(tx, draft), wish),
    );
  }

  ofVersion(account: SignedIn, key: VersionKey, wish: SimulationWish): Promise<Simulation> {
    return scoped(this.source, account.scope, async (tx) =>
      this.simulate(tx, await this.methods.version(tx, key), wish),
    );
  }

  private async simulate(tx: EntityManager, method: Simulated, wish: SimulationWish): Promise<Simulation> {
    const { program, definition } = method;
    const { year } = wish;
    const marked = await this.inputs.marked(tx, program, year);
    const against = await this.beside(tx, method, wish, marked?.version ?? null);
    const units = await this.inputs.units(tx, { program, year }, marked?.round ?? null);
    const outcome = simulateMethods({
      before: against.definition,
      after: definition,
      markedUnder:
        marked && (await this.methods.version(tx, { program, version: marked.version })).definition,
      units,
    });
    if (!outcome.ok) throw new ProblemException('refused', undefined, outcome.refusals);
    const { rescaled, counties } = outcome.value;
    return {
      program,
      year,
      asOf: this.settings.clock.today(),
      demonstration: this.settings.demonstration,
      against: { version: against.version, name: against.name },
      marksOf: marked && { kind: marked.kind, finalisedOn: marked.finalisedOn },
      rescaled: [...rescaled],
      counties: this.places
        .counties(counties.map(({ county }) => county))
        .flatMap(({ id, name }) =>
          counties
            .filter(({ county }) => county === id)
            .map((one) => ({ ...one, name }) as Simulation['counties'][number]),
        ),
    };
  }

  /** The version that was wished for; else the one that it came from, the one of that year, the one in force. */
  private async beside(
    tx: EntityManager,
    { program, basedOn }: Simulated,
    { against }: SimulationWish,
    ofYear: number | null,
  ): Promise<VersionRow> {
    const version = against ?? basedOn ?? ofYear ?? (await this.inputs.inForce(tx, program));
    if (version === null) throw new ProblemException('not-found');
    return this.methods.version(tx, { program, version });
  }
}
