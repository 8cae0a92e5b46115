import type { FieldRecordContent } from '@yuheng/shared/contract/fieldwork-papers';
import { isoDate } from '@yuheng/shared/domain/period/year-month';

type Kind = FieldRecordContent['kind'];

/** Fields of one line, and of several, by kind; `on` and the evaluators stand in every one. */
export const SHORT_FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  visit: ['place'],
  interview: ['place', 'function'],
  slip: ['place', 'provider', 'subject'],
};
export const LONG_FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  visit: ['met', 'notes'],
  interview: [],
  slip: ['facts', 'attachments'],
};

export interface RecordDraft {
  readonly fields: Readonly<Record<string, string>>;
  readonly evaluators: readonly string[];
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
}

export const emptyDraft = (on = ''): RecordDraft => ({
  fields: { on },
  evaluators: [],
  questions: [{ question: '', answer: '' }],
});

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What stands in a record, as its form shows it: lists line by line. */
export function draftOf(content: FieldRecordContent): RecordDraft {
  const { on, place, evaluators } = content;
  const common = { on, place };
  switch (content.kind) {
    case 'visit':
      return {
        ...emptyDraft(),
        evaluators,
        fields: { ...common, met: content.met.join('\n'), notes: content.notes },
      };
    case 'interview':
      return { evaluators, questions: content.questions, fields: { ...common, function: content.function } };
    case 'slip': {
      const { provider, subject, facts, attachments, indicator = '' } = content;
      return {
        ...emptyDraft(),
        evaluators,
        fields: { ...common, provider, subject, facts, indicator, attachments: attachments.join('\n') },
      };
    }
  }
}

/** The record as it is sent; null where something is missing that only its writer knows. */
export function contentOf(
  kind: Kind,
  { fields, evaluators, questions }: RecordDraft,
): FieldRecordContent | null {
  const text = (name: string): string => (fields[name] ?? '').trim();
  const needed = ['on', ...SHORT_FIELDS[kind], ...LONG_FIELDS[kind].filter((name) => name !== 'attachments')];
  if (evaluators.length === 0 || needed.some((name) => text(name) === '')) return null;
  const common = { on: isoDate(text('on')), place: text('place'), evaluators: [...evaluators] };
  if (kind === 'visit') return { kind, ...common, met: lines(text('met')), notes: text('notes') };
  if (kind === 'slip') {
    const indicator = text('indicator');
    return {
      ...{ kind, ...common, provider: text('provider'), subject: text('subject'), facts: text('facts') },
      attachments: lines(text('attachments')),
      ...(indicator ? { indicator } : {}),
    };
  }
  const asked = questions
    .map(({ question, answer }) => ({ question: question.trim(), answer: answer.trim() }))
    .filter(({ question, answer }) => question !== '' || answer !== '');
  const isWhole = asked.length > 0 && asked.every(({ question, answer }) => question !== '' && answer !== '');
  return isWhole ? { kind, ...common, function: text('function'), questions: asked } : null;
}
