import { inject, Injectable } from '@angular/core';
import { apiProblem } from '../api/api-problem';
import type { Answer } from '../api/client';
import { Language } from '../ui/language';
import { ACTS } from './words-of-acts';
import { FIELD_TEXTS_ZH } from './words-of-fields';
import { VALUE_TEXTS_ZH } from './words-of-values';

export type AuditEntry = Answer<'listAuditEntries'>['entries'][number];
type Content = AuditEntry['content'];

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Long ids by their beginning, as hashes are. */
export const shortId = (id: string): string => (UUID.test(id) ? id.slice(0, 8) : id);

const inside = (value: unknown, key: string): string | null => {
  const one: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof one === 'string' ? one : null;
};

/** Fields whose values the program names itself, and fields of roles. */
const NAMED_FIELDS = ['state', 'method', 'by', 'kind'];
const ROLE_FIELDS = ['roles', 'secondFactorRoles'];

/** An entry of the trail in plain words: who, what, with what outcome. */
@Injectable({ providedIn: 'root' })
export class AuditWords {
  private readonly language = inject(Language);

  /** officer-1（项目科室经办）载入公布文本（2026 年） */
  sentence({ content }: AuditEntry): string {
    return this.text('sentence', {
      who: this.who(content),
      act: this.act(content.act),
      object: this.object(content),
    });
  }

  who({ actor, roles, requestId }: Content): string {
    if (!actor) return this.text(requestId === null ? 'program' : 'stranger');
    if (roles.length === 0) return actor.username;
    return this.text('who', { username: actor.username, roles: this.roles(roles) });
  }

  roles(roles: readonly string[]): string {
    return roles.map((role) => this.language.text(`ui.role.${role}`)).join(this.text('separator'));
  }

  act(act: string): string {
    return this.text(ACTS.includes(act) ? `act.${act}` : 'unknownAct');
  }

  /** The title that the refused person was shown. */
  problem(slug: string): string {
    return this.language.say(apiProblem(0, { type: slug }).text.title);
  }

  /** What the act was done to, where the act does not say so by itself. */
  object({ object, actor, before, after }: Content): string {
    if (!object || object.kind === 'session' || object.kind === 'city') return '';
    const { kind, id } = object;
    if (kind === 'account') {
      if (id === actor?.account) return '';
      const name = inside(before, 'username') ?? inside(after, 'username');
      return name
        ? this.text('object.account', { name })
        : this.text('object.accountById', { id: shortId(id) });
    }
    if (kind === 'publication') return this.text('object.publication', { id });
    if (kind === 'auditEntries') {
      const [from = '', to = ''] = id.split('/');
      return this.text('object.days', {
        from: from === '..' ? this.text('object.first') : from,
        to: to === '..' ? this.text('object.last') : to,
      });
    }
    const name = inside(after, 'name');
    return name && kind === 'accessToken'
      ? this.text('object.accessToken', { name })
      : this.text('object.other', { id: shortId(id) });
  }

  /** A field of before and after by its name in words; numbers of list members stay numbers. */
  field(path: readonly string[]): string {
    const known = (key: string) => Object.hasOwn(FIELD_TEXTS_ZH, key);
    return path.map((key) => (known(key) ? this.text(`field.${key}`) : key)).join(' › ');
  }

  /** A value of a field. Words stand only where the program itself has named it: a person may be called `finance`. */
  value(value: unknown, path: readonly string[]): string {
    if (value === undefined) return '—';
    if (value === null || (Array.isArray(value) && value.length === 0)) return this.text('detail.none');
    if (typeof value === 'boolean') return this.text(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.map((one) => this.value(one, path)).join(this.text('separator'));
    return typeof value === 'string' ? this.known(value, path.at(-1) ?? '') : String(value);
  }

  private known(value: string, field: string): string {
    if (NAMED_FIELDS.includes(field) && Object.hasOwn(VALUE_TEXTS_ZH, value))
      return this.text(`value.${value}`);
    const key = `ui.role.${value}`;
    const said = ROLE_FIELDS.includes(field) ? this.language.text(key) : key;
    return said === key ? value : said;
  }

  private text(key: string, values: Record<string, unknown> = {}): string {
    return this.language.text(`audit.${key}`, values);
  }
}
