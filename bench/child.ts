/** Processes of a measurement: each on its own core, so that the one that asks does not slow down the one that answers. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

export type Core = 'server' | 'load'

const CORES: Readonly<Record<Core, string>> = { server: '0', load: '1' }

/** Whether processes can be bound to a core here (Linux with `taskset` and two cores or more). */
export const pinned: boolean = availableParallelism() > 1 && hasTaskset()

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

interface HowToStart {
  readonly core: Core
  readonly env?: Readonly<Record<string, string>>
  readonly nodeOptions?: readonly string[]
}

/** Starts a TypeScript program in a process of its own. */
export function start(program: URL, { core, env = {}, nodeOptions = [] }: HowToStart): ChildProcess {
  const loader = program.pathname.endsWith('.ts') ? ['--import', 'tsx'] : []
  const node = [process.execPath, ...nodeOptions, ...loader, program.pathname]
  const [command = '', ...words] = pinned ? ['taskset', '-c', CORES[core], ...node] : node
  return spawn(command, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Ends the process and waits until it is gone. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** The next message of the child. @throws when it ends before it says anything */
export async function heard<Message>(child: ChildProcess): Promise<Message> {
  const listening = new AbortController()
  const { signal } = listening
  try {
    const [what, value] = await Promise.race([
      once(child, 'message', { signal }).then(([message]) => ['said', message] as const),
      once(child, 'exit', { signal }).then(([code]) => ['ended', code] as const),
    ])
    if (what === 'ended') throw new Error(`a process of the benchmark ended with ${value}`)
    return value as Message
  } finally {
    listening.abort()
  }
}

/** Asks the child one question and waits for its answer. */
export function ask<Answer>(child: ChildProcess, question: object): Promise<Answer> {
  const answer = heard<Answer>(child)
  child.send(question)
  return answer
}

/** The other side of `ask`, inside the child: answers each question in turn. */
export function answering<Question>(answer: (question: Question) => Promise<object>): void {
  process.on('message', (question) => {
    answer(question as Question).then(
      (result) => process.send?.(result),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
}

/** Says from inside the child that it is ready. */
export function tellParent(message: object): void {
  process.send?.(message)
}

/** Resident memory of a process in MB. */
export function residentMegabytes(child: ChildProcess): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}

/** Processor time that a process has used, all its threads, in seconds; NaN where the system does not say (only Linux does). */
export function processorSeconds(child: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  } catch {
    return Number.NaN
  }
}

const TICKS_PER_SECOND = 100
