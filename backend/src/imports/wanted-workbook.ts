import type { Settings } from '../config/settings';
import type { WantedFile } from '../http/upload';

/** Workbooks as large as this installation takes them. */
export const wantedWorkbook = ({ environment }: Settings): WantedFile => ({
  content: 'zip',
  megabytes: environment.workbookMegabytes,
});
