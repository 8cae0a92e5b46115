import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { FormControl } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import type { AccountDetails } from '../../api/own-account';
import { CopyButton } from '../../ui/copy-button';
import { Field } from '../../ui/field';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { WaitNotice } from '../../ui/wait-notice';
import { RecoveryCodes } from './recovery-codes';
import { SECOND_FACTOR_TEXTS } from './second-factor-texts';

/** Four characters at a time are typed with fewer mistakes. */
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Three steps: the password, the authenticator with its first code, the recovery codes. */
@Component({
  selector: 'yh-enrol-second-factor',
  imports: [NgTemplateOutlet, TranslocoPipe, CopyButton, Field, ProblemNotice, RecoveryCodes, WaitNotice],
  templateUrl: './enrol-second-factor.html',
  styleUrls: ['../account-form.css', './enrol-second-factor.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnrolSecondFactor {
  private readonly client = inject(Client);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly account = input.required<AccountDetails>();
  /** Enrolled, and the recovery codes are kept. */
  readonly enrolled = output();

  protected readonly password = new FormControl('', { nonNullable: true });
  protected readonly code = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly waiting = signal(false);
  private readonly begun = signal<Answer<'beginSecondFactor'> | null>(null);
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly step = computed(() => (this.codes() ? 3 : this.begun() ? 2 : 1));
  protected readonly stepTitle = computed(
    () =>
      ['second-factor.passwordStep', 'second-factor.scanStep', 'second-factor.codesStep'][this.step() - 1] ??
      '',
  );
  protected readonly secret = computed(() => inGroups(this.begun()?.secret ?? ''));
  protected readonly picture = computed(
    () => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(this.begun()?.qrSvg ?? '')}`,
  );

  constructor() {
    useTexts('second-factor', SECOND_FACTOR_TEXTS);
  }

  protected async begin(event: Event): Promise<void> {
    const password = this.password.value;
    await this.send(event, password === '', async () => {
      this.begun.set(await this.client.call('beginSecondFactor', { body: { password } }));
      this.password.reset();
    });
  }

  protected async confirm(event: Event): Promise<void> {
    const code = this.code.value.replace(/\s/g, '');
    await this.send(event, code === '', async () => {
      this.codes.set((await this.client.call('confirmSecondFactor', { body: { code } })).recoveryCodes);
    });
  }

  private async send(event: Event, missing: boolean, work: () => Promise<void>): Promise<void> {
    event.preventDefault();
    this.attempt.asked.set(true);
    if (missing) {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    const done = await this.attempt.run(work);
    this.waiting.set((this.attempt.problem()?.retryAfter ?? 0) > 0);
    if (!done) return;
    this.attempt.clear();
    // The next step begins with its heading, for who does not see that the page has changed.
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('h3')?.focus());
  }
}
