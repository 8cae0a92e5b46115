import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../api/attempt';
import { Client } from '../api/client';
import { OwnAccount, type AccountDetails } from '../api/own-account';
import { Field } from '../ui/field';
import { ProblemNotice } from '../ui/problem-notice';

/** One's own telephone number: answered masked, so that it can be replaced and removed, but not read. */
@Component({
  selector: 'yh-phone-section',
  imports: [TranslocoPipe, Field, ProblemNotice],
  template: `
    <section aria-labelledby="phone-heading">
      <h2 id="phone-heading">{{ 'account.phone.title' | transloco }}</h2>
      <p>
        @if (account().phone; as phone) {
          {{ 'account.phone.now' | transloco: { phone } }}
        } @else {
          {{ 'account.phone.none' | transloco }}
        }
      </p>
      <p>
        <small>{{ 'account.phone.text' | transloco }}</small>
      </p>
      @if (changing()) {
        <form (submit)="save($event)">
          <yh-field
            fieldId="phone"
            kind="tel"
            autocomplete="tel"
            [label]="'account.phone.label' | transloco"
            [hint]="'account.phone.hint' | transloco"
            [control]="number"
            [error]="attempt.asked() && number.value.trim() === '' ? ('account.phone.need' | transloco) : ''"
          />
          <p class="acts">
            <button type="submit" class="button" data-kind="primary" [disabled]="attempt.busy()">
              {{ (attempt.busy() ? 'account.phone.saving' : 'account.phone.save') | transloco }}
            </button>
            <button type="button" class="button" (click)="changing.set(false)">
              {{ 'ui.cancel' | transloco }}
            </button>
          </p>
        </form>
      } @else if (!account().demonstration) {
        <p class="acts">
          <button type="button" class="button" (click)="begin()">
            {{ 'account.phone.change' | transloco }}
          </button>
          @if (account().phone) {
            <button type="button" class="button" [disabled]="attempt.busy()" (click)="remove()">
              {{ 'account.phone.remove' | transloco }}
            </button>
          }
        </p>
      }
      @if (attempt.problem(); as problem) {
        <yh-problem [problem]="problem" [canRetry]="false" />
      }
      <p role="status">
        @if (done(); as done) {
          {{ 'account.phone.' + done | transloco }}
        }
      </p>
    </section>
  `,
  styleUrl: './account-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhoneSection {
  private readonly client = inject(Client);
  private readonly own = inject(OwnAccount);
  readonly account = input.required<AccountDetails>();
  protected readonly number = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly changing = signal(false);
  protected readonly done = signal<'saved' | 'removed' | null>(null);

  protected begin(): void {
    this.number.reset();
    this.attempt.clear();
    this.done.set(null);
    this.changing.set(true);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    const phone = this.number.value.trim();
    if (phone !== '') await this.send(phone, 'saved');
  }

  protected remove(): Promise<void> {
    return this.send(null, 'removed');
  }

  private async send(phone: string | null, done: 'saved' | 'removed'): Promise<void> {
    this.done.set(null);
    const sent = await this.attempt.run(() => this.client.call('changePhone', { body: { phone } }));
    if (!sent) return;
    this.changing.set(false);
    this.done.set(done);
    this.own.reload();
  }
}
