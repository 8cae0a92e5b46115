import type { Draft } from './draft';
import type { Soundness } from './sound-values';

/** One way to spoil a request. */
export interface Trick {
  readonly name: string;
  readonly suits: (draft: Draft) => boolean;
  readonly play: (draft: Draft, soundness: Soundness) => void;
}

export const hasJson = ({ json, bytes }: Draft): boolean => json !== undefined && bytes === null;

export const isForm = ({ operation, bytes }: Draft): boolean => operation.isUpload && bytes !== null;

export const always = (): boolean => true;
