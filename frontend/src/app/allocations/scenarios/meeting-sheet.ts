import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AllocationDecision } from '@yuheng/shared/contract/allocation-decisions';
import type { AllocationScenario } from '@yuheng/shared/contract/allocation-scenarios';
import {
  adviceToKeep,
  howSureInWords,
  isSimulationVaried,
  whatIsProposed,
} from '@yuheng/shared/domain/allocation/meeting/meeting-sentences';
import {
  certaintyFigure,
  certaintyInWords,
  isHeldBack,
} from '@yuheng/shared/domain/allocation/proposing/certainty-in-words';
import { Language } from '../../ui/language';
import { MomentPipe } from '../../ui/moment';
import { formatMoney } from '../../ui/money';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { MarkMoves } from '../mark-moves';
import { printSigned } from './print-signed';
import { SCENARIOS_TEXTS } from './scenarios-texts';
import { USUALLY_AMENDED } from './usually-amended';

/** Reasons of so many changed counties stand on the paper; the scenario's page has all of them. */
const MOST_REASONS = 5;
/** So many characters fit on the page in letters of 12 and 10.5 points; more are set in 9. Tried with nine counties. */
const FITS_LARGE = 390;
const FITS_MEDIUM = 720;
/** A move beside the most sensitive mark, besides the name of its county: “ 19 → 20 ”. */
const OF_A_MOVE = 8;
/** A letter of an English word takes so much of the room of a Chinese character, the longer headings of the table counted in. */
const OF_A_CHARACTER = 0.6;

/**
 * The one A4 for the meeting: what, why (what it rests on before how it is computed), who is affected, how sure, the
 * table, and places for signatures; the settings stand in small print at the end. Where no change is firm it says
 * 不具备调整依据，建议维持现行分配. Once it is decided it names its document and the steps to it, and asks for no signature. One
 * page at nine counties.
 */
@Component({
  selector: 'yh-meeting-sheet',
  imports: [TranslocoPipe, MarkMoves, MomentPipe, SaidPipe],
  templateUrl: './meeting-sheet.html',
  styleUrl: './meeting-sheet.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'data-paper': '', '[attr.data-letters]': 'letters()' },
})
export class MeetingSheet {
  private readonly language = inject(Language);
  readonly scenario = input.required<AllocationScenario>();
  /** How far it is; null before it is submitted. */
  readonly decision = input<Pick<AllocationDecision, 'amends' | 'sentence'> | null>(null);
  protected readonly usuallyAmended = USUALLY_AMENDED;
  /** Decided by a document, it is no draft any more. */
  protected readonly isDecided = computed(() => this.scenario().document !== null);
  protected readonly print = printSigned;

  private readonly names = computed<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(this.scenario().counties.map(({ id, name }) => [id, name])),
  );
  protected readonly what = computed(() => {
    const { proposal, year } = this.scenario();
    return whatIsProposed(proposal, { year, names: this.names(), isDecided: this.isDecided() });
  });
  protected readonly sure = computed(() =>
    howSureInWords(this.scenario().proposal, this.scenario().settings),
  );
  protected readonly isVaried = computed(() => isSimulationVaried(this.scenario().settings));
  /** One sentence: the settings, each a line elsewhere. */
  protected readonly policy = computed(() => {
    const { policy } = this.scenario().proposal;
    return {
      zh: `${policy.map(({ zh }) => zh.replace(/[。；]$/, '')).join('；')}。`,
      en: `${policy.map(({ en }) => en.replace(/[.;]$/, '')).join('; ')}.`,
    };
  });
  protected readonly namesOf = computed(() => new Map(Object.entries(this.names())));
  /** Whose mark it is; the sentence begins with the indicator. */
  protected readonly markCounty = computed(() => {
    const mark = this.scenario().proposal.nearestMark;
    return mark ? this.nameOf(mark.county) : '';
  });
  /** Advice for those who still decide. */
  protected readonly advice = computed(() =>
    this.isDecided() ? null : adviceToKeep(this.scenario().proposal),
  );
  protected readonly rows = computed(() =>
    this.scenario().proposal.counties.map((one) => ({
      ...one,
      name: this.names()[one.county] ?? one.county,
      figure: this.isVaried() ? certaintyFigure(one) : null,
      lastAmount: formatMoney(one.lastFen, '万元'),
      amount: formatMoney(one.fen, '万元'),
    })),
  );
  /** Whose computed change is not made, or not all of it, and why: the table has only the share. */
  protected readonly heldBack = computed(() => {
    const { threshold } = this.scenario().settings.firmness;
    return this.rows().flatMap((row) => {
      const words = this.isVaried() && isHeldBack(row) ? certaintyInWords(row, threshold) : null;
      return words ? [{ county: row.county, name: row.name, words }] : [];
    });
  });
  protected readonly totals = computed(() => {
    const { counties } = this.scenario().proposal;
    const sum = (key: 'lastPart' | 'lastFen' | 'part' | 'fen' | 'change') =>
      counties.reduce((total, one) => total + one[key], 0);
    return {
      last: sum('lastPart'),
      lastAmount: formatMoney(sum('lastFen'), '万元'),
      part: sum('part'),
      amount: formatMoney(sum('fen'), '万元'),
      change: printSigned(sum('change')),
    };
  });
  protected readonly reasons = computed(() =>
    this.rows()
      .filter(({ change }) => change !== 0)
      .slice(0, MOST_REASONS),
  );
  protected readonly moreReasons = computed(
    () => this.rows().filter(({ change }) => change !== 0).length - this.reasons().length,
  );
  protected nameOf(county: string): string {
    return this.names()[county] ?? county;
  }

  /** The size of the letters, so that it stays one page. */
  protected readonly letters = computed(() => {
    const { basis, proposal } = this.scenario();
    const { warnings, peopleEffect, nearestMark } = proposal;
    const words = [
      ...[this.what(), ...basis, proposal.headline, peopleEffect.text, this.sure()],
      ...warnings.map(({ text }) => text),
      ...this.reasons().map(({ reason }) => reason),
      ...(nearestMark ? [nearestMark.text] : []),
      ...this.heldBack().map(({ words: held }) => held),
    ];
    const isEnglish = this.language.current() === 'en';
    const moves = nearestMark?.moves ?? [];
    const length = words.reduce(
      (sum, { zh, en }) => sum + (isEnglish ? en.length * OF_A_CHARACTER : zh.length),
      moves.reduce((sum, { county }) => sum + this.nameOf(county).length + OF_A_MOVE, 0),
    );
    return length > FITS_MEDIUM ? 'small' : length > FITS_LARGE ? 'medium' : 'large';
  });

  constructor() {
    useTexts('scenarios', SCENARIOS_TEXTS);
  }
}
