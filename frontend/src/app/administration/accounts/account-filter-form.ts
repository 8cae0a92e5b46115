import { ChangeDetectionStrategy, Component, effect, input, output, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '../../api/client';
import { accountRoles } from './account-roles';
import type { AccountQuery } from './account-filters';

export type Place = Answer<'listPlaces'>['places'][number];

const text = () => new FormControl('', { nonNullable: true });

/** What to look for. Choices count at once, the text when it is sent. */
@Component({
  selector: 'yh-account-filters',
  imports: [ReactiveFormsModule, TranslocoPipe],
  template: `
    <form role="search" [formGroup]="form" (submit)="send($event)">
      <label class="search">
        <span>{{ 'accounts.search' | transloco }}</span>
        <input type="text" maxlength="50" autocomplete="off" formControlName="search" />
      </label>
      <label>
        <span>{{ 'accounts.roles' | transloco }}</span>
        <select formControlName="role" (change)="emit()">
          <option value="">{{ 'accounts.anyRole' | transloco }}</option>
          @for (role of roles; track role) {
            <option [value]="role">{{ 'ui.role.' + role | transloco }}</option>
          }
        </select>
      </label>
      <label>
        <span>{{ 'accounts.place' | transloco }}</span>
        <select formControlName="place" (change)="emit()">
          <option value="">{{ 'accounts.anyPlace' | transloco }}</option>
          @for (place of places(); track place.id) {
            <option [value]="place.id" lang="zh-CN">{{ place.name }}</option>
          }
        </select>
      </label>
      <label>
        <span>{{ 'accounts.state' | transloco }}</span>
        <select formControlName="state" (change)="emit()">
          <option value="">{{ 'accounts.anyState' | transloco }}</option>
          @for (state of states; track state) {
            <option [value]="state">{{ 'accounts.states.' + state | transloco }}</option>
          }
        </select>
      </label>
      <button type="submit" class="button">{{ 'accounts.find' | transloco }}</button>
      <ng-content />
    </form>
  `,
  styleUrl: './filters.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountFilterForm {
  readonly value = input.required<AccountQuery>();
  readonly places = input.required<readonly Place[]>();
  readonly changed = output<Readonly<Record<'search' | 'role' | 'place' | 'state', string>>>();
  protected readonly form = new FormGroup({ search: text(), role: text(), place: text(), state: text() });
  protected readonly roles = accountRoles;
  protected readonly states = ['active', 'pending', 'disabled'] as const;

  constructor() {
    effect(() => {
      const { search = '', role = '', place = '', state = '' } = this.value();
      untracked(() => this.form.setValue({ search, role, place, state }));
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.emit();
  }

  protected emit(): void {
    this.changed.emit(this.form.getRawValue());
  }
}
