import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { parseFen } from '@yuheng/shared/domain/money/fen';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { pageSource } from '../../api/page-source';
import { ViewState } from '../../api/view-state';
import { reading } from '../../charts/reading';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { formatMoney } from '../../ui/money';
import { ProblemNotice } from '../../ui/problem-notice';

type Ledger = Answer<'readLedger'>;
type Act = Ledger['acts'][number];

const SOURCES = ['cityGrant', 'countyPart', 'countyAdvance', 'other'] as const;
const text = (): FormControl<string> => new FormControl('', { nonNullable: true });

/** One act of the ledger: its link, its amount in 元, its day and its document. */
@Component({
  selector: 'yh-ledger-form',
  imports: [ReactiveFormsModule, TranslocoPipe, Field, ProblemNotice],
  templateUrl: './ledger-form.html',
  styleUrl: './ledger-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LedgerForm {
  private readonly client = inject(Client);
  private readonly view = inject(ViewState);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly reading = reading();
  readonly ledger = input.required<Ledger>();
  /** The county that the page is read for; empty: all of them. */
  readonly county = input.required<string>();
  readonly entered = output();

  protected readonly sources = SOURCES;
  protected readonly attempt = new Attempt();
  protected readonly done = signal(0);
  protected readonly act = signal<Act | null>(null);
  protected readonly chosenAct = computed(() => this.act() ?? this.ledger().acts[0] ?? null);
  protected readonly of = text();
  protected readonly from = new FormControl<(typeof SOURCES)[number]>('cityGrant', { nonNullable: true });
  protected readonly advance = text();
  protected readonly amount = text();
  protected readonly on = text();
  protected readonly document = text();
  protected readonly subject = text();
  protected readonly acts = computed(() =>
    this.ledger()
      .acts.map((one) => this.reading().text(`ledger.acts.${one}`))
      .join('、'),
  );
  /** Read only where a settlement is to be entered; its reader sees one county, whose year fits a page or two. */
  private readonly lines = pageSource('readLedger', () =>
    this.chosenAct() === 'settlement' ? { query: this.view.selection() } : undefined,
  );
  protected readonly advances = computed(() =>
    (this.lines.value()?.entries ?? []).filter(({ unsettledFen }) => (unsettledFen ?? 0) > 0),
  );
  protected readonly yuan = (fen: number): string => formatMoney(fen, '元');

  constructor() {
    effect(() => this.of.setValue(this.county() || (this.ledger().balances[0]?.county ?? '')));
    effect(() => this.advance.setValue(this.advances()[0]?.id ?? ''));
  }

  protected choose(event: Event): void {
    this.act.set((event.target as HTMLSelectElement).value as Act);
    this.done.set(0);
  }

  protected fen(): number | null {
    const amount = parseFen(this.amount.value.trim(), '元');
    return amount !== null && amount > 0 ? amount : null;
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    this.done.set(0);
    const [act, fen] = [this.chosenAct(), this.fen()];
    const [on, documentNumber, subject] = [this.on, this.document, this.subject].map(({ value }) =>
      value.trim(),
    );
    if (act === null || fen === null || !on || !documentNumber || !subject) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const sent = await this.attempt.run(async () => {
      const { entries } = await this.client.call('enterLedgerEntry', {
        body: {
          ...this.view.selection(),
          county: this.of.value,
          act,
          ...(act === 'payment' ? { source: this.from.value } : {}),
          ...(act === 'settlement' ? { advance: this.advance.value } : {}),
          fen,
          on: isoDate(on),
          documentNumber,
          subject,
        },
      });
      this.done.set(entries.length);
    });
    if (!sent) return;
    for (const control of [this.amount, this.document]) control.reset();
    this.attempt.clear();
    this.entered.emit();
  }
}
