/** One year ends, the next begins from it: the preview, the tap, two at once, and what each finds afterwards (rulebook 2). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findYear, getCurrentYear } from '../../src/policy/queries.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type Shown, type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { setsCoefficients } from './results-steps.ts'
import { brings, enters, proposes, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const PHARMACY = standardCast('药学院')

/** The results of the year are announced: how that comes about is told by the stories of a year. */
const announced = (w: World): void =>
  w.db.exec(
    `INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced)
     VALUES (2026, 'JX01', '药学院', 'standard', 9120, 'qualified', 1, 1)`,
  )

describe('the year after', { timeout: 180_000 }, () => {
  let w: World
  let preview: Shown
  beforeAll(async () => {
    w = await world()
    await proposes(w, PHARMACY)
    await brings(w, PHARMACY)
    await setsCoefficients(w, '教务处', ['1.05', '1', '0.98'])
    for (const phase of ['实现目标', '考核', '结果']) await enters(w, phase)
  })
  afterAll(() => w.stop())

  it('cannot begin while the old one is not over, and its preview says what is still to do', async () => {
    const office = w.person(OFFICE)
    await office.says('新年度')
    office.sees('开启2027年度', '还不能开启', '考核结果公布后，请先结束年度')
    expect(office.lastCard().buttons.map((one) => one.text)).not.toContain('开启2027年度')
    const contact = w.person(PHARMACY.contact)
    await contact.says('新年度')
    contact.sees('新年度由领导小组办公室开启')
  })

  it('is previewed once the old one is closed: what goes along, what begins anew', async () => {
    announced(w)
    await enters(w, '结束')
    const office = w.person(OFFICE)
    expect(await waitingFor(w, OFFICE)).toContain('2026年度已结束，可以开启2027年度')
    await office.taps('去核对', {}, '2026年度已结束')
    office.sees('可以开启', '单位', '5个', '角色不变', '1个单位的上年系数仅供参考', '增减比例和基数待通知')
    preview = office.lastCard()
    // The year's own card leads to the same preview.
    await office.says('阶段')
    await office.taps('新年度')
    office.sees('开启2027年度')
  })

  it('two taps at once begin it once; both see the year as it is', async () => {
    const office = w.person(OFFICE)
    await w.together([
      () => office.tapsOld(preview, '开启2027年度'),
      () => office.tapsOld(preview, '开启2027年度'),
    ])
    const year = await getCurrentYear(w.db)
    expect(year).toMatchObject({ year: 2027, phase: 'setting', notice: null, coefficients: {} })
    expect(Object.keys(year.suggested ?? {})).toEqual(['XZ01'])
    expect(
      w.db.raw("SELECT count(*) AS n FROM journal WHERE subject = 'year:2027' AND type = 'year.opened'"),
    ).toEqual([{ n: 1 }])
    await office.tapsOld(preview, '开启2027年度')
    expect(office.toast).toContain('2027年度已经开启')
    office.shown('2027年度目标管理')
    w.person(PHARMACY.contact).shown('2027年度进入「订立目标」阶段')
  })

  it('its first days: routine goals are copied, the old priorities are over, coefficients await the notice', async () => {
    const office = w.person(OFFICE)
    await office.says('工作要点')
    office.seesNo('提高人才培养质量')
    await office.says('权重系数')
    office.sees('2027')
    const drafter = w.person(PHARMACY.drafter)
    await drafter.says('复制去年')
    drafter.sees('药学院')
    await drafter.taps('复制', {}, '药学院')
    expect(drafter.toast).toContain('项常规目标')
    await w.person(PHARMACY.contact).says('我的目标')
    w.person(PHARMACY.contact).sees('2027')
  })

  it('the old year is read with its number before the words, without anything to change', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.says('2026年 我的目标')
    contact.sees('药学院 2026年度目标', '目标1 完成年度重点任务')
    const buttons = contact.lastCard().buttons.map((one) => one.text)
    expect(buttons).toEqual(['目标1', '目标2', '目标责任书'])
    // The priority that it served has ended, and is still named.
    await contact.taps('目标1')
    contact.sees('提高人才培养质量')
    contact.seesNo('申请调整')
    await contact.says('去年 责任书')
    expect(contact.messages().at(-1)?.type).toBe('file')
    await contact.says('去年 进展记录 1')
    contact.sees('进展记录')
    await contact.says('去年 看板')
    contact.sees('2026')
    await contact.says('去年 申请调整')
    contact.sees('2026年度')
    contact.seesNo('为本单位')
  })

  it('nothing of the old year moves any more; a sentence names the year', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.says('去年 填报目标')
    contact.sees('「填报目标」只办理2027年度的事。2026年度已经结束')
    expect(await findYear(w.db, 2026)).toMatchObject({ phase: 'closed' })
    expect(await journalEqualsState(w.db)).toContain('year')
    const office = w.person(OFFICE)
    await office.says('去年 阶段')
    office.sees('2026年度已结束，全部内容可以查看，不再更改')
    expect(office.lastCard().buttons.map((one) => one.text)).toEqual(['年度日历'])
  })
})
