import type { WantedFile } from '../http/upload';

/** A table of two hundred indicators has some hundred kilobytes; by its bytes it is a workbook or JSON. */
export const METHOD_FILE: WantedFile = { content: 'document', megabytes: 2 };
