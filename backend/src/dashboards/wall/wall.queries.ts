import type { EntityManager } from 'typeorm';

/** From here on the transaction can only read: what a link opens changes nothing, whatever the program asks. */
export const forbidWriting = (tx: EntityManager): Promise<unknown> => tx.query('set transaction read only');
