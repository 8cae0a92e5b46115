import { bankCardOf, identityNumberOf } from '@yuheng/backend/demonstration/demonstration-numbers';
import { randomUUID } from 'node:crypto';

/** Another identity number at every call, right by its check character and nobody's. */
export const inventedIdentityNumber = (): string => identityNumberOf(randomUUID());
/** Another card number at every call, right by its check digit and nobody's. */
export const inventedCard = (): string => bankCardOf(randomUUID());
