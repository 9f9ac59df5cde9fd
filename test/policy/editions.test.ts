import { describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/execute.ts'
import { foldSubject } from '../../src/kernel/subject.ts'
import { policy } from '../../src/policy/chapter.ts'
import { setCoefficientsCommand } from '../../src/policy/coefficients/commands.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import type { PolicyEvent } from '../../src/policy/rules/policy-events.ts'
import { evolveYear, UNOPENED, type YearEvent } from '../../src/policy/rules/year.ts'
import { yearSubject } from '../../src/policy/subject.ts'
import {
  act,
  chooses,
  confirmedCampus,
  confirms,
  foldAndState,
  metaOf,
  policyCardOf,
  viewer,
} from './campus.ts'
import { OTHER_VALUES } from './milestones.ts'

const SIGNED = { by: 'CH', name: '领导小组 组长', at: '2026-01-05T02:00:00.000Z' } as const

describe('the editions of a year’s policy', () => {
  it('rulebook, preface: say what changed from which to which, by whom, when, and with which notice it was confirmed', async () => {
    const db = await confirmedCampus()
    await chooses(db, 'OF1', 'setting', { ratios: { key: 30, special: 10, routine: 60 }, specialLimit: 4 })
    await chooses(db, 'OF2', 'execution', { adjustUntil: null, remindDaysBefore: [15, 3] })
    await confirms(db, '校发〔2026〕9号')
    await act(db, setCoefficientsCommand, 'OF1', {
      ...{ year: 2026, unit: 'XZ01' },
      coefficients: { key: 1_0500, special: 1_0000, routine: 9800 },
    })
    const card = await policyCardOf(db, 'C-JX01', 'policy-editions')
    for (const words of [
      '三类目标比例：重点25%、专项15%、常规60% → 重点30%、专项10%、常规60%',
      '专项目标项数：3项 → 4项',
      '调整截止日：10月31日 → 不限',
      '到期前提醒：30天、7天、1天 → 15天、3天',
      '教务处系数：1.0500/1.0000/0.9800',
      '办公室 副手 于 12月1日 10:00 修改',
      '领导小组 组长 12月1日 10:00，校发〔2026〕9号',
      '这一版没有确认',
      '第4版',
    ])
      expect(card).toContain(words)
  })

  it('years of before the editions were counted fold as they did, and are told as editions too', () => {
    const events: YearEvent[] = [
      { type: 'year.opened', year: 2026, policy: {} as never },
      { type: 'ratification.chosen', ratification: { mode: 'quorum', agree: 3 } },
      { type: 'agreement.chosen', agreement: 'averaged' },
      {
        type: 'pay.chosen',
        pay: { excellentUp: 10_00, qualifiedUp: null, unqualifiedDown: null, base: null },
      },
      { type: 'values.chosen', values: { cap: null } },
      { type: 'policy.confirmed', notice: '校发1号', signed: SIGNED },
    ]
    expect(events.reduce(evolveYear, UNOPENED)).toMatchObject({
      ...{ edition: 5, notice: '校发1号', confirmed: SIGNED },
      policy: { ratification: { mode: 'quorum', agree: 3 }, agreement: 'averaged', cap: null },
    })
  })

  it('a year of before that lacks values has the regulation’s, and is changed and confirmed as any other', async () => {
    const db = await confirmedCampus()
    db.exec(
      "UPDATE subject SET state = json_remove(state, '$.policy.pay', '$.policy.levels', '$.policy.execution.evidenceKinds') WHERE id = 'year:2026'",
    )
    for (const subject of ['pay', 'scoring', 'oversight'] as const)
      expect(await policyCardOf(db, 'OF1', 'policy-subject', { subject })).toContain('修改')
    expect(await chooses(db, 'OF1', 'scoring', { levels: { first: 90_00, second: 70_00 } })).toBe(
      'refused: unchanged-values',
    )
    expect(await chooses(db, 'OF1', 'pay', { pay: OTHER_VALUES.pay })).toBe('values-chosen')
    expect(await confirms(db)).toBe('policy-confirmed')
  })

  it('two hundred of them stand on pages, a thousand units’ coefficients in few lines', async () => {
    const db = await confirmedCampus()
    const happens = (event: PolicyEvent) =>
      execute(
        db,
        {
          type: 'test.happen',
          payload: undefined as never,
          async prepare() {
            const head = await foldSubject(db, yearSubject, 'year:2026')
            const change = yearSubject.change('year:2026', head, [event])
            return { change: { subjects: [change], notices: [], answer: { done: { code: 'happened' } } } }
          },
        },
        {},
        metaOf('OF1'),
      )
    for (let i = 0; i < 200; i++) await happens({ type: 'values.chosen', values: { silentDays: 10 + i } })
    const units = Array.from(
      { length: 1000 },
      (_, i) => [`Z${i}`, { key: 1, special: 1, routine: 1 }] as const,
    )
    await happens({ type: 'coefficients.listed', coefficients: Object.fromEntries(units) })
    for (const page of [0, 33]) {
      const card = await policyCardOf(db, 'OF1', 'policy-editions', { page })
      expect(card.length).toBeLessThan(30_000)
    }
    expect(await policyCardOf(db, 'OF1', 'policy-editions')).toContain('另有988项')
    const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(state)
    expect((await getCurrentYear(db)).edition).toBe(202)
  }, 60_000)
})

describe('what the policy still lacks', () => {
  it('stands on its card for the office and the chair, each with the button that leads there', async () => {
    const db = await confirmedCampus()
    await chooses(db, 'OF1', 'setting', { specialLimit: 4 })
    db.exec("DELETE FROM role_held WHERE scope IN ('energy', 'security')")
    for (const person of ['OF1', 'CH']) {
      const card = await policyCardOf(db, person, 'policy')
      for (const words of [
        '组长按通知文号确认',
        '2个单位的权重系数',
        '绩效工资比例：优秀增加、合格增加、不合格减少',
        '节能减排没有报告人（后勤管理处）',
        '阶段起止日期：订立目标、实现目标、考核、结果',
      ])
        expect(card).toContain(words)
    }
    expect(await policyCardOf(db, 'C-JX01', 'policy')).not.toContain('没有报告人')
    expect(await policy.todo(db, viewer('OF1'))).toMatchObject([
      { text: '2个单位没有权重系数' },
      { text: '2026年度政策还缺2项' },
    ])
    db.exec("UPDATE subject SET state = json_set(state, '$.phase', 'assessment') WHERE id = 'year:2026'")
    expect(await policy.todo(db, viewer('OF1'))).toMatchObject([{}, { text: '2026年度政策还缺3项' }])
  })
})
