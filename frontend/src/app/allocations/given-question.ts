import type { AllocationQuestion } from '@yuheng/shared/contract/allocation-scenarios';
import type { Role } from '@yuheng/shared/contract/roles';
import { GIVEN_EVIDENCE } from '@yuheng/shared/domain/allocation/evidence/given-evidence';
import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { ProposingAnswer, ProposingQuestion, ProposingWorker } from './start-proposing-worker';

export const NAMES: Readonly<Record<string, string>> = {
  hongta: '红塔区',
  jiangchuan: '江川区',
  chengjiang: '澄江市',
  tonghai: '通海县',
  huaning: '华宁县',
  yimen: '易门县',
  eshan: '峨山彝族自治县',
  xinping: '新平彝族傣族自治县',
  yuanjiang: '元江哈尼族彝族傣族自治县',
};

/** What the server answers for 2026 on invented evidence, before a policy is published. */
export const GIVEN_QUESTION: AllocationQuestion = {
  program: 'assistants',
  year: 2026,
  asOf: '2026-03-20',
  demonstration: true,
  evidence: GIVEN_EVIDENCE as unknown as AllocationQuestion['evidence'],
  evidenceSha256: 'e'.repeat(64),
  obstacle: null,
  results: [
    {
      run: GIVEN_EVIDENCE.scoring?.run ?? '',
      kind: 'departmentEvaluation',
      year: 2025,
      finalisedOn: '2026-03-10',
      isDefault: true,
    },
  ],
  later: [bilingual('2025年度财政评价尚未定案', 'the finance evaluation of 2025 is not finalised')],
  counties: GIVEN_EVIDENCE.counties.map(({ county }) => ({ id: county, name: NAMES[county] ?? county })),
  lastSplit: {
    publication: 2025,
    source: GIVEN_EVIDENCE.lastSplit.source,
    counties: GIVEN_EVIDENCE.counties.map(({ county, lastPosts, lastFen }) => ({
      county,
      posts: lastPosts,
      fen: lastFen,
    })),
  },
  policy: {
    version: null,
    name: null,
    settings: CAREFUL_SETTINGS as AllocationQuestion['policy']['settings'],
  },
};

/** The money of mediation is kept as it is: there is no evidence, and the reason is told. */
export const MEDIATION: AllocationQuestion = {
  ...GIVEN_QUESTION,
  program: 'mediation',
  evidence: null,
  evidenceSha256: null,
  obstacle: bilingual(
    '一案一补数据归集前，维持现行分配。',
    'Until claims are gathered, the split in force is kept.',
  ),
  results: [],
  later: [],
  lastSplit: {
    publication: 2025,
    source: bilingual('2025年公布的分配', 'the split of 2025'),
    counties: GIVEN_QUESTION.counties.map(({ id }) => ({ county: id, posts: null, fen: 5_000_000 })),
  },
};

export const signedIn = (...roles: readonly Role[]) => ({
  'GET /api/session': {
    body: { account: { name: '经办', username: 'officer-1', roles, counties: [] }, demonstration: null },
  },
});

/** Workers that answer when they are told to, by the real engine. */
export class GivenWorkers {
  readonly started: GivenWorker[] = [];
  readonly start = async (): Promise<ProposingWorker> => {
    const worker = new GivenWorker();
    this.started.push(worker);
    return worker;
  };

  /** Questions that wait for their answer. */
  waiting(): readonly GivenWorker[] {
    return this.started.filter(({ asked, isEnded }) => asked !== null && !isEnded);
  }

  answerAll(): void {
    for (const worker of this.waiting()) worker.answer();
  }
}

export class GivenWorker implements ProposingWorker {
  asked: ProposingQuestion | null = null;
  isEnded = false;
  onmessage: Worker['onmessage'] = null;
  onerror: Worker['onerror'] = null;

  postMessage(question: ProposingQuestion): void {
    this.asked = question;
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(): void {
    if (!this.asked) return;
    const { id, evidence, settings, depth } = this.asked;
    this.asked = null;
    const outcome = proposeSplit(evidence, settings, depth);
    this.tell({ id, outcome });
  }

  tell(data: ProposingAnswer): void {
    this.onmessage?.call(this as never, { data } as MessageEvent<ProposingAnswer>);
  }

  fail(message: string): void {
    this.asked = null;
    this.onerror?.call(this as never, { message } as ErrorEvent);
  }
}
