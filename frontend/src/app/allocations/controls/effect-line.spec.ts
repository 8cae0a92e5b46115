import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  ALLOCATION_PRESETS,
  CAREFUL_SETTINGS,
} from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { givenServer, said } from '../../testing';
import { useTexts } from '../../ui/texts';
import { ALLOCATIONS_TEXTS } from '../allocations-texts';
import { GIVEN_QUESTION } from '../given-question';
import type { SettingEffect } from '../setting-effects';
import type { SplitDesk } from '../split-desk';
import { CONTROLS_TEXTS } from './controls-texts';
import { EffectLine } from './effect-line';

let effect: SettingEffect | undefined;
let certainty: 'there' | 'computing' | 'failed' = 'there';
let effectsFailed = false;
let retried = 0;
const desk = {
  errors: () => [],
  proposal: () => ({}),
  inForce: () => CAREFUL_SETTINGS,
  settings: () => ALLOCATION_PRESETS.find(({ id }) => id === 'performance30')?.settings,
  effects: () => new Map(effect ? [['performance', effect]] : []),
  certainty: () => certainty,
  effectsFailed: () => effectsFailed,
  retry: () => (retried += 1),
  question: () => GIVEN_QUESTION,
  toldAgainst: () => 'inForce',
} as unknown as SplitDesk;

@Component({
  selector: 'yh-host',
  imports: [EffectLine],
  template: `<yh-setting-effect [desk]="desk" key="performance" />`,
})
class Host {
  protected readonly desk = desk;

  constructor() {
    useTexts('allocations', ALLOCATIONS_TEXTS);
    useTexts('allocation-controls', CONTROLS_TEXTS);
  }
}

async function lineOf(told?: SettingEffect): Promise<string> {
  effect = told;
  givenServer({});
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  return said(fixture.nativeElement as HTMLElement);
}

describe('the line of what a setting does', () => {
  it('says that posts stay where the gate holds them, and what it would have moved', async () => {
    const untested = [
      { county: 'hongta', from: 26, to: 25 },
      { county: 'tonghai', from: 19, to: 20 },
    ];
    expect((await lineOf({ kind: 'none', untested })).replace(/ ?(（|、) ?/g, '$1')).toBe(
      '与现行办法相比（只看这一项）： 名额不变（未经把握检验的测算值：红塔区 26→25、通海县 19→20）',
    );
  });

  it('says that it is being computed only while it is, and else what failed and what to do', async () => {
    certainty = 'computing';
    expect(await lineOf()).toBe('影响计算中……');
    certainty = 'failed';
    TestBed.resetTestingModule();
    expect(await lineOf()).toMatch(/^影响未能计算：.*请点本页的“重试”/);
    certainty = 'there';
  });

  it('of a trial that broke off says so and tries it again when asked, though the certainty of the split is there', async () => {
    effectsFailed = true;
    givenServer({});
    effect = undefined;
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const line = fixture.nativeElement as HTMLElement;
    expect(said(line)).toMatch(/^影响未能计算：/);
    const button = line.querySelector('button');
    button?.click();
    expect(retried).toBe(1);
    effectsFailed = false;
  });

  it('says no more than that where nothing would have moved either', async () => {
    expect(await lineOf({ kind: 'none', untested: [] })).toBe('与现行办法相比（只看这一项）： 名额不变');
  });
});
