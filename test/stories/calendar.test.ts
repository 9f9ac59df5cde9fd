/** The office plans the year's days: they are shown to all, said where something is refused, and reminded of; nothing opens by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { type Shown, type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { brings, enters, proposes, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const PHARMACY = standardCast('药学院')
const DAY_MS = 86_400_000

describe('the calendar of the year', { timeout: 120_000 }, () => {
  let w: World
  let form: Shown
  beforeAll(async () => {
    // It is 2 March 2026, ten in the morning.
    w = await world()
    await proposes(w, PHARMACY)
    await brings(w, PHARMACY)
  })
  afterAll(() => w.stop())

  it('without any days, what is refused says that the office opens the phase', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.says('日历')
    contact.sees('2026年度日历', '办公室还没有安排日期', '接下来是「实现目标」，由办公室开启')
    await contact.says('目标1 完成60%，初稿完成')
    contact.sees('「实现目标」阶段由领导小组办公室开启')
  })

  it('is planned by form; all faults stand beside their fields at once', async () => {
    const office = w.person(OFFICE)
    await office.says('年度日历')
    await office.taps('安排日期')
    form = office.lastCard()
    await office.taps('保存日历', {
      订立目标开始: '2026-01-05',
      订立目标结束: '2026-03-31',
      实现目标开始: '2026-03-20',
      实现目标结束: '2026-02-01',
    })
    office.sees('须在上一阶段之后', '早于本阶段的开始日期', '共 2 处')
    await office.taps('保存日历', {
      订立目标结束: '2026-03-04',
      实现目标开始: '2026-03-07',
      实现目标结束: '2026-11-30',
      考核开始: '2026-12-01',
    })
    office.sees('1月5日–3月4日', '3月7日–11月30日', '接下来是「实现目标」，计划2026年3月7日（还有5天）开启')
  })

  it('is changed by nobody who saw the one before', async () => {
    const office = w.person(OFFICE)
    await office.tapsOld(form, '保存日历', { 考核开始: '2026-12-15' })
    expect(office.toast).toContain('已于3月2日')
    expect((await getCurrentYear(w.db)).calendar?.dates.assessment.from).toBe('2026-12-01')
  })

  it('what is refused before its phase says from which day it is open', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.says('目标1 完成60%，初稿完成')
    contact.sees('「实现目标」阶段计划2026年3月7日开启（还有5天）')
    await contact.says('调整')
    contact.sees('「实现目标」阶段计划2026年3月7日开启')
    await w.person('第一工作组 组长').says('打分')
    w.person('第一工作组 组长').sees('「考核」阶段计划2026年12月1日开启')
    await w.person('第一工作组 组长').says('自评进度')
    w.person('第一工作组 组长').sees('「考核」阶段计划2026年12月1日开启')
  })

  it('the office is told on the working day, once; the phase stays as it is until the office moves', async () => {
    const office = w.person(OFFICE)
    const told = (): number =>
      office.messages().filter((one) => one.text.includes('按年度日历，「实现目标」阶段计划')).length
    expect(await waitingFor(w, OFFICE)).not.toContain('按年度日历')
    await w.passes(2 * DAY_MS)
    expect(await waitingFor(w, OFFICE)).toContain('「订立目标」阶段计划到2026年3月4日为止')
    // 7 March is a Saturday: the office hears of it on Friday.
    await w.passes(2 * DAY_MS)
    const before = told()
    expect(before).toBeGreaterThan(0)
    await w.passes(3 * DAY_MS)
    expect(told()).toBe(before)
    expect((await getCurrentYear(w.db)).phase).toBe('setting')
    await enters(w, '实现目标')
    expect(await waitingFor(w, OFFICE)).not.toContain('按年度日历')
    await w.person(PHARMACY.contact).says('目标1 完成60%，初稿完成')
    w.person(PHARMACY.contact).seesNo('阶段计划')
  })
})
