/** Commits a second of the store, beside the same statements in a plain better-sqlite3 loop; both at `synchronous=FULL` on a file. */
import BetterSqlite from 'better-sqlite3'
import type { Meta, Notice, Outcome } from '../../src/kernel/command.ts'
import { type JournalEntry, journalEntries } from '../../src/kernel/journal.ts'
import { instantOf, localDateOf } from '../../src/kernel/time.ts'
import type { Database, Statement } from '../../src/store/database.ts'
import { insertJournal, upsertSubject } from '../../src/store/journal.ts'
import { enqueueNotice } from '../../src/store/outbox.ts'
import { insertReceipt } from '../../src/store/receipts.ts'
import { median } from '../statistics.ts'
import { count, decimal, printTable } from '../table.ts'
import { openUniversity } from '../world/university.ts'

const COMMITTERS = 32

/** As the store sets them. */
const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'cache_size = -16000',
  'wal_autocheckpoint = 8000',
]

export interface StoreOptions {
  readonly folder: string
  readonly rounds: number
  readonly commits: number
}

interface Work {
  readonly entry: JournalEntry
  readonly outcome: Outcome
  readonly notice: Notice
}

export async function measureStore({ folder, rounds, commits }: StoreOptions): Promise<void> {
  const path = `${folder}/store.sqlite`
  const db = await openUniversity(path)
  const plain = plainLoop(path)
  const runs: { plain: number[]; single: number[]; grouped: number[] } = {
    plain: [],
    single: [],
    grouped: [],
  }
  for (let round = 0; round <= rounds; round++) {
    const works = (which: string): Work[] =>
      Array.from({ length: commits }, (_, n) => workOf(`${which}${round}-${n}`))
    const single = await perSecond(commits, async (all) => inTurn(db, all), works('s'))
    const grouped = await perSecond(commits, async (all) => together(db, all), works('g'))
    const loop = await perSecond(commits, async (all) => plain.run(all), works('p'))
    if (round === 0) continue
    runs.single.push(single)
    runs.grouped.push(grouped)
    runs.plain.push(loop)
  }
  plain.close()
  db.close()
  printStore(runs, commits)
}

function printStore(runs: { plain: number[]; single: number[]; grouped: number[] }, commits: number): void {
  const base = median(runs.plain)
  const row = (name: string, values: number[]): string[] => [
    name,
    count(median(values)),
    decimal(median(values) / base),
  ]
  printTable(
    `Store: four statements a commit (receipt, journal, state, outbox), ${runs.plain.length} rounds of ${count(commits)}, medians`,
    ['', 'commits/s', 'x plain'],
    [
      row('plain better-sqlite3 loop, one transaction each', runs.plain),
      row('store, one after another', runs.single),
      row(`store, ${COMMITTERS} at a time (grouped)`, runs.grouped),
    ],
  )
}

async function perSecond(
  commits: number,
  run: (works: Work[]) => Promise<void>,
  works: Work[],
): Promise<number> {
  const started = performance.now()
  await run(works)
  return commits / ((performance.now() - started) / 1000)
}

async function inTurn(db: Database, works: readonly Work[]): Promise<void> {
  for (const work of works) await db.commit(statementsOf(work))
}

async function together(db: Database, works: readonly Work[]): Promise<void> {
  const remaining = works.values()
  const committer = async (): Promise<void> => {
    for (const work of remaining) await db.commit(statementsOf(work))
  }
  await Promise.all(Array.from({ length: COMMITTERS }, committer))
}

function statementsOf({ entry, outcome, notice }: Work): Statement[] {
  return [
    insertReceipt(entry.cause, outcome, entry.at),
    insertJournal(entry),
    upsertSubject(entry.subject, entry.version, entry.hash, { reports: 1, last: null }),
    enqueueNotice(notice, entry.at),
  ]
}

/** The same SQL and values, prepared once, with nothing of ours around it. */
function plainLoop(path: string): { run(works: readonly Work[]): void; close(): void } {
  const connection = new BetterSqlite(path)
  for (const pragma of PRAGMAS) connection.pragma(pragma)
  const prepared = statementsOf(workOf('plain')).map(({ sql }) => connection.prepare(sql))
  const one = connection.transaction((work: Work) => {
    for (const [n, { parameters }] of statementsOf(work).entries()) prepared[n]?.run(...parameters)
  })
  return {
    run(works) {
      for (const work of works) one.immediate(work)
    },
    close: () => void connection.close(),
  }
}

function workOf(id: string): Work {
  const at = instantOf(Date.now())
  const subject = `bench:${id}` as const
  const meta: Meta = { by: 'C-JX01', inNameOf: 'C-JX01', causes: [id], at, today: localDateOf(at) }
  const event = { type: 'progress.reported', goal: id, percent: 60, done: '教材初稿完成，已交出版社审读' }
  const [entry] = journalEntries(subject, { version: 0, hash: '' }, [event], meta)
  if (!entry) throw new Error('an event makes an entry')
  const view = { name: 'progress-reported', params: { goal: id } }
  return {
    entry,
    outcome: { ok: true, done: { code: 'reported-progress' }, show: view },
    notice: { to: 'C-JX01', view, about: subject, key: id },
  }
}
