import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FieldSample } from '@yuheng/shared/contract/fieldwork-papers';
import { drawSample } from '@yuheng/shared/domain/evaluating/draw-sample';
import { checkSampleResults } from '@yuheng/shared/domain/evaluating/sample-results';
import { LARGEST_SEED } from '@yuheng/shared/domain/simulation/generator';
import { randomInt, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { refuseOutdated } from '../http/refuse-outdated';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { PlacesService } from '../regions/places.service';
import { FieldSamplesRepository } from './field-samples.repository';
import { FieldworkAccessService, type OfCounty } from './fieldwork-access.service';
import type { FieldworkRound } from './fieldwork-round';
import { presentSample } from './present-fieldwork';
import { acceptedOrRefused, refuseAny } from './refuse-any';

type Target = ParamsOf<typeof endpoints.checkFieldSample> & { readonly version: number };
type Member = FieldSample['members'][number];

/** 张三 is 张*, 欧阳建国 is 欧*国: enough for the county to find the person by office and first day. */
function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return `${first}*${rest.length > 1 ? rest.at(-1) : ''}`;
}

/** 抽查: the program draws, so that nobody chooses whom to look at; each draw stays, with its seed. */
@Injectable()
export class FieldSamplesService {
  constructor(
    private readonly access: FieldworkAccessService,
    private readonly samples: FieldSamplesRepository,
    private readonly places: PlacesService,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async draw(
    act: Act,
    account: SignedIn,
    asked: OfCounty,
    { population, size }: BodyOf<typeof endpoints.drawFieldSample>,
  ): Promise<FieldSample> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldwork', id: `${key.roundId}/${key.countyId}` } });
    return this.trail.record(act, scope, async (tx) => {
      const round = await this.access.openRound(tx, key.roundId);
      const members =
        population === 'posts' ? await this.posts(tx, key.countyId, round) : this.offices(key.countyId);
      const seed = randomInt(LARGEST_SEED + 1);
      const drawn = acceptedOrRefused(drawSample({ members: members.map(({ id }) => id), size, seed }));
      const row = await this.samples.add(tx, {
        ...{ ...key, sampleId: randomUUID(), population, seed, members, drawn, results: [], version: 1 },
        ...{ drawnBy: account.username, drawnOn: this.settings.clock.today() },
      });
      act.note({ object: { kind: 'fieldSample', id: row.sampleId }, after: { population, seed, size } });
      return presentSample(row, new Map([[account.username, account.name]]));
    });
  }

  async check(
    act: Act,
    account: SignedIn,
    { sample, version, ...asked }: Target,
    { results }: BodyOf<typeof endpoints.checkFieldSample>,
  ): Promise<FieldSample> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldSample', id: sample } });
    return this.trail.record(act, scope, async (tx) => {
      await this.access.openRound(tx, key.roundId);
      const row = await this.samples.find(tx, key, sample);
      if (!row) throw new ProblemException('not-found');
      refuseOutdated(version, row.version);
      refuseAny(checkSampleResults(row.drawn as string[], results));
      const saved = await this.samples.saveResults(tx, row, results);
      act.note({ after: { checked: results.length, wrong: results.filter(({ agrees }) => !agrees).length } });
      return presentSample(saved, new Map([[account.username, account.name]]));
    });
  }

  /** Of people a masked name: the county finds them by office and first day, and nothing has to be erased later. */
  private async posts(tx: EntityManager, county: string, { year }: FieldworkRound): Promise<Member[]> {
    const people = await this.samples.onPost(tx, county, year);
    return people.map(({ id, name, office, since }) => ({
      id,
      label: [
        name === null ? '（已删除）' : maskName(name),
        ...(office === null ? [] : [this.places.nameOf(office)]),
        `${since}到岗`,
      ].join(' · '),
    }));
  }

  private offices(county: string): Member[] {
    return this.places
      .all()
      .filter((one) => one.kind === 'office' && one.parent === county)
      .map(({ id, name }) => ({ id, label: name }));
  }
}
