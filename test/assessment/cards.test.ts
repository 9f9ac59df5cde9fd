import { describe, expect, it } from 'vitest'
import type { Card } from '../../cards/kit.ts'
import { assessment } from '../../src/assessment/chapter.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { viewerOf } from '../world/viewer.ts'
import {
  AT,
  act,
  assessmentTime,
  deliberate,
  goalsOf,
  graded,
  putYear,
  seedGoal,
  standard,
  TODAY,
} from './world.ts'

const JX = { year: 2026, unit: 'JX01' }
const XZ = { year: 2026, unit: 'XZ01' }
const LONG = '*很长的*说明<at id=all></at>😀'.repeat(30)

async function cardOf(db: SqliteDatabase, person: string, name: string, params: object): Promise<Card> {
  const view = assessment.views.find((one) => one.name === name)
  const message = await view?.render(db, params, viewerOf(person, { at: AT, today: TODAY }))
  if (message?.kind !== 'card') throw new Error(`no card ${name}`)
  return message.card
}

async function faultsOf(db: SqliteDatabase, person: string, name: string, params: object) {
  return validateCard(renderCard(await cardOf(db, person, name, params)))
}

/** Twenty goals with long words, and as many members as a large group has. */
function crowded(unit: string, group: string, role: string): SqliteDatabase {
  const db = assessmentTime()
  for (let n = 7; n <= 20; n++) {
    const [goal] = goalsOf(unit)
    if (goal)
      seedGoal(db, unit, {
        ...goal,
        id: `${unit}-${n}`,
        number: n,
        title: LONG.slice(0, 60),
        criterion: LONG,
      })
  }
  for (let n = 4; n <= 12; n++) {
    db.exec(
      `INSERT INTO person (id, name, unit, title) VALUES ('${group}${n}', '考核工作组成员${n}', NULL, '成员')`,
    )
    db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${group}${n}', '${role}', '${group}', '2026-01-01')`,
    )
  }
  return db
}

const people = (group: string): [string, ...string[]] => [
  `${group}1`,
  ...Array.from({ length: 11 }, (_, i) => `${group}${i + 2}`),
]

