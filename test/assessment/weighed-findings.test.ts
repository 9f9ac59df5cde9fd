/** Rulebook 4: what was dropped and what was taken stands on the board and in the minutes, each with its reason. */
import { describe, expect, it } from 'vitest'
import { minutes } from '../../src/assessment/minutes/chapter.ts'
import { findAssessment } from '../../src/assessment/queries.ts'
import { weighedFindings } from '../../src/assessment/rules/weighed.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { dense, printedPages, printers } from '../world/libreoffice.ts'
import { viewerOf } from '../world/viewer.ts'
import {
  accountTime,
  act,
  codeOf,
  drops,
  JX,
  look,
  read,
  seedFinding,
  seedPerson,
  takes,
} from './account-world.ts'
import { AT, clean, goalsOf, seedGoal, TODAY } from './world.ts'

const LONG = '很长的*说明*<at>'.repeat(5)
const WG = ['WG1', 'WG2', 'WG3'] as const
/** LibreOffice is installed where it is missing. */
const INSTALLING = 600_000

/** Finding 1 is about goal 2, 2 about the unit; one member drops what the others take. */
async function weighed(more = 0, reason = '属实但已改'): Promise<SqliteDatabase> {
  const db = accountTime()
  seedFinding(db, 'JX01', 1, { goal: 'JX01-2', fact: '初稿未交' })
  seedFinding(db, 'JX01', 2, { kind: 'rectification', fact: '台账不全' })
  const others = Array.from({ length: more }, (_, at) => at + 3)
  for (const number of others) seedFinding(db, 'JX01', number, { fact: `事实${'长'.repeat(290)}` })
  for (const who of WG) {
    const own =
      who === 'WG3' ? [drops(1, reason), drops(2, '已整改')] : [takes(1, '2.5 晚交'), takes(2, '1 管理', 4)]
    const findings = [...own, ...others.map((number) => drops(number, '理'.repeat(300)))]
    const filled = await act(db, who, 'sheet.fill', {
      ...JX,
      marks: clean('JX01') as never,
      findings: findings as never,
      seal: true,
    })
    expect(codeOf(filled)).toBe('sheet-sent')
  }
  expect(codeOf(await act(db, 'WG1', 'deliberation.open', JX))).toBe('deliberation-opened')
  return db
}

