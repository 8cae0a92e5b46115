import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { isYearMonth } from '@yuheng/shared/domain/period/year-month';
import { readExplain, readTrail, type ExplainTarget } from '../api/explain-target';
import { pageSource } from '../api/page-source';
import { ViewState } from '../api/view-state';
import { formatDay } from '../ui/day';
import { Drawer } from '../ui/drawer';
import { ExplainLink } from '../ui/explain-link';
import { Language } from '../ui/language';
import { ProblemNotice } from '../ui/problem-notice';
import { useTexts } from '../ui/texts';
import { EXPLAIN_TEXTS } from './explain-texts';
import { crumbsOf } from './explain-trail';
import { InspectionSheet } from './inspection-sheet';
import { PartSheet } from './part-sheet';
import { ScoreSheet } from './score-sheet';

/**
 * Explains any score or amount, and shows any inspection, over whatever page is open. What it shows stands in the
 * address (`?explain=`, `?via=`), so that it can be shared and the browser's own back goes up again.
 */
@Component({
  selector: 'yh-explain-drawer',
  imports: [TranslocoPipe, Drawer, ExplainLink, InspectionSheet, PartSheet, ProblemNotice, ScoreSheet],
  templateUrl: './explain-drawer.html',
  styleUrl: './explain-drawer.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExplainDrawer {
  private readonly view = inject(ViewState);
  private readonly language = inject(Language);

  protected readonly asked = computed(() => this.view.query().get('explain'));
  protected readonly target = computed(() => readExplain(this.asked()));
  protected readonly crumbs = computed(() => {
    const target = this.target();
    return target ? crumbsOf(target, readTrail(this.view.query().get('via'))) : [];
  });
  /** The way to what is shown, itself included: what opens from it leads back to it. */
  protected readonly trail = computed(() => this.crumbs().map((crumb) => crumb.target));
  /** The score that is shown, or that led to what is shown: it names the steps of the way back, too. */
  private readonly scoreAsked = computed(() => this.trail().findLast((one) => one.kind === 'score'));

  private readonly scoreKey = computed(() => {
    const { run, county } = this.scoreAsked() ?? {};
    return run && county ? `${run}:${county}` : '';
  });
  protected readonly score = pageSource('explainScore', () => {
    const [run, county] = this.scoreKey().split(':');
    return run && county ? { params: { run, county } } : undefined;
  });
  protected readonly inspection = pageSource('readInspection', () => {
    const target = this.target();
    if (target?.kind !== 'inspection' || !isYearMonth(target.month)) return undefined;
    const { county, month } = target;
    return { params: { county, month }, query: { program: this.view.program() } };
  });
  private readonly partRun = computed(() => {
    const target = this.target();
    return target?.kind === 'part' ? target.run : '';
  });
  protected readonly part = pageSource('readAllocationRun', () =>
    this.partRun() ? { params: { run: this.partRun() } } : undefined,
  );
  protected readonly source = computed(() => {
    const target = this.target();
    return target ? { score: this.score, inspection: this.inspection, part: this.part }[target.kind] : null;
  });

  protected readonly heading = computed(() => {
    const target = this.target();
    const say = (key: string, words?: Record<string, string>) => this.language.text(`explain.${key}`, words);
    if (!target) return say('score');
    if (target.kind === 'inspection') {
      const month = formatDay(target.month, this.language.current());
      const county = this.inspection.value()?.countyName ?? '';
      return say('inspectionOf', { county, month }).trim();
    }
    if (target.kind === 'part') {
      const county = this.part.value()?.counties.find((one) => one.county === target.county)?.name;
      return county ? say('partOf', { county }) : say('part');
    }
    const county = this.score.value()?.score.name;
    if (!county) return say('score');
    return target.leaf
      ? say('leafOf', { county, leaf: this.leafName(target.leaf) })
      : say('scoreOf', { county });
  });

  constructor() {
    useTexts('explain', EXPLAIN_TEXTS);
  }

  protected nameOf(target: ExplainTarget): string {
    const say = (key: string, words?: Record<string, string>) =>
      this.language.text(`explain.crumb.${key}`, words);
    if (target.kind === 'part') return say('part');
    if (target.kind === 'inspection') {
      return say('inspection', { month: formatDay(target.month, this.language.current()) });
    }
    return target.leaf ? this.leafName(target.leaf) : say('total');
  }

  private leafName(id: string): string {
    const leaf = this.score.value()?.score.leaves.find((one) => one.id === id);
    return leaf ? this.language.say(leaf.name) : this.language.text('explain.crumb.leaf');
  }

  /** Also called when the address closed the drawer, by the browser's own back: then there is nothing to remove. */
  protected close(): void {
    if (this.asked() !== null) void this.view.change({ explain: null, via: null });
  }
}
