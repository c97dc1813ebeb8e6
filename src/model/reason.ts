/** One term of the sum that made a score. */
export interface Reason {
  readonly feature: string
  readonly contribution: number
}
