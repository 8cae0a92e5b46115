import { inject, Injectable } from '@angular/core';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { Language } from '../../ui/language';
import { listInWords } from '../../ui/list-in-words';
import { changedKeys } from '../../ui/rebase';

export interface SettingChange {
  readonly key: keyof SecuritySettings;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Roles of two versions are the same whatever their order. */
const inOrder = (settings: SecuritySettings): SecuritySettings => ({
  ...settings,
  secondFactorRoles: [...settings.secondFactorRoles].sort(),
});

@Injectable({ providedIn: 'root' })
export class SettingWords {
  private readonly language = inject(Language);

  name(key: keyof SecuritySettings): string {
    return this.language.text(`security.setting.${key}`);
  }

  /** 12 个字符 · 启用 · 系统管理员、审计管理员 */
  value(settings: SecuritySettings, key: keyof SecuritySettings): string {
    const value = settings[key];
    if (typeof value === 'number') return `${value} ${this.language.text(`security.unit.${key}`)}`;
    if (typeof value === 'boolean') return this.language.text(value ? 'security.on' : 'security.off');
    if (value.length === 0) return this.language.text('security.noRoles');
    const names = value.map((role) => this.language.text(`ui.role.${role}`));
    return listInWords(names, this.language.current());
  }

  changes(before: SecuritySettings, after: SecuritySettings): SettingChange[] {
    return changedKeys(inOrder(before), inOrder(after)).map((key) => ({
      key,
      name: this.name(key),
      before: this.value(before, key),
      after: this.value(after, key),
    }));
  }
}
