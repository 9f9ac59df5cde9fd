/** What is counted of the program's work. Every label is one of few: a kind, a command's type, a code of ours. */
export interface Meter {
  /** A delivery was answered: `done`, `refused`, `answered` (nothing to decide), `late`, `failed`, `forged`. Seconds from its arrival. */
  answered(kind: string, outcome: string, seconds: number): void
  /** A command was decided. */
  decided(command: string, outcome: 'done' | 'refused' | 'repeated'): void
  /** A row of the outbox was tried: `sent`, or what was wrong. */
  tried(kind: string, outcome: string): void
  /** A job of the clock ended. */
  ran(job: string, ok: boolean, seconds: number): void
}

export const noMeter: Meter = { answered() {}, decided() {}, tried() {}, ran() {} }