describe('the findings of a deliberation', () => {
  it('are listed by number, each member’s verdict in the order of attendance', async () => {
    const state = await findAssessment(await weighed(), 2026, 'JX01')
    if (state.status !== 'deliberating') throw new Error('not open')
    const made = weighedFindings({ ...state, findings: (state.findings ?? []).toReversed() })
    expect(made.map((one) => [one.finding.number, one.goal?.number ?? null])).toEqual([
      [1, 2],
      [2, null],
    ])
    expect(made[1]?.verdicts.map((one) => [one.member.id, one.verdict.kind, one.on?.number ?? null])).toEqual(
      [
        ['WG1', 'taken', 4],
        ['WG2', 'taken', 4],
        ['WG3', 'dropped', null],
      ],
    )
  })

  it('are none in a sitting of before findings were put on sheets', async () => {
    const state = await findAssessment(await weighed(), 2026, 'JX01')
    if (state.status !== 'deliberating') throw new Error('not open')
    const { findings: _, verdicts: __, ...old } = state
    expect(weighedFindings(old)).toEqual([])
  })

  it('stand on the board with the reasons of those who dropped and of those who took', async () => {
    const board = await read(await weighed(), 'WG2', 'deliberation', JX)
    for (const words of [
      '督查发现的处理（2条）',
      '发现1（目标2）：问题',
      '初稿未交',
      '第一工作组 成员乙：不采纳，属实但已改',
      '第一工作组 成员甲：采纳（目标4），扣1分，管理',
    ])
      expect(board).toContain(words)
    expect(board).not.toContain('全部督查发现')
  })

  it('are told as plain words, whatever was typed', async () => {
    const board = await read(await weighed(0, '*<at id=all></at>*'), 'WG2', 'deliberation', JX)
    expect(board).toContain('不采纳，*<at id=all></at>*')
  })

  it('of which there are many lie on pages of their own, none lost, and every card is one that the platform takes', async () => {
    const db = await weighed(30)
    expect(await read(db, 'WG2', 'deliberation', JX)).toContain('全部督查发现')
    const seen = new Set<string>()
    for (let page = 0; page < 30; page++) {
      const card = await read(db, 'WG2', 'deliberation-findings', { ...JX, page })
      for (const [, number = ''] of card.matchAll(/发现(\d+)（/g)) seen.add(number)
    }
    expect(seen.size).toBe(32)
  })

  it('lie on a board with twenty long goals, twelve members and an objection, stuck besides, which the platform takes', async () => {
    const members = Array.from({ length: 12 }, (_, at) => `WG${at + 1}`)
    const db = accountTime()
    for (const id of members.slice(3)) {
      seedPerson(db, id)
      db.exec(
        `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', 'working-member', 'WG', '2026-01-01')`,
      )
    }
    const [goal] = goalsOf('JX01')
    for (let n = 7; n <= 20; n++)
      if (goal) seedGoal(db, 'JX01', { ...goal, id: `JX01-${n}`, number: n, title: LONG })
    for (let n = 1; n <= 8; n++) seedFinding(db, 'JX01', n, { fact: `事实${n}` })
    const marks = Array.from({ length: 20 }, (_, at) => ({ goal: at + 1, deductions: `5 ${LONG}` })) as never
    const findings = Array.from({ length: 8 }, (_, at) => drops(at + 1, '理由'.repeat(4))) as never
    for (const who of members) await act(db, who, 'sheet.fill', { ...JX, marks, findings, seal: true })
    await act(db, 'WG1', 'deliberation.open', JX)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    await act(db, 'WG2', 'deliberation.object', { ...JX, round: 1, words: LONG.repeat(6) })
    for (const who of members.slice(1))
      db.exec(`UPDATE role_held SET to_on = '2026-11-30' WHERE person = '${who}'`)
    const board = await read(db, 'WG1', 'deliberation', JX)
    for (const words of ['督查发现的处理（8条）', '全部督查发现', '退回打分的原因'])
      expect(board).toContain(words)
  })

  it('Article 22: are for the group alone, and not before the deliberation', async () => {
    const db = await weighed()
    for (const who of ['C-JX01', 'H-JX01', 'LD1', 'AG1'])
      expect(
        JSON.stringify(await look(db, who, 'deliberation-findings', { ...JX, page: 0 })),
        who,
      ).not.toContain('初稿未交')
    const early = await look(accountTime(), 'WG1', 'deliberation-findings', { ...JX, page: 0 })
    expect(JSON.stringify(early)).toContain('合议还没有开启')
  })

  it(
    'stand in the minutes',
    async () => {
      const db = await weighed()
      await act(db, 'WG1', 'deliberation.propose', {
        ...JX,
        round: 0,
        marks: [
          { goal: 2, deductions: '2.5 晚交' },
          { goal: 4, deductions: '' },
        ] as never,
        seal: true,
      })
      for (const who of ['WG2', 'WG3']) await act(db, who, 'deliberation.agree', { ...JX, round: 1 })
      const file = await minutes.views[0]?.render(db, JX, viewerOf('WG2', { at: AT, today: TODAY }))
      if (file?.kind !== 'file') throw new Error(`no file: ${JSON.stringify(file)}`)
      printers()
      const text = printedPages(file.bytes).join('')
      for (const words of [
        '督查发现的处理',
        '发现1（目标2）',
        '初稿未交',
        '不采纳，属实但已改',
        '采纳（目标4），扣1分，管理',
      ])
        expect(text).toContain(dense(words))
    },
    INSTALLING,
  )
})
