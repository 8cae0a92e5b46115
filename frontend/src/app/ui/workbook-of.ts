const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook from base64, as the contract carries it. */
export const workbookOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], { type: XLSX });
