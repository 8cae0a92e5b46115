import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Attempt } from '../api/attempt';
import type { Evidence } from '@yuheng/shared/contract/evidence';
import { EvidenceUpload } from '../ui/evidence-upload';
import { Field } from '../ui/field';
import { focusFirstProblem } from '../ui/focus-first-problem';

/** What was written: words, where they can be checked, and by which button they were sent. */
export interface Written {
  readonly text: string;
  readonly evidence: Evidence[];
  readonly choice: string;
}

/** Words and, where asked for, the evidence beside them; one button for each choice, the first being the usual one. */
@Component({
  selector: 'yh-words-form',
  imports: [ReactiveFormsModule, TranslocoPipe, EvidenceUpload, Field],
  template: `
    <form (submit)="send($event, choices()[0] ?? '')">
      <label [for]="formId()">{{ label() | transloco }}</label>
      <textarea
        rows="3"
        maxlength="1000"
        [id]="formId()"
        [formControl]="text"
        [attr.aria-describedby]="formId() + '-note'"
        [attr.aria-invalid]="wrong()"
      ></textarea>
      <p class="note" [id]="formId() + '-note'" [class.problem]="wrong()">
        {{ wrong() ? ('findings.required' | transloco) : hint() ? (hint() | transloco) : '' }}
      </p>
      @if (county(); as county) {
        <yh-field
          [fieldId]="formId() + '-source'"
          [label]="'findings.source' | transloco"
          [control]="source"
        />
        <yh-field [fieldId]="formId() + '-page'" [label]="'findings.pageOf' | transloco" [control]="page" />
        <yh-evidence-upload [county]="county" (stored)="keep($event)" />
      }
      <p class="acts">
        @for (choice of choices(); track choice; let first = $first) {
          <button
            class="button"
            [type]="first ? 'submit' : 'button'"
            [attr.data-kind]="first ? 'primary' : null"
            [disabled]="attempt().busy()"
            (click)="first ? null : send($event, choice)"
          >
            {{ (attempt().busy() ? 'findings.working' : choice) | transloco }}
          </button>
        }
      </p>
    </form>
  `,
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordsForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly formId = input.required<string>();
  /** Keys of the texts. */
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly choices = input.required<readonly string[]>();
  /** Whose documents may be named as evidence; absent where none is asked for. */
  readonly county = input<string>();
  readonly isRequired = input(true);
  readonly attempt = input.required<Attempt>();
  readonly sent = output<Written>();
  protected readonly text = new FormControl('', { nonNullable: true });
  protected readonly source = new FormControl('', { nonNullable: true });
  protected readonly page = new FormControl('', { nonNullable: true });

  private readonly stored = signal<Evidence | null>(null);

  /** Its name may be written anew; the file stays the one that was stored. */
  protected keep(stored: Evidence): void {
    this.stored.set(stored);
    this.source.setValue(stored.source);
  }

  protected wrong(): boolean {
    return this.isRequired() && this.attempt().asked() && this.text.value.trim() === '';
  }

  protected send(event: Event, choice: string): void {
    event.preventDefault();
    this.attempt().asked.set(true);
    if (this.wrong()) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const [source, page] = [this.source.value.trim(), this.page.value.trim()];
    const file = this.stored()?.file;
    this.sent.emit({
      text: this.text.value.trim(),
      evidence: source ? [{ source, ...(page ? { page } : {}), ...(file ? { file } : {}) }] : [],
      choice,
    });
  }
}
