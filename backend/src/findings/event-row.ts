export interface Evidence {
  readonly source: string;
  readonly page?: string | undefined;
}

/** One act of a history, the person by name. */
export interface EventRow {
  readonly act: string;
  readonly by: string | null;
  readonly at: Date;
  readonly text: string | null;
  readonly evidence: Evidence[];
}
