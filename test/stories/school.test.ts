/** A school of 100 units sets 3,000 goals in a week, over the wire: both regimes, every kind of unit, every way of setting goals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { changesPolicy } from './results-steps.ts'
import { ASSIGNED, FOURTH_SPECIAL, groupRows, keyRows, ownRows } from './school-goals.ts'
import { passesPages, type School, school } from './school-hands.ts'
import {
  commentsOn,
  contacts,
  contactsSend,
  DELEGATES,
  draftersSend,
  EXCEPTIONAL,
  GRADED,
  goals,
  handOf,
  hands,
  inForce,
  MEMBER,
  mends,
  mendsAssigned,
  namesOf,
  REJECTED,
  RETURNED,
  reviewOf,
  STANDARD,
  sendAll,
  sendsBook,
  TRAVELLER,
  unasked,
  VOTERS,
  votesOn,
} from './school-steps.ts'
import { GROUPS, LEADERS, OFFICE, SCHOOL_UNITS } from './school-university.ts'

const DAY_MS = 24 * 3600 * 1000
const CHAIR = 'CH'

describe('a school of 100 units and 3,000 goals', { timeout: 300_000 }, () => {
  let s: School
  beforeAll(async () => {
    s = await school()
  })
  afterAll(() => s.stop())

  it('Article 16: lets three of the leading group ratify; Article 14: assigns one goal to every unit at once', async () => {
    const office = s.person(OFFICE)
    await changesPolicy(s, '订立目标', { 审定方式: '领导小组成员表决审定', 同意人数: '3' })
    await s.person(CHAIR).says('政策')
    await s.person(CHAIR).taps('确认政策', { 当年通知文号: '校发〔2026〕1号' })
    await office.says('下达目标')
    await office.taps('下达目标')
    await office.taps('下达目标', ASSIGNED)
    expect(goals(s, 'draft')).toBe(100)
    s.person('C-JX1').sees('消除安全隐患', '领导小组办公室')
  })

  it('rulebook 7: a leader and a member of the leading group travel, and others act in their names', async () => {
    for (const [principal, delegate] of Object.entries(DELEGATES)) {
      await s.person(principal).says(`委托 ${s.person(delegate).name} 3月2日到3月20日`)
      await s.person(principal).taps('确认委托')
      s.person(delegate).sees('委托', s.person(principal).name, '3月20日')
    }
  })

  it('Articles 13-15: is drafted in workbooks by groups, leaders and units', async () => {
    await s.allSay([...GROUPS.map((n) => `WM${n}`), ...LEADERS.slice(4), 'C-JX1', 'C-DQ1'], '批量填报')
    for (const n of GROUPS) {
      const rows = STANDARD.filter((unit) => unit.group === n).flatMap(groupRows)
      await sendsBook(s, s.person(`WM${n}`), rows)
    }
    for (const leader of LEADERS.slice(4)) {
      const rows = GRADED.filter((unit) => unit.leader === leader).flatMap(keyRows)
      await sendsBook(s, s.person(leader), rows)
    }
    await contactsSend(s, STANDARD, 'C-JX1', ownRows)
    await contactsSend(s, GRADED, 'C-DQ1', ownRows)
    await s.all(contacts(SCHOOL_UNITS), (contact) => contact.taps('确认导入'))
    expect(goals(s, 'draft')).toBe(100 * 30 - EXCEPTIONAL.length)
  })

  it('Article 10: five units propose a fourth special goal with its reason, by form', async () => {
    const five = contacts(EXCEPTIONAL)
    await s.allSay(five, '填报目标')
    await s.all(five, (contact) => contact.taps('填报专项目标'))
    await s.all(five, (contact) => contact.taps('保存目标', FOURTH_SPECIAL))
    expect(goals(s, 'draft')).toBe(3000)
  })

  it('is sent by its heads but for the late ones, whom the office sees and reminds with one message each', async () => {
    const late = SCHOOL_UNITS.filter((unit) => unit.kind === '党群部门')
    await sendAll(
      s,
      SCHOOL_UNITS.filter((unit) => !late.includes(unit)).map((unit) => unit.head),
    )
    const office = s.person(OFFICE)
    await s.passes(4 * DAY_MS)
    await office.says('进度')
    office.sees('共100个单位：未报送100个')
    await office.says('催办')
    await office.taps('催办全部')
    expect(office.toast).toMatch(/已提醒\d+人/)
    const digests = s
      .person('H-DQ1')
      .messages()
      .filter((one) => one.text.includes('目标订立提醒'))
    expect(digests).toHaveLength(1)
    await sendAll(
      s,
      late.map((unit) => unit.head),
    )
  })

  it('a head takes the unit’s part back, and sends it again', async () => {
    const heads = ['H-JX5', 'H-XZ5']
    await s.allSay(heads, '报送')
    await s.all(heads, (head) => head.taps('撤回'))
    expect(goals(s, 'draft')).toBeGreaterThan(100)
    await sendAll(s, heads)
  })

  it('convenors and leaders send what they drafted', async () => {
    await draftersSend(s)
    expect(goals(s, 'draft')).toBe(0)
    expect(goals(s, 'passed')).toBe(GRADED.length * 6)
  })

  it('Article 16: leaders return some goals with words, pass many units at once; exceptions are left out', async () => {
    for (const unit of RETURNED)
      await handOf(s, unit.leader).taps('提交审核', commentsOn(unit), reviewOf(unit))
    expect(goals(s, 'returned')).toBe(RETURNED.length * 2)
    const present = LEADERS.filter((one) => one !== TRAVELLER)
    await s.allSay(present, '审核')
    const left: string[] = []
    await s.all(present, async (leader) => {
      left.push(...(await passesPages(leader)))
    })
    const delegate = handOf(s, TRAVELLER)
    await delegate.says(`代${s.person(TRAVELLER).name} 审核`)
    delegate.sees(`您代${s.person(TRAVELLER).name}办理（至3月20日）`)
    left.push(...(await passesPages(delegate)))
    expect(left.toSorted()).toEqual(namesOf(EXCEPTIONAL).toSorted())
    for (const unit of EXCEPTIONAL) await handOf(s, unit.leader).taps('全部通过', {}, reviewOf(unit))
    expect(goals(s, 'sent')).toBe(0)
  })

  it('what came back is mended by form and by workbook, and passed in a second round that shows what changed', async () => {
    await mends(s, RETURNED)
    const [first] = RETURNED
    if (first) handOf(s, first.leader).shown('退回后修改了内容')
    for (const unit of RETURNED) await handOf(s, unit.leader).taps('全部通过', {}, reviewOf(unit))
    expect(goals(s, 'passed')).toBe(3000)
  })

  it('Article 28: the priorities that no goal serves are listed before ratification', async () => {
    const office = s.person(OFFICE)
    await office.says('工作要点')
    office.sees('尚无目标承接的要点：2项（YD10、YD9）')
    await office.says('审定')
    office.sees('有2项年度工作要点尚无目标承接')
  })

  it('Article 16: three of five ratify, one answers page by page, one returns, and the returned come round again', async () => {
    for (const unit of REJECTED)
      await s.person('LM1').taps('提交表决', { 目标1退回意见: '请列明排查清单' }, votesOn(unit))
    expect(goals(s, 'returned')).toBe(REJECTED.length)
    const [partial] = SCHOOL_UNITS.slice(40)
    if (!partial) throw new Error('no unit')
    await handOf(s, MEMBER).taps('提交表决', {}, votesOn(partial))
    s.person(CHAIR).shown(votesOn(partial))
    expect(handOf(s, MEMBER).shown(votesOn(partial)).text).toContain('待表决')
    const rest = SCHOOL_UNITS.filter((unit) => !REJECTED.includes(unit))
    await s.all(hands(VOTERS), async (member) => {
      for (const unit of rest) await member.taps('全部同意', {}, votesOn(unit))
    })
    expect(inForce(s)).toBe(100 - REJECTED.length)
  })

  it('all 100 plans are in force, and every unit holds its sheet', async () => {
    await mendsAssigned(s)
    for (const unit of REJECTED) await handOf(s, unit.leader).taps('全部通过', {}, reviewOf(unit))
    await s.all(hands(VOTERS), async (member) => {
      for (const unit of REJECTED) await member.taps('全部同意', {}, votesOn(unit))
    })
    expect(inForce(s)).toBe(100)
    expect(goals(s, 'in-force')).toBe(3000)
    for (const unit of SCHOOL_UNITS) {
      const sheets = s
        .person(unit.head)
        .messages()
        .filter((one) => one.type === 'file')
      expect(sheets, unit.name).toHaveLength(1)
    }
  })

  it('rulebook 7: what delegates did is journalled under both names, and nothing by whom it was not', async () => {
    const acts = (type: string, of: string) =>
      s.db.raw(
        `SELECT by_person AS by, count(*) > 20 AS many FROM journal WHERE type = '${type}' AND in_name_of = '${of}' GROUP BY by_person`,
      )
    expect(acts('plan.reviewed', TRAVELLER)).toEqual([{ by: 'LD2', many: 0 }])
    expect(acts('plan.voted', MEMBER)).toEqual([{ by: 'LD8', many: 1 }])
  })

  it('nobody was spammed, nothing was parked, and the journal folds to the state', async () => {
    const told = {
      // The assigned goal, what was read of the own workbook, the reminder of who was late, the plan in force.
      ...{ 'C-JX1': 3, 'H-JX1': 2, 'H-XZ1': 2, 'C-DQ1': 3, 'H-DQ1': 3 },
      // And a goal that came back.
      ...{ 'C-JX2': 4, 'H-JX2': 3 },
      // Each part of their plans to review, again where it came back or was withdrawn; their plans in force; a reminder, and
      // one in the name of who travels.
      ...{ LD1: 30, LD2: 52, LD5: 36, WC1: 11 },
      // Each plan once, to who stands in for a member too; goals of the office that came back.
      ...{ CH: 100, LM1: 100, LM2: 100, LD8: 138, OF1: 3 },
    }
    expect(unasked(s, Object.keys(told))).toEqual(told)
    expect(count(s.db, "outbox WHERE state = 'parked'")).toBe(0)
    const kinds = await journalEqualsState(s.db)
    for (const kind of ['plan', 'delegation', 'plan-reminder', 'year']) expect(kinds).toContain(kind)
  })
})
