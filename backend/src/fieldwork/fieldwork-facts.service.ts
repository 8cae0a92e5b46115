import { Injectable } from '@nestjs/common';
import type {
  CountyFieldwork,
  FieldworkFact,
  FieldworkFacts,
} from '@yuheng/shared/contract/fieldwork-papers';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { MetricCode } from '@yuheng/shared/domain/metrics/metric';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import { DataSource } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import type { SignedIn } from '../identity/signed-in';
import { FieldworkAccessService, type OfCounty } from './fieldwork-access.service';
import { FieldworkParts } from './fieldwork-parts';

/** What fieldwork says beside the box in which an evaluator marks: a sentence each, by indicator. */
@Injectable()
export class FieldworkFactsService {
  constructor(
    private readonly source: DataSource,
    private readonly access: FieldworkAccessService,
    private readonly parts: FieldworkParts,
  ) {}

  async read(account: SignedIn, asked: OfCounty): Promise<FieldworkFacts> {
    const { key, scope } = await this.access.open(account, asked);
    return scoped(this.source, scope, async (tx) => {
      const { method } = await this.access.round(tx, asked.round);
      const reader = { username: account.username, mayEnter: false };
      return { facts: factsOf(await this.parts.ofCounty(tx, key, reader), method) };
    });
  }
}

type Parts = Pick<CountyFieldwork, 'records' | 'photos' | 'samples' | 'surveys'>;

/** Every survey is evidence of satisfaction, also one that was entered of an indicator of its own. */
const SATISFACTION: MetricCode = 'satisfaction';

/** Surveys first, because a mark rests on them; what was taken away says nothing. */
function factsOf({ records, photos, samples, surveys }: Parts, { indicators }: Method): FieldworkFact[] {
  const measured = indicators.filter(({ id }) => id === SATISFACTION).map(({ id }) => id);
  return [
    ...surveys.flatMap(({ indicator: entered, title, audience, closesOn, sentence }) =>
      [...new Set([entered, ...measured])].map((indicator) => ({
        ...{ kind: 'survey' as const, indicator, on: closesOn, text: sentence },
        words: `${title}（${audience}）`,
      })),
    ),
    ...records.map(({ content, number }) => ({
      ...{ kind: content.kind, on: content.on, ...saidBy(content, number) },
      indicator: content.kind === 'slip' ? (content.indicator ?? null) : null,
    })),
    ...photos
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ indicator, note }) => ({
        ...{
          kind: 'photo' as const,
          indicator,
          on: null,
          text: bilingual('照片', 'Photograph'),
          words: note,
        },
      })),
    ...samples.map(({ sentence, drawnOn }) => ({
      ...{ kind: 'sample' as const, indicator: null, on: drawnOn, text: sentence, words: null },
    })),
  ];
}

function saidBy(
  content: CountyFieldwork['records'][number]['content'],
  number: number,
): { readonly text: Bilingual; readonly words: string } {
  switch (content.kind) {
    case 'visit':
      return { text: bilingual(`现场记录第${number}号`, `Visit No. ${number}`), words: content.notes };
    case 'interview':
      return {
        text: bilingual(
          `访谈记录第${number}号，${content.questions.length}问`,
          `Interview No. ${number}, ${content.questions.length} questions`,
        ),
        words: content.function,
      };
    case 'slip':
      return {
        text: bilingual(`取证单第${number}号`, `Slip of evidence No. ${number}`),
        words: `${content.subject}：${content.facts}`,
      };
  }
}
