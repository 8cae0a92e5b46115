/**
 * A refusal to start that the person at the terminal can act on: what is wrong, where, and what to do,
 * once in Chinese and once in English. Anything else that is thrown is a defect and keeps its stack.
 */
export class LaunchError extends Error {
  /** @param {{ zh: string, en: string, details?: string }} message */
  constructor({ zh, en, details = '' }) {
    super(`${zh}\n${en}${details ? `\n${details}` : ''}`);
    this.name = 'LaunchError';
  }
}
