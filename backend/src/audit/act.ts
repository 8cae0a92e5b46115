import type { Role } from '@yuheng/shared/contract/roles';

/** Who acts, as the trail names them. */
export interface Actor {
  readonly accountId: string;
  readonly username: string;
  readonly roles: readonly Role[];
}

/** What an entry says of its act beyond who, when and from where. */
export interface Noted {
  readonly object?: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** Somebody's personal data was shown: found by “who saw personal data”. */
  readonly personalData?: true;
  /** SHA-256 of a batch, of which the trail keeps one entry. */
  readonly digest?: string;
}

/** `by`: what stood for the second factor; `lockedForSeconds`: this failure locked the user name for so long. */
export type Proof = { readonly by: 'totp' | 'recoveryCode' } | { readonly lockedForSeconds: number };

/** By what a request that is sent again is known: its key, and the SHA-256 of what it asks for. */
export interface Repetition {
  readonly key: string;
  readonly requestSha256: string;
}

/**
 * One act of one request on its way into the trail. Services note what it is about as soon as they know, so that a
 * refusal says it as well; it is written once, done or refused.
 */
export class Act {
  actor: Actor | null;
  noted: Noted = {};
  /** Null: sent again it is done again. */
  repetition: Repetition | null = null;
  private proof: Proof | null = null;
  recorded = false;

  constructor(
    readonly name: string,
    actor: Actor | null,
    readonly request: { readonly id: string; readonly address: string } | null,
  ) {
    this.actor = actor;
  }

  note(more: Noted): void {
    const noted = { ...this.noted, ...more };
    this.noted = this.proof
      ? { ...noted, after: { ...(noted.after as object | undefined), ...this.proof } }
      : noted;
  }

  /** How it was proved who acts, or that it was not; it stands beside whatever else is noted as the state after the act. */
  noteProof(proof: Proof): void {
    this.proof = proof;
    this.note({});
  }
}

/** An act of the program itself: the installation, a rotation of keys, a daily work. */
export const ownAct = (name: string): Act => new Act(name, null, null);
