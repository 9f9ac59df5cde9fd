import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Message } from '../../cards/kit.ts'
import { minutes } from '../../src/assessment/minutes/chapter.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { dense, printedPages, printers } from '../world/libreoffice.ts'
import { viewerOf } from '../world/viewer.ts'
import { AT, act, assessmentTime, deliberate, graded, standard, TODAY } from './world.ts'

const JX = { year: 2026, unit: 'JX01' }
const XZ = { year: 2026, unit: 'XZ01' }
const K = { XZ01: { key: 1_0500, special: 1_0000, routine: 9800 } }
/** LibreOffice is installed where it is missing. */
const INSTALLING = 600_000

async function ask(db: SqliteDatabase, person: string, params: object = JX): Promise<Message> {
  const [view] = minutes.views
  if (!view) throw new Error('no view')
  return view.render(db, { ...params }, viewerOf(person, { at: AT, today: TODAY }))
}

async function fileOf(db: SqliteDatabase, person: string, params: object = JX) {
  const message = await ask(db, person, params)
  if (message.kind !== 'file') throw new Error(`no file: ${JSON.stringify(message)}`)
  return message
}

const textOf = (message: Message): string => JSON.stringify(message)

/** One is away, one is barred; the first proposal is objected to, the second is agreed. */
async function disputed(reason = '第1项不足<&>'): Promise<SqliteDatabase> {
  const db = assessmentTime({ coefficients: K })
  for (const [id, name, unit] of [
    ['WG4', '乙组员', 'NULL'],
    ['WG5', '药院教师', "'JX01'"],
  ]) {
    db.exec(`INSERT INTO person (id, name, unit, title) VALUES ('${id}', '${name}', ${unit}, '成员')`)
    db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', 'working-member', 'WG', '2026-01-01')`,
    )
  }
  const marks = standard.with(0, { goal: 1, deductions: `8 ${reason}` })
  for (const member of ['WG1', 'WG2', 'WG3']) {
    const own = member === 'WG3' ? marks.with(1, { goal: 2, deductions: '' }) : marks
    await act(db, member, 'sheet.fill', { ...JX, marks: own, seal: true })
  }
  await act(db, 'WG1', 'sheet.excuse', { ...JX, member: 'WG4', reason: '出国访问' })
  await act(db, 'WG1', 'deliberation.open', JX)
  const propose = (round: number, points: number) =>
    act(db, 'WG1', 'deliberation.propose', {
      ...JX,
      round,
      marks: [{ goal: 2, deductions: `${points} 第2项议定` }],
      seal: true,
    })
  await propose(0, 15)
  await act(db, 'WG3', 'deliberation.object', { ...JX, round: 1, words: '目标2已按期完成，不应扣15分' })
  await propose(1, 12.5)
  for (const member of ['WG2', 'WG3']) await act(db, member, 'deliberation.agree', { ...JX, round: 2 })
  return db
}

describe('the minutes on paper', () => {
  let text: string
  beforeAll(async () => {
    printers()
    text = printedPages((await fileOf(await disputed(), 'WG2')).bytes).join('')
  }, INSTALLING)

  it('Article 22: name the unit, the convenor, who was there, who was away or barred, and why', () => {
    for (const words of [
      '药学院',
      '2026年度考核合议纪要',
      '召集人：第一工作组 组长',
      '2026年12月1日 10:00',
      '到会成员（3人，形成得分至少须2人同意）',
      '乙组员：出国访问',
      '药院教师：被考核单位为其所在单位',
    ])
      expect(text).toContain(dense(words))
  })

  it('Article 22: show the sheets with mean and spread, the proposals, and the objection in its words', () => {
    for (const words of [
      '第一工作组 成员甲：80分（扣20分，第2项不足）',
      '第一工作组 成员乙：100分',
      '86.67',
      '目标2：85分（扣15分，第2项议定）',
      '目标2已按期完成，不应扣15分',
      '异议',
      '第2次意见',
    ])
      expect(text).toContain(dense(words))
  })

  it('Article 23: show the decision with every deduction, who agreed, the types and the total', () => {
    for (const words of [
      '同意成员：第一工作组 组长、第一工作组 成员甲、第一工作组 成员乙',
      '12.5',
      '第2项议定',
      '第1项不足<&>',
      '按期完成',
      '90.5',
      '总分：89.68分',
    ])
      expect(text).toContain(dense(words))
  })
})

describe('the minutes', () => {
  it('are a .docx named after the unit, the same bytes whenever they are made', async () => {
    const db = await disputed()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-05T01:00:00Z') })
    try {
      const made = await fileOf(db, 'WG2')
      expect(made.name).toBe('药学院 2026年度考核合议纪要.docx')
      vi.setSystemTime(Date.parse('2031-12-31T20:00:00Z'))
      expect(Buffer.compare(made.bytes, (await fileOf(db, 'OF1')).bytes)).toBe(0)
      await act(db, 'C-JX01', 'feedback.receive', JX)
      expect(Buffer.compare(made.bytes, (await fileOf(db, 'CH')).bytes)).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  it('Article 22: go to members, office and leading group; never to the unit, nor to who was barred', async () => {
    const db = await disputed()
    for (const person of ['WG1', 'WG4', 'OF1', 'CH']) expect((await ask(db, person)).kind).toBe('file')
    for (const person of ['C-JX01', 'H-JX01', 'WG5', 'AG1', 'LD1'])
      expect(textOf(await ask(db, person)), person).toContain('现在没有您可以领取的合议纪要')
  })

  it('Article 22: are not there before the decision', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', ['WG1', 'WG2', 'WG3'], standard)
    expect(textOf(await ask(db, 'WG1'))).toContain('现在没有您可以领取的合议纪要')
  })

  it(
    'Article 24: of a graded unit say that the total waits for the coefficients',
    async () => {
      const db = assessmentTime()
      await deliberate(db, 'XZ01', ['AG1', 'AG2', 'AG3'], graded())
      await act(db, 'AG1', 'deliberation.propose', { ...XZ, round: 0, marks: [], seal: true })
      for (const member of ['AG2', 'AG3']) await act(db, member, 'deliberation.agree', { ...XZ, round: 1 })
      printers()
      const text = printedPages((await fileOf(db, 'AG2', { words: '教务' })).bytes).join('')
      expect(text).toContain(dense('总分：待权重系数发文后核算'))
    },
    INSTALLING,
  )

  it('are chosen from a list by those who may read several', async () => {
    const db = await disputed()
    await deliberate(db, 'XZ01', ['AG1', 'AG2', 'AG3'], graded())
    await act(db, 'AG1', 'deliberation.propose', { ...XZ, round: 0, marks: [], seal: true })
    for (const member of ['AG2', 'AG3']) await act(db, member, 'deliberation.agree', { ...XZ, round: 1 })
    const list = await ask(db, 'OF1', {})
    if (list.kind !== 'card') throw new Error('no card')
    expect(validateCard(renderCard(list.card))).toEqual([])
    expect(textOf(list)).toContain('药学院')
    expect(textOf(list)).toContain('教务处')
    expect((await ask(db, 'OF1', { words: '药学' })).kind).toBe('file')
    expect(textOf(await ask(db, 'OF1', { words: '无此单位' }))).toContain('没有找到')
  })

  it('hold what means something to XML and what it forbids', async () => {
    const long = `<b>&amp;"'😀${'理由'.repeat(400)}`.slice(0, 880)
    expect((await fileOf(await disputed(long), 'WG2')).bytes.length).toBeGreaterThan(0)
  })
})
