/** A start that must not go on, said in words for the person at the terminal. */
export class StartRefused extends Error {}
