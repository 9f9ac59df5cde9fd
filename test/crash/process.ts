import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process that was started and said its first line. */
export interface Started {
  readonly line: string
  /** All that it said so far. */
  readonly said: readonly string[]
  /** The signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>
  /** The code with which it ended by itself. */
  readonly code: Promise<number | null>
  signal(name: NodeJS.Signals): void
  kill(): Promise<void>
}

/** Runs a file of the project until it says a line in which `until` is found. @throws when it ends before */
export async function start(
  file: string,
  environment: Readonly<Record<string, string>>,
  until = /http:\/\//,
): Promise<Started> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn(process.execPath, [...(file.endsWith('.ts') ? ['--import', 'tsx'] : []), file], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const ended = exit.then(([, signal]) => signal)
  const code = exit.then(([number]) => number)
  const said: string[] = []
  const line = await firstLine(child, until, ended, said)
  return {
    line,
    said,
    ended,
    code,
    signal: (name) => void child.kill(name),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function firstLine(
  child: ChildProcess,
  until: RegExp,
  ended: Promise<unknown>,
  said: string[],
): Promise<string> {
  const { stdout } = child
  if (!stdout) throw new Error('the child has no output')
  const lines = createInterface({ input: stdout })
  const found = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      said.push(line)
      if (until.test(line)) resolve(line)
    })
  })
  const early = ended.then(() => {
    throw new Error('the child ended before it was ready')
  })
  return Promise.race([found, early])
}
