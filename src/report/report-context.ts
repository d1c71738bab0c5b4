/** What a report says about how it was made, since deadlines hang on the time-zone data that comes with Node. */
export interface ReportContext {
  /** Version of Surety. */
  readonly toolVersion: string;
  /** Version of Node, as `20.20.2`. */
  readonly node: string;
}
