import { describe, expect, it } from 'vitest'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { resultsOf } from '../../src/results/rules/graded.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { scored } from '../results/units.ts'
import { cardFor, decide, decidedOn, JX, linesFor } from './decided.ts'
import { AT, assessmentTime, standard } from './world.ts'

const XZ = { year: 2026, unit: 'XZ01' }
const K = { XZ01: { key: 1_0500, special: 1_0000, routine: 9800 } }

describe('解释', () => {
  it('Article 24: prints the worked example line by line, from the type scores to the one rounding', async () => {
    const lines = await linesFor(await decidedOn('XZ01', { coefficients: K }), 'C-XZ01', XZ)
    for (const one of [
      '重点目标（2项，占25%，系数1.05）',
      '得分：(2×92 + 1×80) ÷ 3 = 88',
      '计入：25% × 1.05 × 88 = 23.1',
      '得分：95 ÷ 1 = 95',
      '计入：15% × 1 × 95 = 14.25',
      '得分：(1×88 + 1×90 + 1×86) ÷ 3 = 88',
      '计入：60% × 0.98 × 88 = 51.744',
      '相加：23.1 + 14.25 + 51.744 = 89.094',
      '封顶：未超过100分',
      '四舍五入，保留2位小数：89.09分',
      '分数线：89.09分达到70分、不到90分，合格',
    ])
      expect(lines).toContain(one)
  })

  it('Article 24: divides by the coefficients too where the formula is normalised', async () => {
    const policy = { coefficientFormula: 'normalised', cap: null } as const
    const lines = await linesFor(await decidedOn('XZ01', { coefficients: K, policy }), 'C-XZ01', XZ)
    expect(lines).toContain('折算：89.094 ÷ 1.0005（计入各类的占比×系数之和）= 89.049475…')
    expect(lines).toContain('四舍五入，保留2位小数：89.05分')
    expect(lines).toContain('封顶：政策不设')
  })

  it('Article 24: says that the score was capped, and at what', async () => {
    const high = { XZ01: { key: 3_0000, special: 1_0000, routine: 1_0000 } }
    const lines = await linesFor(await decidedOn('XZ01', { coefficients: high }), 'C-XZ01', XZ)
    expect(lines).toContain('相加：66 + 14.25 + 52.8 = 133.05')
    expect(lines).toContain('封顶：超过100分，按100分计')
    expect(lines).toContain('四舍五入，保留2位小数：100.00分')
  })

  it('Article 24: without coefficients explains the types, and what the score waits for', async () => {
    const db = await decidedOn('XZ01')
    expect((await cardFor(db, 'C-XZ01', XZ)).status?.text).toBe('缺权重系数')
    const lines = await linesFor(db, 'C-XZ01', XZ)
    expect(lines).toContain('得分：(2×92 + 1×80) ÷ 3 = 88')
    expect(lines).toContain('该单位的权重系数还没有发文，发文后自动核算。')
    expect(lines.join()).not.toContain('计入：')
  })

  it('Articles 8, 17, 23: a cancelled goal is left out and named, and a type without goals is made up for', async () => {
    const db = assessmentTime()
    db.exec(`UPDATE goal SET status = 'cancelled' WHERE id = 'JX01-3'`)
    const cancelled = { number: 3, status: 'cancelled', content: { title: '停办的专项' } }
    const plan = JSON.stringify({ status: 'in-force', goals: [cancelled] })
    db.exec(`INSERT INTO subject (id, version, hash, state) VALUES ('plan:2026:JX01', 1, '', '${plan}')`)
    await decide(
      db,
      'JX01',
      standard.filter((mark) => mark.goal !== 3),
    )
    const lines = await linesFor(db, 'H-JX01')
    expect(lines).toContain('已按程序取消、不计分：目标3 停办的专项。')
    expect(lines).toContain('没有目标，按政策不计，由其余各类折算')
    expect(lines).toContain('折算：74.8 ÷ 85%（计入各类的占比之和）= 88')
    expect((await linesFor(db, 'H-JX01', { ...JX, page: 1 })).join()).not.toContain('目标3')
  })

  it('Articles 22, 23: shows each goal’s ledger, in the version that was scored, with every deduction', async () => {
    const db = assessmentTime()
    db.exec(`UPDATE goal SET adjusted = '6月1日调整：完成时限 6月30日→9月30日' WHERE id = 'JX01-1'`)
    const marks = standard.map((mark) =>
      mark.goal === 2 ? { goal: 2, deductions: '60 未完成\n70.5 数据不实｜细则第三条' } : mark,
    )
    await decide(db, 'JX01', marks)
    const lines = await linesFor(db, 'LD1', { ...JX, page: 1 })
    expect(lines).toContain('权重2 · 6月1日调整：完成时限 6月30日→9月30日')
    expect(lines).toContain('100 − 8 = 92分')
    expect(lines).toContain('−8分　第1项不足')
    expect(lines).toContain('权重1 · 审定生效版，未作调整')
    expect(lines).toContain('扣分合计130.5分，已超过100分，得0分')
    expect(lines).toContain('−70.5分　数据不实（依据：细则第三条）')
    expect(lines).toContain('依据：按期完成')
  })

  it('Article 29: says which version holds after an appeal, and that another waits', async () => {
    const db = await decidedOn('JX01')
    const more = {
      basis: { appeal: 1, by: 'leaders', at: AT },
      earlier: [{ agreed: {}, final: 89_05, received: null }],
      appeals: [{ number: 2, at: AT }],
    }
    db.exec(
      `UPDATE subject SET state = json_patch(state, '${JSON.stringify(more)}') WHERE id = 'assessment:2026:JX01'`,
    )
    const lines = await linesFor(db, 'H-JX01')
    expect(lines).toContain('现行第2版：第1次申诉后，由领导小组决定于12月1日 10:00改定。')
    expect(lines).toContain('申诉正在办理，得分以办理结果为准。')
  })

  it('Article 24: shows the level with its band', async () => {
    const lines = await linesFor(await decidedOn('XZ01', { coefficients: K }), 'AG2', { ...XZ, page: 1 })
    expect(lines).toContain('一级（90–100分）　100 − 8 = 92分')
    expect(lines).toContain('二级（70–89分）　100 − 20 = 80分')
    expect(lines).toContain('−20分　第2项不足')
  })
})

