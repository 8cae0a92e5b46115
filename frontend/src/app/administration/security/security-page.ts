import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Role } from '@yuheng/shared/contract/roles';
import { ROLE_OFFICES } from '@yuheng/shared/domain/accounts/role-places';
import { map } from 'rxjs';
import { Attempt } from '../../api/attempt';
import { Client, type Answer } from '../../api/client';
import { holds } from '../../api/has-role';
import { pageSource } from '../../api/page-source';
import { Session } from '../../api/session';
import { focusFirstProblem } from '../../ui/focus-first-problem';
import { Page } from '../../ui/page';
import { ProblemNotice } from '../../ui/problem-notice';
import { useTexts } from '../../ui/texts';
import { ADMINISTRATION_TEXTS } from '../administration-texts';
import { ReasonField } from '../reason-field';
import { rebase } from '../../ui/rebase';
import { VersionConflict } from '../../ui/version-conflict';
import { BOUNDS, SETTING_GROUPS, type NumberSetting } from './setting-groups';
import { SettingWords } from './setting-words';
import { clashing, fill, settingsForm, typedSettings } from './settings-form';
import { SECURITY_TEXTS } from './security-texts';

type Stored = Answer<'readSecuritySettings'>;

/** By which rules passwords, sign-ins and the separation of duties work; what will change is said before it is stored. */
@Component({
  selector: 'yh-security',
  imports: [ReactiveFormsModule, TranslocoPipe, Page, ProblemNotice, ReasonField, VersionConflict],
  templateUrl: './security-page.html',
  styleUrls: ['../form.css', './security-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecurityPage {
  private readonly client = inject(Client);
  private readonly session = inject(Session);
  private readonly words = inject(SettingWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly groups = SETTING_GROUPS;
  protected readonly roles = Object.keys(ROLE_OFFICES) as readonly Role[];

  protected readonly source = pageSource('readSecuritySettings', () => ({}));
  protected readonly form = settingsForm();
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly attempt = new Attempt();
  protected readonly saved = signal(false);
  /** The version that is being changed. */
  protected readonly opened = signal<Stored | null>(null);
  /** Somebody else changed it: the version of now, null while it could not be read. */
  protected readonly clash = signal<{ readonly now: Stored | null } | null>(null);

  private readonly typed = toSignal(this.form.valueChanges.pipe(map(() => typedSettings(this.form))), {
    initialValue: null,
  });
  protected readonly chosenRoles = toSignal(this.form.controls.secondFactorRoles.valueChanges, {
    initialValue: [] as readonly Role[],
  });
  protected readonly changes = computed(() => {
    const [opened, typed] = [this.opened(), this.typed()];
    return opened && typed ? this.words.changes(opened.settings, typed) : [];
  });
  protected readonly lockProblem = computed(() => clashing(this.typed()));
  /** Demonstration accounts are everybody’s: none of them changes the rules that all visitors live by. */
  protected readonly shared = computed(() =>
    (this.session.demonstration()?.accounts ?? []).some(
      ({ username }) => username === this.session.account()?.username,
    ),
  );
  protected readonly mayChange = computed(() => {
    const account = this.session.account();
    if (this.shared()) return false;
    if (holds(account, 'securityAdministrator')) return true;
    return holds(account, 'systemAdministrator') && this.source.value()?.settings.separateSecurity === false;
  });
  /** Why the settings are shown to be read only. */
  protected readonly readOnly = computed(() => {
    const account = this.session.account();
    if (this.shared() && holds(account, 'systemAdministrator', 'securityAdministrator'))
      return 'readOnlyShared';
    return holds(account, 'systemAdministrator') ? 'readOnlyApart' : 'readOnly';
  });
  protected readonly conflictRows = computed(() => {
    const [opened, now, typed] = [this.opened(), this.clash()?.now, this.typed()];
    if (!opened || !now) return null;
    return this.words.changes(opened.settings, now.settings).map(({ key, name, before, after }) => ({
      label: name,
      before,
      now: after,
      typed: typed ? this.words.value(typed, key) : '—',
    }));
  });

  constructor() {
    useTexts('administration', ADMINISTRATION_TEXTS);
    useTexts('security', SECURITY_TEXTS);
    effect(() => {
      const [stored, mayChange] = [this.source.value(), this.mayChange()];
      if (stored) untracked(() => this.open(stored, mayChange));
    });
  }

  protected bounds(key: NumberSetting): { readonly least: number; readonly most: number } {
    const [least, most] = BOUNDS[key];
    return { least, most };
  }

  protected toggle(role: Role, event: Event): void {
    const chosen = new Set(this.form.controls.secondFactorRoles.value);
    if ((event.target as HTMLInputElement).checked) chosen.add(role);
    else chosen.delete(role);
    this.form.controls.secondFactorRoles.setValue(this.roles.filter((one) => chosen.has(one)));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [opened, settings, reason] = [this.opened(), typedSettings(this.form), this.reason.value.trim()];
    if (!opened) return;
    this.attempt.asked.set(true);
    this.saved.set(false);
    if (!settings || clashing(settings) || reason === '') {
      focusFirstProblem(this.host.nativeElement, this.injector);
      return;
    }
    if (this.changes().length === 0) return;
    const body = { version: opened.version, settings, reason };
    const done = await this.attempt.run(async () => {
      this.open(await this.client.call('changeSecuritySettings', { body }), true);
    });
    this.saved.set(done);
    if (done) this.source.reload();
    else await this.readConflict();
  }

  protected async readConflict(): Promise<void> {
    const problem = this.attempt.problem();
    if (problem && (problem.kind !== 'conflict' || problem.errors.length > 0)) return;
    this.attempt.problem.set(null);
    this.clash.set({ now: null });
    const now = await this.client.call('readSecuritySettings', {}).catch(() => null);
    this.clash.set({ now });
  }

  protected keepTyped(): void {
    const [opened, now, typed] = [this.opened(), this.clash()?.now, typedSettings(this.form)];
    if (!opened || !now || !typed) return;
    fill(this.form, rebase(opened.settings, now.settings, typed));
    this.opened.set(now);
    this.clash.set(null);
  }

  protected discardTyped(): void {
    const now = this.clash()?.now;
    if (now) this.open(now, this.mayChange());
  }

  protected undo(): void {
    const opened = this.opened();
    if (opened) this.open(opened, true);
  }

  private open(stored: Stored, mayChange: boolean): void {
    this.opened.set(stored);
    this.clash.set(null);
    this.attempt.clear();
    this.reason.reset();
    fill(this.form, stored.settings);
    if (mayChange) this.form.enable();
    else this.form.disable();
  }
}
