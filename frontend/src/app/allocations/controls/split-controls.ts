import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type {
  AllocationSettings,
  FactorId,
  PerformanceSettings,
} from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { sameSettings } from '@yuheng/shared/domain/allocation/settings/canonical-settings';
import { FACTOR_NAMES } from '@yuheng/shared/domain/allocation/settings/factor-names';
import { ALLOCATION_PRESETS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { ViewState } from '../../api/view-state';
import { formatDay } from '../../ui/day';
import { Language } from '../../ui/language';
import { SaidPipe } from '../../ui/said';
import { useTexts } from '../../ui/texts';
import type { SplitDesk } from '../split-desk';
import { CONTROLS_TEXTS } from './controls-texts';
import { CountyBounds } from './county-bounds';
import {
  ADVANCE_PERCENT,
  CHANGE_PARTS,
  CHANGE_RATIO,
  FACTOR_WEIGHTS,
  FIRMNESS_FIGURES,
  MOVABLE_POSTS,
  PERFORMANCE_FIGURES,
  PERFORMANCE_STARTS,
  PHASE_FIGURES,
  RESEARCH_FIGURES,
} from './setting-fields';
import { SettingChoice, type Choice } from './setting-choice';
import { SettingField } from './setting-field';
import { SettingGroup } from './setting-group';

const MODES = ['none', 'continuous', 'gradeCoefficient', 'add'] as const;
const METHODS = ['hamilton', 'webster', 'jefferson', 'hill', 'adams'] as const;
const MONTHS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];

/** Everything that a split is made by, each with what it means and what it does; without evidence nothing can be moved. */
@Component({
  selector: 'yh-split-controls',
  imports: [TranslocoPipe, CountyBounds, SaidPipe, SettingChoice, SettingField, SettingGroup],
  templateUrl: './split-controls.html',
  styleUrl: './split-controls.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.control.z)': 'undo($event)', '(keydown.control.y)': 'redo($event)' },
})
export class SplitControls {
  private readonly language = inject(Language);
  private readonly view = inject(ViewState);
  readonly desk = input.required<SplitDesk>();

  protected readonly presets = ALLOCATION_PRESETS;
  protected readonly names = FACTOR_NAMES;
  protected readonly weights = FACTOR_WEIGHTS.map((figure) => ({
    figure,
    factor: figure.id.slice('weight.'.length) as FactorId,
  }));
  protected readonly movable = MOVABLE_POSTS;
  protected readonly parts = CHANGE_PARTS;
  protected readonly ratio = CHANGE_RATIO;
  protected readonly phase = PHASE_FIGURES;
  protected readonly firmness = FIRMNESS_FIGURES;
  protected readonly research = RESEARCH_FIGURES;
  protected readonly advance = ADVANCE_PERCENT;

  protected readonly settings = computed(() => this.desk().settings());
  /** 维持现行分配 alone is possible, and why. */
  protected readonly obstacle = computed(() => this.desk().question()?.obstacle ?? null);
  protected readonly isOff = computed(() => !this.desk().evidence());
  /** Where everything is off the split is kept, and no figure of another program’s policy is shown as if it were in force. */
  protected readonly pressed = computed(() =>
    this.isOff()
      ? 'keep'
      : this.desk().errors().length > 0
        ? null
        : (ALLOCATION_PRESETS.find(({ settings }) => sameSettings(settings, this.settings()))?.id ?? null),
  );
  protected readonly performance = computed(() => PERFORMANCE_FIGURES[this.settings().performance.mode]);
  protected readonly change = computed(() => {
    const { maximumChange } = this.settings();
    return maximumChange === null ? 'none' : 'parts' in maximumChange ? 'parts' : 'ratio';
  });
  /** Errors of a whole group, which no single field has. */
  protected readonly ofFactors = computed(() => this.wrongAt('/factors'));
  protected readonly ofYears = computed(() => this.wrongAt('/window/years'));
  protected readonly ofMonth = computed(() => this.wrongAt('/window/lastMonth'));