describe('the cards of the assessment', () => {
  it('are taken by Feishu at every step of an ordinary unit', async () => {
    const db = assessmentTime()
    const own = { ...JX, member: 'WG1', page: 1 }
    const check = async (person: string, name: string, params: object) =>
      expect(await faultsOf(db, person, name, params), name).toEqual([])
    await check('WG1', 'assess', {})
    await check('WG1', 'score-sheet', own)
    await check('WG1', 'deliberation', JX)
    await deliberate(db, 'JX01', ['WG1', 'WG2', 'WG3'], standard)
    await check('WG1', 'score-sheet', own)
    await check('WG1', 'deliberation', JX)
    await check('WG1', 'proposal-page', { ...JX, page: 1 })
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    await check('WG2', 'deliberation', JX)
    for (const member of ['WG2', 'WG3']) await act(db, member, 'deliberation.agree', { ...JX, round: 1 })
    for (const [person, name] of [
      ['WG2', 'deliberation'],
      ['C-JX01', 'feedback'],
      ['OF1', 'score-decided'],
      ['OF1', 'feedback'],
    ] as const)
      await check(person, name, JX)
    for (const person of ['C-JX01', 'LD1', 'OF1', 'WG1', 'GA-energy']) await check(person, 'my-score', {})
  })

  it('are taken by Feishu with twenty goals, twelve members and long words, standard regime', async () => {
    const db = crowded('JX01', 'WG', 'working-member')
    const text = Array.from({ length: 8 }, (_, i) => `1.${i + 1} ${LONG.slice(0, 90)}`).join('\n')
    const marks = Array.from({ length: 20 }, (_, i) => ({ goal: i + 1, deductions: text }))
    await deliberate(db, 'JX01', people('WG'), marks)
    expect(await faultsOf(db, 'WG1', 'deliberation', JX)).toEqual([])
    const board = await cardOf(db, 'WG1', 'deliberation', JX)
    const columns = board.elements.flatMap((one) => (one.tag === 'table' ? one.columns : []))
    expect(columns.filter((one) => /组长|成员/.test(one.label))).toHaveLength(12)
    for (let page = 1; page <= 4; page++) {
      expect(await faultsOf(db, 'WG1', 'proposal-page', { ...JX, page })).toEqual([])
    }
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    expect(await faultsOf(db, 'WG2', 'deliberation', JX)).toEqual([])
    for (const member of people('WG').slice(1)) {
      await act(db, member, 'deliberation.agree', { ...JX, round: 1 })
    }
    expect((await cardOf(db, 'C-JX01', 'feedback', JX)).title).toBe('考核反馈：药学院')
    expect(await faultsOf(db, 'C-JX01', 'feedback', JX)).toEqual([])
  })

  it('are taken by Feishu with twenty goals and long reasons, graded regime', async () => {
    const db = crowded('XZ01', 'AG', 'assessment-member')
    const marks = Array.from({ length: 20 }, (_, i) => ({
      goal: i + 1,
      level: 2,
      score: 80_00,
      reason: LONG,
    }))
    await act(db, 'AG1', 'sheet.fill', { ...XZ, marks, seal: false })
    for (let page = 1; page <= 4; page++) {
      expect(await faultsOf(db, 'AG1', 'score-sheet', { ...XZ, member: 'AG1', page })).toEqual([])
    }
    for (const member of people('AG')) await act(db, member, 'sheet.fill', { ...XZ, marks, seal: true })
    await act(db, 'AG1', 'deliberation.open', XZ)
    expect(await faultsOf(db, 'AG2', 'score-sheet', { ...XZ, member: 'AG2', page: 1 })).toEqual([])
    expect(await faultsOf(db, 'AG1', 'proposal-page', { ...XZ, page: 1 })).toEqual([])
    expect(await faultsOf(db, 'AG1', 'deliberation', XZ)).toEqual([])
  })

  it('rulebook 5: are taken by Feishu under policy averaged, with everybody’s deductions shared out', async () => {
    for (const [unit, group, role] of [
      ['JX01', 'WG', 'working-member'],
      ['XZ01', 'AG', 'assessment-member'],
    ] as const) {
      const db = crowded(unit, group, role)
      putYear(db, { policy: { agreement: 'averaged' } })
      for (const member of people(group)) {
        const marks = Array.from({ length: 20 }, (_, i) =>
          unit === 'JX01'
            ? { goal: i + 1, deductions: `3 ${member}${LONG.slice(0, 400)}\n1.5 ${LONG.slice(0, 300)}` }
            : { goal: i + 1, level: 2, score: 80_00, reason: `${member}${LONG.slice(0, 800)}` },
        )
        await act(db, member, 'sheet.fill', { year: 2026, unit, marks, seal: true })
      }
      const place = { year: 2026, unit }
      await act(db, `${group}1`, 'deliberation.open', place)
      for (let page = 1; page <= 4; page++) {
        expect(await faultsOf(db, `${group}1`, 'proposal-page', { ...place, page })).toEqual([])
      }
      const put = await act(db, `${group}1`, 'deliberation.propose', {
        ...place,
        round: 0,
        marks: [],
        seal: true,
      })
      expect(put).toMatchObject({ done: { code: 'proposal-made' } })
      expect(await faultsOf(db, `${group}2`, 'deliberation', place)).toEqual([])
    }
  })

  it('Article 22: are taken by Feishu after many objections in long words, and list the newest', async () => {
    const db = crowded('JX01', 'WG', 'working-member')
    const marks = Array.from({ length: 20 }, (_, i) => ({
      goal: i + 1,
      deductions: `5 ${LONG.slice(0, 200)}`,
    }))
    await deliberate(db, 'JX01', people('WG'), marks)
    for (let round = 0; round < 10; round++) {
      await act(db, 'WG1', 'deliberation.propose', { ...JX, round, marks: [], seal: true })
      const words = `第${round + 1}次异议${LONG.repeat(3)}`.slice(0, 1000)
      await act(db, 'WG2', 'deliberation.object', { ...JX, round: round + 1, words })
    }
    expect(await faultsOf(db, 'WG3', 'deliberation', JX)).toEqual([])
    const card = JSON.stringify(await cardOf(db, 'WG3', 'deliberation', JX))
    expect(card).toContain('第10次异议')
    expect(card).not.toContain('第4次异议')
    expect(card).toContain('异议记录（10条）')
  })

  it('Article 22: lose their buttons when it is decided, and say who agreed', async () => {
    const db = assessmentTime()
    await deliberate(db, 'XZ01', ['AG1', 'AG2', 'AG3'], graded())
    await act(db, 'AG1', 'deliberation.propose', { ...XZ, round: 0, marks: [], seal: true })
    const before = JSON.stringify(await cardOf(db, 'AG2', 'deliberation', XZ))
    expect(before).toContain('deliberation.agree')
    for (const member of ['AG2', 'AG3']) await act(db, member, 'deliberation.agree', { ...XZ, round: 1 })
    const after = JSON.stringify(await cardOf(db, 'AG2', 'deliberation', XZ))
    expect(after).not.toMatch(/"do"|"submit"|"show"/)
    expect(after).toContain('考核组 组长、考核组 成员甲、考核组 成员乙')
  })
})
