import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { certaintyInWords } from '@yuheng/shared/domain/allocation/proposing/certainty-in-words';
import { reading } from '../../charts/reading';
import { EmptyNotice } from '../../ui/empty-notice';
import { DayPipe } from '../../ui/day';
import { formatMoney, MoneyPipe } from '../../ui/money';
import { Page } from '../../ui/page';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import { UnitPipe } from '../../ui/unit';
import { AllocationLinks } from '../allocation-links';
import { ALLOCATIONS_TEXTS } from '../allocations-texts';
import { printSigned, printSignedMoney } from '../scenarios/print-signed';
import { SplitDesk } from '../split-desk';
import { SplitNotices } from '../split-notices';
import { splitRows } from '../split-rows';
import { StepSum } from '../step-sum';
import { AlikeTable } from './alike-table';
import { WhyMonths } from './why-months';
import { WhyScore } from './why-score';
import { WHY_TEXTS } from './why-texts';

/**
 * Why one county comes to its posts: the sentence, what would move it, the steps from the equal share to the amount, and
 * what each rests on, down to the records. By the settings of the address, as the page that led here shows them.
 */
@Component({
  selector: 'yh-why',
  imports: [
    RouterLink,
    TranslocoPipe,
    AlikeTable,
    AllocationLinks,
    DayPipe,
    EmptyNotice,
    MoneyPipe,
    Page,
    SaidPipe,
    StepSum,
    SplitNotices,
    UnitPipe,
    WhyMonths,
    WhyScore,
  ],
  providers: [SplitDesk],
  templateUrl: './why-page.html',
  styleUrl: './why-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhyPage {
  protected readonly desk = inject(SplitDesk);
  private readonly reading = reading();
  /** From the address. */
  readonly county = input.required<string>();

  protected readonly name = computed(
    () => this.desk.question()?.counties.find(({ id }) => id === this.county())?.name ?? '',
  );
  protected readonly isKnown = computed(() => this.name() !== '');
  protected readonly row = computed(() => {
    const question = this.desk.question();
    return question
      ? splitRows(question, this.desk.proposal()).find(({ county }) => county === this.county())
      : undefined;
  });
  protected readonly proposed = computed(() => this.row()?.proposed ?? null);
  protected readonly gathered = computed(() =>
    this.desk.evidence()?.counties.find(({ county }) => county === this.county()),
  );
  /** Asked for only where the simulation had something to vary: then the policy can be read. */
  protected readonly sure = computed(() => {
    const proposed = this.proposed();
    return proposed && certaintyInWords(proposed, this.desk.settings().firmness.threshold);
  });
  protected readonly edges = computed(() => {
    const edges = this.proposed()?.edges;
    return [edges?.more, edges?.fewer].filter((edge) => edge !== null && edge !== undefined);
  });
  protected readonly warnings = computed(
    () => this.desk.proposal()?.warnings.filter(({ county }) => county === this.county()) ?? [],
  );
  /** The floor or cap that the posts stand on. */
  protected readonly bound = computed(() => {
    const proposed = this.proposed();
    if (!proposed) return null;
    if (proposed.floor > 0 && proposed.part === proposed.floor) return 'floor';
    return proposed.cap !== null && proposed.part === proposed.cap ? 'cap' : null;
  });
  /** The figures side by side: in force, computed, and the difference. */
  protected readonly figures = computed(() => {
    const proposed = this.proposed();
    if (!proposed) return [];
    const { unit } = this.reading();
    const money = (fen: number) => formatMoney(fen, unit);
    return [
      { id: 'last', posts: String(proposed.lastPart), amount: money(proposed.lastFen) },
      { id: 'computed', posts: String(proposed.part), amount: money(proposed.fen) },
      {
        id: 'change',
        posts: printSigned(proposed.change),
        amount: `${printSignedMoney(proposed.changeFen, unit)}${
          proposed.changePercent === null ? '' : `（${proposed.changePercent}%）`
        }`,
      },
    ];
  });

  constructor() {
    useTexts('allocations', ALLOCATIONS_TEXTS);
    useTexts('allocation-why', WHY_TEXTS);
  }
}