  protected readonly modes = computed(() => this.choices('mode', MODES));
  protected readonly methods = computed(() => this.choices('method', METHODS));
  protected readonly floors = computed(() => this.choices('floor', ['verifiedAverage', 'none']));
  protected readonly indicators = computed(() => this.choices('indicators', ['countyJustice', 'all']));
  protected readonly changes = computed(() => this.choices('change', ['none', 'parts', 'ratio']));
  protected readonly years = computed(() => this.counted('years', ['1', '2', '3']));
  protected readonly months = computed(() => this.counted('month', MONTHS));
  protected readonly starts = computed(() => this.counted('start', MONTHS));
  protected readonly results = computed<readonly Choice[]>(() => {
    const language = this.language.current();
    return (this.desk().question()?.results ?? []).map(({ run, kind, year, finalisedOn }) => ({
      value: run,
      words: this.language.text(`allocation-controls.result.${kind}`, {
        year,
        day: formatDay(finalisedOn, language),
      }),
    }));
  });
  protected readonly chosenResult = computed(() => this.desk().evidence()?.scoring?.run ?? '');
  /** What it means that another result than the default one is used; empty where it is that one, or there is none. */
  protected readonly otherResult = computed(() => {
    const standard = this.desk()
      .question()
      ?.results.find(({ isDefault }) => isDefault)?.run;
    const wordsOf = (run?: string) => this.results().find(({ value }) => value === run)?.words;
    const [chosen, usual] = [wordsOf(this.chosenResult()), wordsOf(standard)];
    if (!chosen || !usual || chosen === usual) return '';
    return this.language.text('allocation-controls.otherResult', { chosen, standard: usual });
  });

  constructor() {
    useTexts('allocation-controls', CONTROLS_TEXTS);
  }

  private choices(of: string, values: readonly string[]): readonly Choice[] {
    return values.map((value) => ({
      value,
      words: this.language.text(`allocation-controls.${of}.${value}`),
    }));
  }

  private counted(of: string, values: readonly string[]): readonly Choice[] {
    return values.map((value) => ({
      value,
      words: this.language.text(`allocation-controls.${of}`, { count: value }),
    }));
  }

  private wrongAt(pointer: string): string {
    const wrong = this.desk()
      .refusals()
      .find((one) => one.pointer.replace(/^\/settings/, '') === pointer);
    return wrong ? this.language.say(wrong.detail) : '';
  }

  protected take(settings: AllocationSettings): void {
    this.desk().change(settings);
  }

  protected set(changes: Partial<AllocationSettings>): void {
    this.desk().change({ ...this.settings(), ...changes });
  }

  protected setMode(mode: string): void {
    this.set({ performance: PERFORMANCE_STARTS[mode as PerformanceSettings['mode']] });
  }

  protected setIndicators(indicators: string): void {
    this.set({ indicators: indicators as AllocationSettings['indicators'] });
  }

  protected setFloor(floor: string): void {
    this.set({ floor: floor as AllocationSettings['floor'] });
  }

  protected setMethod(method: string): void {
    this.set({ method: method as AllocationSettings['method'] });
  }

  protected setChange(kind: string): void {
    this.set({ maximumChange: kind === 'none' ? null : kind === 'parts' ? { parts: 1 } : { ratio: '0.1' } });
  }

  protected setWindow(changes: Partial<AllocationSettings['window']>): void {
    this.set({ window: { ...this.settings().window, ...changes } });
  }

  protected setGate(event: Event): void {
    const gate = (event.target as HTMLInputElement).checked;
    this.set({ firmness: { ...this.settings().firmness, gate } });
  }

  protected setPhase(event: Event): void {
    const isOn = (event.target as HTMLInputElement).checked;
    const firstYear = this.desk().question()?.year ?? this.view.year();
    this.set({ phaseIn: isOn ? { firstYear, years: 2 } : null });
  }

  protected setResult(scoringRun: string): void {
    const isDefault = this.desk()
      .question()
      ?.results.some(({ run, isDefault }) => run === scoringRun && isDefault);
    void this.view.change({ scoringRun: isDefault ? null : scoringRun });
  }

  protected undo(event: Event): void {
    event.preventDefault();
    this.desk().undo();
  }

  protected redo(event: Event): void {
    event.preventDefault();
    this.desk().redo();
  }
}
