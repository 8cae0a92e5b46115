import { bilingual, type Bilingual } from '../bilingual';
import { sealed, shortHash, type Certificate, type CanonicalRecord, type Sha256 } from './certificate';

/** A stored run, as its certificate tells of it. */
export interface CertifiedRun {
  readonly kind: Certificate['kind'];
  readonly engine: string;
  readonly input: CanonicalRecord;
  readonly inputHash: string;
  readonly answer: CanonicalRecord;
  readonly about: {
    readonly run: string;
    readonly program: string;
    readonly year: number;
    /** Which of the three kinds of evaluation; of scores only. */
    readonly evaluation?: string;
    /** The moment, as ISO 8601 in UTC. */
    readonly createdAt: string;
    /** The hash that the run was stored under, as its page shows it. */
    readonly inputsSha256: string;
    /** What must be said wherever the figures appear: 演示数据, 测算稿 …. */
    readonly marks: readonly Bilingual[];
  };
}

export const DEMONSTRATION_MARK = bilingual(
  '演示数据，不作为任何依据',
  'demonstration data, no basis for anything',
);
export const PROVISIONAL_MARK = bilingual('待审核，尚未定案', 'provisional, not finalised');

/** The certificate of a stored run; its marks stand in both languages, each on one line. */
export const runCertificate = (run: CertifiedRun, sha256: Sha256): Certificate =>
  sealed(
    {
      certificate: 1,
      kind: run.kind,
      engine: run.engine,
      input: run.input,
      inputHash: run.inputHash,
      answer: run.answer,
      about: { ...run.about, marks: run.about.marks.map(({ zh, en }) => `${zh} / ${en}`) },
    },
    sha256,
  );

/** The name under which a run's certificate is saved: kind, program, year and 校验码, in ASCII. */
export const certificateFileName = ({ kind, about, inputHash }: CertifiedRun): string =>
  `yuheng-${kind}-${about.program}-${about.year}-${shortHash(inputHash)}.json`;
