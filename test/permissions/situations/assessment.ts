/** 药学院 before its group WG, and 教务处 before AG: accounts, sheets, a deliberation, a decision. */
import { account } from '../../../src/assessment/account/chapter.ts'
import { assessment as program } from '../../../src/assessment/chapter.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { accountTime, act, JX, said, signs, wholeAccount, XZ } from '../../assessment/account-world.ts'
import { AT, graded, standard } from '../../assessment/world.ts'
import { assessment } from '../rights/assessment.ts'
import { everybodyIn, once, type Situations, situation } from './situation.ts'

const RIGHTS = {
  at: AT,
  commands: [...account.commands, ...program.commands],
  byRight: [
    ...[
      'foreign-account',
      'head-only',
      'outside-panel',
      'recused-member',
      'recused-delegate',
      'convenor-only',
    ],
    ...['already-agreed', 'unit-only'],
  ],
  byPhase: ['early-account', 'closed-phase', 'closed-feedback'],
}
const WG = ['WG1', 'WG2', 'WG3'] as const
/** What a form brings, as data. */
const marks = (of: unknown): JsonObject => ({ marks: of as never })

async function does(db: SqliteDatabase, by: string, type: string, payload: JsonObject): Promise<void> {
  const outcome = await act(db, by, type, payload)
  if (!outcome.ok) throw new Error(`${type} by ${by}: ${outcome.refusal.code}`)
}

const fresh = once(async () => everybodyIn(accountTime()))

const stated = once(async () => {
  const db = everybodyIn(accountTime())
  await does(db, 'C-JX01', 'account.state', { ...JX, said: wholeAccount() })
  return db
})
const signed = once(async () => {
  const db = everybodyIn(accountTime())
  await signs(db, JX)
  return db
})

/** Whole sheets of all of WG, none of them sent. */
const filled = once(async () => {
  const db = everybodyIn(accountTime())
  for (const by of WG) await does(db, by, 'sheet.fill', { ...JX, ...marks(standard), seal: false })
  return db
})
/** All sheets are sent, of both groups. */
async function scored(): Promise<SqliteDatabase> {
  const db = everybodyIn(accountTime())
  for (const by of WG) await does(db, by, 'sheet.fill', { ...JX, ...marks(standard), seal: true })
  for (const by of ['AG1', 'AG2', 'AG3'])
    await does(db, by, 'sheet.fill', { ...XZ, ...marks(graded()), seal: true })
  return db
}
async function opened(): Promise<SqliteDatabase> {
  const db = await scored()
  await does(db, 'WG1', 'deliberation.open', JX)
  return db
}
async function proposed(): Promise<SqliteDatabase> {
  const db = await opened()
  await does(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, ...marks([]), seal: true })
  return db
}
async function decided(): Promise<SqliteDatabase> {
  const db = await proposed()
  for (const by of ['WG2', 'WG3']) await does(db, by, 'deliberation.agree', { ...JX, round: 1 })
  return db
}
async function stuck(): Promise<SqliteDatabase> {
  const db = await proposed()
  db.exec("UPDATE role_held SET to_on = '2026-11-30' WHERE person IN ('WG2', 'WG3')")
  return db
}
const [scoredOnce, openedOnce, proposedOnce] = [once(scored), once(opened), once(proposed)]

const of =
  (name: string, make: () => Promise<SqliteDatabase>, payload: JsonObject, unit: 'JX01' | 'XZ01' = 'JX01') =>
  async () =>
    situation(assessment, name, { db: await make(), ...RIGHTS }, unit, payload)

const statement = [said(2, { words: '另有进展' })]

export const assessmentSituations: Situations = new Map([
  ['state account', of('state account', fresh, { ...JX, said: statement })],
  ['sign account', of('sign account', stated, { ...JX, seen: 1 })],
  ['take back account', of('take back account', signed, JX)],
  ['fill sheet, standard', of('fill sheet, standard', fresh, { ...JX, ...marks(standard), seal: true })],
  ['fill sheet, graded', of('fill sheet, graded', fresh, { ...XZ, ...marks(graded()), seal: true }, 'XZ01')],
  ['send sheet', of('send sheet', filled, JX)],
  ['excuse', of('excuse', fresh, { ...JX, member: 'WG3', reason: '出差' })],
  ['open, standard', of('open, standard', scoredOnce, JX)],
  ['open, graded', of('open, graded', scoredOnce, XZ, 'XZ01')],
  ['propose', of('propose', openedOnce, { ...JX, round: 0, ...marks([]), seal: true })],
  ['agree', of('agree', proposedOnce, { ...JX, round: 1 })],
  ['object', of('object', proposedOnce, { ...JX, round: 1, words: '第一项应再议' })],
  ['reopen', of('reopen', once(stuck), { ...JX, reason: '两位成员调离' })],
  ['receive', of('receive', once(decided), JX)],
])
