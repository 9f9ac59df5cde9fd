/** The shape of a line, the same wherever the program runs: level, time, facts, message. */
import type { Log, LogFacts } from '../log.ts'

export const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const
export type Level = (typeof LEVELS)[number]

/** Options that make pino write the same lines, with its own ISO time. */
export const PINO_SHAPE = {
  base: null,
  messageKey: 'message',
  formatters: { level: (level: string) => ({ level }) },
}

/** A log for where pino does not run; `now` in ms. */
export function lineLog(level: Level, now: () => number, write: (line: string) => void): Log {
  const from = LEVELS.indexOf(level)
  const at =
    (own: Level) =>
    (facts: LogFacts, message: string): void => {
      if (LEVELS.indexOf(own) < from) return
      write(JSON.stringify({ level: own, time: new Date(now()).toISOString(), ...facts, message }))
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
