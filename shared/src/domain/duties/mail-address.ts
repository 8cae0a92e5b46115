const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const ADDRESS = new RegExp(
  `^[A-Za-z0-9_](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9_])?@(?:${LABEL}\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$`,
);

/**
 * Whether a text is one plain address of a mailbox, such as `sfj@example.gov.cn`: no name beside it, no second address,
 * no space and no line break, so that nothing of it can become a header or another recipient. 254 characters at most.
 */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && !text.includes('..') && ADDRESS.test(text);
