/** What a reopening lets one unit do, chapter by chapter, while every other is refused. */
import { beforeEach, describe, expect, it } from 'vitest'
import { chaptersFor } from '../../src/chapters.ts'
import { type Conversation, createConversation } from '../../src/conversation/conversation.ts'
import type { Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { Instant } from '../../src/kernel/time.ts'
import { enterPhaseCommand, openYearCommand } from '../../src/policy/commands.ts'
import { evolveYear, UNOPENED } from '../../src/policy/rules/year.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { sentenceOf } from '../../src/wording.ts'
import { memoryBlobs } from '../organization/world.ts'
import { seedGoal } from '../world/goals.ts'
import { act, campus, codeOf, foldAndState } from './campus.ts'

const AT: Instant = '2026-12-01T02:00:00.000Z'
let db: SqliteDatabase
let talk: Conversation
let acts = 0
const chapters = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })

beforeEach(async () => {
  db = campus()
  await act(db, openYearCommand, 'OF1', { year: 2026 })
  for (const unit of ['JX01', 'JX02']) seedGoal(db, unit, 1)
  talk = createConversation({ db, chapters, clock: () => AT, platform: 'feishu' })
})

const does = (by: string, type: string, payload: JsonObject, inNameOf = by): Promise<Outcome> => {
  acts += 1
  const meta = { by, inNameOf, causes: [`reopening:${acts}`], at: AT, today: '2026-12-01' } as const
  return talk.execute(type, payload, { ...meta, causes: [`reopening:${acts}`] })
}
const enter = (phase: string, from: string) => act(db, enterPhaseCommand, 'OF1', { year: 2026, phase, from })
const reopen = (phase: string, unit = 'JX01', by = 'OF1') =>
  does(by, 'phase.reopen', { year: 2026, unit, phase, reason: '补报', until: null })
const report = (unit: string) =>
  does(`C-${unit}`, 'progress.report', {
    ...{ goal: `2026-${unit}-1`, percent: 60, value: null, state: 'on-track', done: '初稿完成' },
    ...{ next: '', difficulties: '', cost: null, reason: '', evidence: [], seen: 0 },
  })
const state = (unit: string) =>
  does(`C-${unit}`, 'account.state', {
    ...{ year: 2026, unit },
    said: [{ goal: 1, value: null, met: 'met', words: '出版一部', reason: '', evidence: [] }],
  })
const sheet = (unit: string) =>
  does('WG2', 'sheet.fill', {
    ...{ year: 2026, unit, marks: [{ goal: 1, deductions: '' }], findings: [], account: null, seal: true },
  })

describe('a unit for which a phase is open again (rulebook 2)', () => {
  it('Article 18: reports its progress after execution, and writes its account when that is closed again', async () => {
    await enter('execution', 'setting')
    await enter('assessment', 'execution')
    expect(codeOf(await report('JX01'))).toBe('refused: closed-execution')
    expect(codeOf(await reopen('execution'))).toBe('phase-reopened')
    expect(codeOf(await report('JX01'))).toBe('reported-progress')
    expect(codeOf(await report('JX02'))).toBe('refused: closed-execution')
    const early = await state('JX01')
    expect(codeOf(early)).toBe('refused: early-account')
    const account = chapters.find((one) => one.name === 'account')
    if (early.ok) throw new Error('not refused')
    expect(sentenceOf(account, early.refusal)).toContain(
      '全校已在「考核」阶段；本单位重新开放的阶段由办公室关闭后即可办理',
    )
    expect(codeOf(await state('JX02'))).toBe('account-kept')
    expect(codeOf(await does('OF1', 'phase.reclose', { year: 2026, unit: 'JX01', phase: 'execution' }))).toBe(
      'phase-reclosed',
    )
    expect(codeOf(await state('JX01'))).toBe('account-kept')
    expect(codeOf(await report('JX01'))).toBe('refused: closed-execution')
  })

  it('Article 22: is assessed after the assessment; nothing before it is opened once a sheet was sent', async () => {
    await enter('assessment', 'setting')
    await enter('results', 'assessment')
    expect(codeOf(await sheet('JX01'))).toBe('refused: closed-phase')
    expect(codeOf(await reopen('assessment'))).toBe('phase-reopened')
    expect(codeOf(await sheet('JX01'))).toBe('sheet-sent')
    expect(codeOf(await sheet('JX02'))).toBe('refused: closed-phase')
    await does('OF1', 'phase.reclose', { year: 2026, unit: 'JX01', phase: 'assessment' })
    expect(codeOf(await reopen('execution'))).toBe('refused: begun-assessment')
    expect(codeOf(await reopen('assessment', 'JX02'))).toBe('phase-reopened')
  })

  it('of two who open it at once one does; nobody but the office can', async () => {
    await enter('execution', 'setting')
    expect(codeOf(await reopen('setting', 'JX01', 'H-JX01'))).toBe('refused: office-only')
    expect(codeOf(await reopen('setting', 'NONE'))).toBe('refused: unknown-unit')
    const both = await Promise.all([reopen('setting'), reopen('setting')])
    expect(both.map(codeOf).toSorted()).toEqual(['phase-reopened', 'refused: reopened-unit'])
    const { fold, state: kept } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(kept)
  })

  it('tells its head, contact, groups and leader in charge, each once', async () => {
    await enter('execution', 'setting')
    db.exec('DELETE FROM outbox')
    await reopen('setting', 'XZ01')
    const told = db.raw("SELECT person FROM outbox WHERE view = 'phase-reopened' ORDER BY person") as {
      person: string
    }[]
    expect(told.map((row) => row.person)).toEqual(['AG1', 'AG2', 'AG3', 'C-XZ01', 'H-XZ01', 'LD2'])
  })

  it('refuses what no card of ours sends', async () => {
    for (const wrong of [
      { phase: 'results' },
      { phase: 'setting', reason: ' ' },
      { phase: 'setting', until: 'morgen' },
      { phase: 'setting', until: '2026-02-30' },
    ]) {
      const payload = { year: 2026, unit: 'JX01', reason: '补报', until: null, ...wrong }
      expect(codeOf(await does('OF1', 'phase.reopen', payload))).toBe('refused: wrong-payload')
    }
  })
})
