import { refusal, type Refusal } from '../refusal';

export interface Settling {
  readonly state: 'asked' | 'received' | 'waived';
  readonly note: string | null;
  /** How many documents are named. */
  readonly evidence: number;
}

/**
 * Ticking a line of the 资料清单. A document that was received says where it is (a file, a document by name, or a note such as
 * “现场查阅原件”), one that is not needed says why. A county says only that it handed something in.
 */
export function checkSettling({ state, note, evidence }: Settling, mayWaive: boolean): readonly Refusal[] {
  if (state !== 'received' && !mayWaive) {
    return [
      refusal(
        '/state',
        '县（市、区）只登记“已提供”；不再需要的或者退回的，由评价人员登记。',
        'A county only says that it handed a document in; evaluators say the rest.',
      ),
    ];
  }
  if (state === 'received' && note === null && evidence === 0) {
    return [
      refusal(
        '/note',
        '请附上材料，或者写明材料在哪里（如“现场查阅原件”）。',
        'Attach the document, or say where it is (such as “original seen on the spot”).',
      ),
    ];
  }
  if (state === 'waived' && note === null) {
    return [refusal('/note', '请写明为什么不再需要。', 'Say why it is not needed any more.')];
  }
  return [];
}
