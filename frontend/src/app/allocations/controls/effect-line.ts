import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { changedKeys, type SettingKey } from '../settings-link';
import type { SplitDesk } from '../split-desk';
import { DayPipe } from '../../ui/day';
import { Display } from '../../ui/display';

import { printSigned, printSignedMoney } from '../scenarios/print-signed';

/**
 * What a setting does by itself, against the policy in force: “与现行办法相比：红塔区 +1、易门县 −1”; where the gate holds
 * it back, what it would move: “名额不变（未经把握检验的测算值：红塔区 26→25、通海县 19→20）”.
 */
@Component({
  selector: 'yh-setting-effect',
  imports: [TranslocoPipe, DayPipe],
  template: `
    @if (state() !== 'refused') {
      @let known = effect();
      @if (state() === 'same') {
        {{ 'allocation-controls.effect.same' | transloco: { policy: policy() | transloco } }}
      } @else if (!known && isFailed()) {
        {{ 'allocation-controls.effect.failed' | transloco }}
        <button type="button" class="button" (click)="desk().retry()">{{ 'ui.retry' | transloco }}</button>
      } @else if (!known) {
        {{ 'allocation-controls.effect.computing' | transloco }}
      } @else {
        {{ 'allocation-controls.effect.against' | transloco: { policy: policy() | transloco } }}
        @switch (known.kind) {
          @case ('moves') {
            @for (move of moves(); track move.county; let last = $last) {
              <span class="move" [class.more]="move.posts > 0"
                ><span lang="zh-CN">{{ move.name }}</span> {{ print(move.posts)
                }}{{ last ? '' : ('allocation-controls.effect.and' | transloco) }}</span
              >
            }
          }
          @case ('advance') {
            {{ 'allocation-controls.effect.advance' | transloco: { amount: money(known.fen), unit: unit() } }}
          }
          @case ('cut') {
            {{ 'allocation-controls.effect.cut' | transloco: { day: (known.on | day) } }}
          }
          @case ('needed') {
            {{ 'allocation-controls.effect.needed' | transloco: { policy: policy() | transloco } }}
          }
          @case ('none') {
            {{ 'allocation-controls.effect.none' | transloco }}
          }
        }
        @for (move of untested(); track move.county; let first = $first, last = $last) {
          <span
            >{{ first ? ('allocation-controls.effect.untested' | transloco) : ''
            }}<span lang="zh-CN">{{ move.name }}</span> {{ move.from }}→{{ move.to
            }}{{ 'allocation-controls.effect.' + (last ? 'untestedEnd' : 'and') | transloco }}</span
          >
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
      min-block-size: 1.5em;
      margin-block-start: 2px;
      padding-inline-start: 8px;
      border-inline-start: 3px solid var(--line);
      color: var(--ink-2);
      font-size: 0.8125rem;
    }
    .move {
      color: var(--ink);
      font-weight: 600;
      white-space: nowrap;
    }
  `,
  host: { 'aria-live': 'polite' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EffectLine {
  private readonly display = inject(Display);
  readonly desk = input.required<SplitDesk>();
  readonly key = input.required<SettingKey>();

  protected readonly state = computed(() => {
    const desk = this.desk();
    if (desk.errors().length > 0 || !desk.proposal()) return 'refused';
    return changedKeys(desk.inForce(), desk.settings()).includes(this.key()) ? 'changed' : 'same';
  });
  protected readonly effect = computed(() => this.desk().effects().get(this.key()));
  /** What stopped the simulation of the page has stopped this one too: nothing more comes by waiting. */
  protected readonly isFailed = computed(
    () => this.desk().certainty() === 'failed' || this.desk().effectsFailed(),
  );
  protected readonly moves = computed(() => {
    const effect = this.effect();
    return effect?.kind === 'moves' ? this.named(effect.moves) : [];
  });
  protected readonly untested = computed(() => {
    const effect = this.effect();
    return effect && 'untested' in effect ? this.named(effect.untested) : [];
  });
  protected readonly policy = computed(() => `allocations.against.${this.desk().toldAgainst()}`);
  protected readonly unit = computed(() => this.display.unit());
  protected readonly print = printSigned;

  private named<T extends { readonly county: string }>(of: readonly T[]) {
    const names = new Map(
      this.desk()
        .question()
        ?.counties.map(({ id, name }) => [id, name]),
    );
    return of.map((one) => ({ ...one, name: names.get(one.county) ?? one.county }));
  }

  protected money(fen: number): string {
    return printSignedMoney(fen, this.display.unit());
  }
}
