/** What the program says of itself: one line of JSON each, without secrets and without what people wrote. */
export interface Log {
  debug(facts: LogFacts, message: string): void
  info(facts: LogFacts, message: string): void
  warn(facts: LogFacts, message: string): void
  error(facts: LogFacts, message: string): void
}

export type LogFacts = Readonly<Record<string, unknown>>

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

const LONGEST_MESSAGE = 200
const DEEPEST_CAUSE = 3

/** An error as facts of a line: its kind, its code, where it happened, and its words as far as they are our own. */
export type ErrorFacts = {
  readonly error: string
  readonly code?: string
  readonly stack?: readonly string[]
  readonly cause?: ErrorFacts
}

/**
 * What is thrown often quotes what it choked on (a schema's issues, JSON that does not parse, a refused card), and no log
 * may hold that: of the words stay those in plain English outside of quotes and brackets.
 */
export function sayError(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { error: `thrown ${typeof error}` }
  const code = 'code' in error && typeof error.code === 'string' ? error.code.slice(0, 60) : undefined
  const stack = framesOf(error)
  return {
    error: `${error.name}: ${issuesOf(error) ?? withoutQuotes(error.message)}`,
    ...(code !== undefined && { code }),
    ...(stack.length > 0 && { stack }),
    ...(error.cause !== undefined && depth < DEEPEST_CAUSE && { cause: sayError(error.cause, depth + 1) }),
  }
}

const said = new WeakSet<object>()

/** An error that has its line; whoever catches it further out writes no second one. */
export function markSaid(error: unknown): void {
  if (error instanceof Error) said.add(error)
}

export const wasSaid = (error: unknown): boolean => error instanceof Error && said.has(error)

/** A name of code, perhaps, and a place in a file: no words of a message look like that. */
const FRAME =
  /^ {4}at ((?:(?:async |new )?[\w.$<>#[\] ]+ \()?(?:file:|node:|\/|[A-Z]:)[\w./:@+~-]*:\d+:\d+\)?)$/

/** The lines of the stack after the message, which may itself have many lines. */
function framesOf(error: Error): readonly string[] {
  const { stack = '', message } = error
  const after = message === '' ? 0 : Math.max(0, stack.indexOf(message)) + message.length
  return stack
    .slice(after)
    .split('\n')
    .flatMap((line) => FRAME.exec(line)?.[1] ?? [])
}

/** Of a schema's complaint: which kind, at which field of ours. */
function issuesOf(error: Error): string | undefined {
  if (!('issues' in error) || !Array.isArray(error.issues)) return undefined
  return error.issues
    .slice(0, 10)
    .map((issue: { readonly code?: unknown; readonly path?: unknown }) => {
      const path = Array.isArray(issue.path) ? issue.path.map(ownWord) : []
      return `${String(issue.code)} at ${path.join('.')}`
    })
    .join(', ')
}

const ownWord = (part: unknown): string =>
  typeof part === 'number' ? String(part) : /^[a-z][A-Za-z]{0,30}$/.test(String(part)) ? String(part) : '…'

/** Quoted parts, whatever is in brackets, and all that is not plain English are left out. */
export function withoutQuotes(text: string): string {
  return text
    .slice(0, 2000)
    .replace(/[{[].*/s, '…')
    .replace(/"[^"]*("|$)|'[^']*('|$)|`[^`]*(`|$)/gs, '…')
    .replace(/[^\x20-\x7e]+/g, '…')
    .slice(0, LONGEST_MESSAGE)
}
