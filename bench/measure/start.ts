/** Seconds from `npm start` (npm and the bundling included) to the first answer of `/healthz`, in sandbox mode. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { freePort, untilHealthy } from '../free-port.ts'
import { median } from '../statistics.ts'
import { decimal, printTable } from '../table.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export async function measureStart({
  folder,
  rounds,
}: {
  readonly folder: string
  readonly rounds: number
}): Promise<void> {
  const data = `${folder}/start`
  const fresh: number[] = []
  const again: number[] = []
  for (let round = 0; round < rounds; round++) {
    rmSync(data, { recursive: true, force: true })
    fresh.push(await secondsToStart(data))
    again.push(await secondsToStart(data))
  }
  printTable(
    `Start to the first answer of /healthz, ${rounds} rounds, medians`,
    ['', 'seconds'],
    [
      ['empty data folder (migrations, demonstration university)', decimal(median(fresh))],
      ['existing data folder', decimal(median(again))],
    ],
  )
}

async function secondsToStart(data: string): Promise<number> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, DATA_DIR: data, PORT: String(port), LOG_LEVEL: 'warn', FEISHU_APP_ID: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilHealthy(port)
  const seconds = (performance.now() - started) / 1000
  await end(child)
  return seconds
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
  await gone
}
