import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { settingsErrors } from '@yuheng/shared/domain/allocation/settings/settings-checks';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { givenServer, said } from '../../testing';
import { useTexts } from '../../ui/texts';
import { ALLOCATIONS_TEXTS } from '../allocations-texts';
import { GIVEN_QUESTION } from '../given-question';
import type { SplitDesk } from '../split-desk';
import { CONTROLS_TEXTS } from './controls-texts';
import { SettingGroup } from './setting-group';

let settings: AllocationSettings = CAREFUL_SETTINGS;
const desk = {
  errors: () => settingsErrors(settings),
  proposal: () => ({}),
  inForce: () => CAREFUL_SETTINGS,
  settings: () => settings,
  effects: () => new Map([['floor', { kind: 'none', untested: [] }]]),
  certainty: () => 'there',
  question: () => GIVEN_QUESTION,
  toldAgainst: () => 'inForce',
} as unknown as SplitDesk;

@Component({
  selector: 'yh-host',
  imports: [SettingGroup],
  template: `
    <yh-setting-group [desk]="desk" [keys]="['floor', 'bounds']" />
    <yh-setting-group [desk]="desk" [keys]="['method']" heading="更多" [isOpen]="true" />
  `,
})
class Host {
  protected readonly desk = desk;

  constructor() {
    useTexts('allocations', ALLOCATIONS_TEXTS);
    useTexts('allocation-controls', CONTROLS_TEXTS);
  }
}

async function groupsOf(given: AllocationSettings): Promise<readonly Element[]> {
  settings = given;
  givenServer({});
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  return [...(fixture.nativeElement as HTMLElement).querySelectorAll('details')];
}

describe('a group of settings', () => {
  it('says closed what each of its settings is, whose words they are, and is opened where it is asked to be', async () => {
    const [bounds, method] = await groupsOf(CAREFUL_SETTINGS);
    expect(said(bounds?.querySelector('.name'))).toBe('保底、单独规定的保底、封顶');
    expect(said(bounds?.querySelector('.words'))).toBe(
      '保底：不低于证据窗口内已审核月份的平均在岗人数（向上取整）；单独规定的保底、封顶：没有',
    );
    expect([bounds?.hasAttribute('open'), method?.hasAttribute('open')]).toEqual([false, true]);
    expect(said(method?.querySelector('.name'))).toBe('更多');
    expect(said(method?.querySelector('.words'))).toMatch(/^最大余数法；/);
  });

  it('tells of every setting whether it does anything: the same as in force, or changed without moving a post', async () => {
    const [bounds] = await groupsOf({ ...CAREFUL_SETTINGS, floor: 'none' });
    const lines = [...(bounds?.querySelectorAll('.effect') ?? [])].map((one) => said(one));
    expect(lines).toEqual([
      '保底 与现行办法相比（只看这一项）： 名额不变',
      '单独规定的保底、封顶 与现行办法相同',
    ]);
  });

  it('says nothing of a setting that holds an error: its field says it', async () => {
    const [bounds] = await groupsOf({
      ...CAREFUL_SETTINGS,
      bounds: [{ county: 'hongta', floor: 5, cap: 3 }],
    });
    expect(said(bounds?.querySelector('.words'))).toBe(
      '保底：不低于证据窗口内已审核月份的平均在岗人数（向上取整）',
    );
    expect(bounds?.querySelectorAll('yh-setting-effect')).toHaveLength(2);
    expect([...(bounds?.querySelectorAll('yh-setting-effect') ?? [])].map((one) => said(one))).toEqual([
      '',
      '',
    ]);
  });
});
