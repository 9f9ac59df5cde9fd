export type CopyDone = {
  readonly code: 'goals-copied'
  readonly goals: number
  readonly units: number
  /** Names of work items that have ended; their goals were left out. */
  readonly ended: readonly string[]
  /** Names of units that were asked for and got nothing. */
  readonly left: readonly string[]
}
