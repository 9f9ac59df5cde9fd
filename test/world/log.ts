import type { Log, LogFacts } from '../../src/log.ts'

/** What the program said of itself, one JSON line each. */
export interface CapturedLog extends Log {
  readonly lines: string[]
  /** The lines that say that something is broken. */
  errors(): string[]
}

export function capturedLog(): CapturedLog {
  const lines: string[] = []
  const write =
    (level: string) =>
    (facts: LogFacts, message: string): void =>
      void lines.push(JSON.stringify({ level, ...facts, message }))
  return {
    lines,
    errors: () => lines.filter((line) => line.startsWith('{"level":"error"')),
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  }
}
