import { Injectable } from '@nestjs/common';
import type { AgreementGapShown, AgreementPage } from '@yuheng/shared/contract/deliberations';
import { agreementAppendix } from '@yuheng/shared/domain/evaluating/agreement-appendix';
import { gapSentence, type AgreementGap } from '@yuheng/shared/domain/evaluating/agreement-gaps';
import { sectionOf } from '@yuheng/shared/domain/evaluating/method-sections';
import { nameOf, type IndicatorValue, type Method } from '@yuheng/shared/domain/scoring/method';
import { printNumber, readNumeral } from '@yuheng/shared/domain/scoring/numbers/numeral';
import type { EntityManager } from 'typeorm';
import { PlacesService } from '../../regions/places.service';
import { presentIndicator } from '../scoring/present-score-sheet';
import { averagedLeaves } from './marking-error-of';
import { marksOfLeaves } from './present-replies';
import type { RoundMarks } from './round-standing.service';
import { TeamQueries } from './team.queries';

/** Names of people, counties and indicators on the figures of agreement. */
@Injectable()
export class AgreementViewService {
  constructor(
    private readonly team: TeamQueries,
    private readonly places: PlacesService,
  ) {}

  async of(
    tx: EntityManager,
    { id, gapMarks }: { readonly id: string; readonly gapMarks: string },
    said: RoundMarks,
  ): Promise<Pick<AgreementPage, 'gapMarks' | 'sentence' | 'gaps' | 'members' | 'appendix'>> {
    const team = await this.team.members(tx, id);
    const names = new Map(team.map((one) => [one.username, one.name]));
    const nameOfPerson = (username: string): string => names.get(username) ?? username;
    const { indicators, evaluators, effects } = agreementAppendix(said.marks, averagedLeaves(said.method));
    const leaves = namesOf(said.method);
    return {
      gapMarks,
      sentence: gapSentence(said.gaps, gapMarks),
      gaps: said.gaps.map((gap) => this.gap(gap, said, nameOfPerson)),
      members: team
        .filter(({ withdrawn }) => !withdrawn)
        .map(({ account, username, name }) => ({ account, username, name })),
      appendix: {
        indicators: indicators.map((one) => ({ ...one, name: leaves(one.indicator) })),
        evaluators: evaluators.map((one) => ({ ...one, name: nameOfPerson(one.evaluator) })),
        effects: this.places
          .counties(effects.map(({ county }) => county))
          .flatMap(({ id, name }) =>
            effects.filter(({ county }) => county === id).map((one) => ({ ...one, name })),
          ),
      },
    };
  }

  private gap(
    { county, indicator, marks, difference, state }: AgreementGap,
    { method, deliberations }: RoundMarks,
    nameOfPerson: (username: string) => string,
  ): AgreementGapShown {
    return {
      county,
      name: this.places.nameOf(county),
      indicator,
      indicatorName: namesOf(method)(indicator),
      fullMarks: marksOfLeaves(method).get(indicator) ?? '0',
      takes: takesOf(method, indicator),
      leaf: takesOf(method, indicator) === 'value' ? leafShown(method, indicator) : null,
      marks: marks.map((one) => ({ ...one, name: nameOfPerson(one.evaluator) })),
      difference,
      state,
      deliberations: deliberations
        .filter((one) => one.county === county && one.indicator === indicator)
        .map(({ number, heldOn, members, minutesNumber, text, finalScore, value, reason, by, at }) => ({
          number,
          heldOn,
          members: [...members],
          minutesNumber,
          text,
          finalScore,
          value: value === null ? null : valueShown(value),
          reason,
          by,
          at,
        })),
    };
  }
}

/** A leaf that people mark, as the workspace has it; its section is of no matter here. */
function leafShown({ indicators }: Method, id: string): AgreementGapShown['leaf'] {
  const indicator = indicators.find((one) => one.id === id);
  const marks = indicator?.marks === undefined ? null : readNumeral(indicator.marks);
  return indicator && marks
    ? { ...presentIndicator(indicator, printNumber(marks)), section: sectionOf({ indicators }, id) ?? id }
    : null;
}

/** The engine keeps the document number of a veto as its reason. */
const valueShown = ({ reason, ...value }: IndicatorValue): Settled['value'] =>
  ({ ...value, ...(reason === undefined ? {} : { documentNumber: reason }) }) as Settled['value'];

type Settled = AgreementGapShown['deliberations'][number];

const namesOf =
  ({ indicators }: Method) =>
  (id: string): AgreementGapShown['indicatorName'] => {
    const found = indicators.find((one) => one.id === id);
    return found ? nameOf(found) : { zh: id, en: id };
  };

/** What 合议 sets on a leaf: a score, or where people give a value of the rule’s own shape, that value. */
export function takesOf({ indicators }: Method, indicator: string): 'score' | 'value' {
  const leaf = indicators.find(({ id }) => id === indicator);
  const byPeople = leaf?.source === undefined || leaf.source === 'evaluator';
  return byPeople && leaf?.rule?.kind !== 'evaluator' ? 'value' : 'score';
}