describe('who may read it', () => {
  it('Articles 21, 22: the unit, its leader in charge, its assessors, the office and the leading group; nobody else', async () => {
    const db = await decidedOn('JX01')
    const open = async (person: string) => JSON.stringify(await cardFor(db, person)).includes('89.05')
    for (const person of ['C-JX01', 'H-JX01', 'LD1', 'WG1', 'WG3', 'OF1', 'CH', 'LM1'])
      expect(await open(person), person).toBe(true)
    for (const person of ['C-JX02', 'LD2', 'AG1', 'GA-energy']) expect(await open(person), person).toBe(false)
  })

  it('Article 22: not a member who is recused, nor a delegate of the unit in an assessor’s name', async () => {
    const db = await decidedOn('JX01')
    db.exec(`UPDATE person SET unit = 'JX01' WHERE id = 'WG3'`)
    expect((await linesFor(db, 'WG3')).join()).toContain('回避的成员不能查看')
    db.exec(
      `INSERT INTO person (id, name, unit, title) VALUES ('D', '代办人', 'JX01', ''), ('E', '代办人', 'FY01', '')`,
    )
    for (const [principal, delegate] of [
      ['WG1', 'D'],
      ['WG2', 'E'],
    ])
      db.exec(`INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at, begun, ended_at)
        VALUES ('${principal}', 1, '${delegate}', '[{"role":"all","scope":""}]', '2026-11-01', '2026-12-31', '${principal}', '${AT}', 1, NULL)`)
    expect((await linesFor(db, { by: 'D', inNameOf: 'WG1' })).join()).not.toContain('89.05')
    expect((await linesFor(db, { by: 'E', inNameOf: 'WG2' })).join()).toContain('89.05')
  })

  it('says so where nothing is decided yet', async () => {
    expect((await linesFor(assessmentTime(), 'C-JX01')).join()).toContain('考核得分还没有形成')
    expect((await linesFor(assessmentTime(), 'C-JX01', {})).join()).toContain('现在没有您可以查看的得分解释')
  })
})

describe('the grade in it', () => {
  const units = [
    scored('JX01', 95),
    scored('JX02', 96, { failed: ['ethics'] }),
    scored('FY01', 97),
    scored('XZ01', 80, { cohort: 'graded' }),
  ]
  const results = (status: 'ratified' | 'announced') => ({
    ...{ status, year: 2026, ratios: { standard: 34_00, graded: 0 } },
    results: resultsOf(units, ['FY01'], REGULATION_DEFAULTS),
  })
  const put = (db: SqliteDatabase, state: object) =>
    db.exec(
      `INSERT OR REPLACE INTO subject (id, version, hash, state) VALUES ('results:2026', 1, '', '${JSON.stringify(state)}')`,
    )
  const fail = (db: SqliteDatabase) =>
    db.exec(
      `INSERT INTO gate (year, area, unit, verdict, reason) VALUES (2026, 'energy', 'JX01', 'fail', '用电超额')`,
    )

  it('Articles 25, 27: gates and places are for those who decide until they are announced, then for all who may read', async () => {
    const db = await decidedOn('JX01')
    fail(db)
    const later = '一票否决、优秀名额和等次在结果公布后显示。'
    for (const person of ['C-JX01', 'LD1', 'WG1']) expect(await linesFor(db, person)).toContain(later)
    const office = await linesFor(db, 'OF1')
    expect(office).toContain('一票否决：节能减排不合格，不能评为优秀（用电超额）')
    expect(office.join('\n')).toContain('待牵头部门报告 党风廉政建设、')
    expect(office).toContain('等次待领导小组审定。')
    put(db, results('ratified'))
    expect((await linesFor(db, 'C-JX01')).join()).not.toContain('名次')
    expect(await linesFor(db, 'CH')).toContain('结果已审定，还没有公布。')
    put(db, results('announced'))
    const own = await linesFor(db, 'C-JX01')
    expect(own).toContain('名次：教学单位及直属附属医院3个单位中第3名')
    expect(own).toContain('优秀名额：3 × 34%，舍去小数，1个，名额内最低97.00分')
    expect(own).toContain('等次：合格。得分达到优秀线，名额归得分更高的单位FY01')
  })
})
