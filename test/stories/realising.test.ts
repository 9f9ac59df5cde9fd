/**
 * Section 4 of the rulebook: a school of 100 units realises 600 goals from March to November 2026, day by day. What is
 * followed happens in the chat; the others report every four weeks by the same command.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDateOf, localHourOf } from '../../src/kernel/time.ts'
import { isWorkingDay } from '../../src/kernel/working-days.ts'
import { tablesWith } from '../execution/petition-world.ts'
import { openWorkbook, recordsOf } from '../execution/workbook-reader.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { busyDays, digestDays, isDigest, isUnasked, writtenTo, YEARLY } from './realising-counts.ts'
import { LATE, ROUNDS, SILENT, WAKING } from './realising-crowd.ts'
import { lastFile, reporterReports } from './realising-deeds.ts'
import { goalId } from './realising-school.ts'
import { spring } from './realising-spring.ts'
import { summer } from './realising-summer.ts'
import { SECRET, trouble } from './realising-trouble.ts'
import { lightsNow, type SchoolYear, schoolYear } from './realising-year.ts'
import { LEADING_GROUP, SCHOOL_UNITS } from './school-university.ts'

const WATCHED = [goalId(LATE, 1), goalId(SILENT, 3), goalId(WAKING, 1)]

let y: SchoolYear
beforeAll(async () => {
  y = await schoolYear(WATCHED)
}, 300_000)
afterAll(() => y.stop())

spring(() => y)
trouble(() => y)
summer(() => y)

describe('autumn: the goals are reached', { timeout: 300_000 }, () => {
  it('the office sees the whole school on one card, and takes it away as a workbook', async () => {
    for (const round of [5, 6, 7]) {
      await y.reaches(ROUNDS[round] ?? '2026-09-24')
      await reporterReports(y, round)
    }
    await y.reaches('2026-10-20')
    const office = y.person('OF1')
    await office.says('看板')
    office.sees('全校 2026年度目标看板', '100 个单位，600 项目标', '红灯 4', '临床医学学院 | 红4 橙2 | 0%')
    office.sees('药学学院 | 黄1 | 95% | 超支1', '逾期 4', '预警 3', '整改 1')
    await office.says('导出看板')
    const workbook = await openWorkbook(lastFile(y, office).bytes)
    const sheets = workbook.worksheets.map(({ name, rowCount }) => [name, rowCount - 1])
    expect(sheets.slice(0, 2)).toEqual([
      ['单位', 100],
      ['目标', 600],
    ])
    const cells = workbook.worksheets.flatMap(({ name }) => recordsOf(workbook, name))
    expect(JSON.stringify(cells)).not.toContain(SECRET)
  })

  it('the year ends with every goal reached but those of the silent unit', async () => {
    for (const round of [8, 9]) {
      await y.reaches(ROUNDS[round] ?? '2026-11-19')
      await reporterReports(y, round)
    }
    await y.reaches('2026-12-02')
    const goals = SCHOOL_UNITS.flatMap(({ id }) => [1, 2, 3, 4, 5, 6].map((number) => goalId(id, number)))
    const lights = await lightsNow(y, goals, '2026-12-02')
    expect(goals.filter((_, n) => lights[n] !== 'done')).toEqual(
      goals.filter((one) => one.startsWith(goalId(SILENT, 1).slice(0, -1))),
    )
  })
})

describe('the whole year', { timeout: 300_000 }, () => {
  it('lights changed on the days of the policy, and say the same of each day afterwards', async () => {
    const changes = WATCHED.map((_, n) => {
      const days = [...y.lights].map(([day, lights]) => `${day.slice(5)} ${lights[n]}`)
      return days.filter((one, at) => one.slice(6) !== days[at - 1]?.slice(6)).join(', ')
    })
    expect(changes).toEqual([
      // 120 days: 36 are left on 25 May, 18 on 12 June; 80 % from 4 June on is enough until the 6th.
      '03-02 grey, 03-12 green, 05-25 yellow, 06-04 green, 06-07 yellow, 06-12 orange, 07-01 red, 07-06 done',
      '03-02 grey, 04-01 orange, 12-01 red',
      '03-02 grey, 04-01 orange, 04-22 green, 06-04 done',
    ])
    for (const [day, lights] of y.lights) expect(await lightsNow(y, WATCHED, day), day).toEqual(lights)
  })

  it('nobody had two digests on a day, nor anything unasked at night or on a day off', () => {
    const digests = y
      .told()
      .filter(isDigest)
      .map(({ person, at }) => `${person} ${localDateOf(at)}`)
    expect(new Set(digests).size).toBe(digests.length)
    const untimely = y.told().filter((one) => {
      const hour = localHourOf(one.at)
      return isUnasked(one) && (!isWorkingDay(localDateOf(one.at)) || hour < 9 || hour >= 18)
    })
    expect(untimely).toEqual([])
  })

  it('how often each was written to without having asked', () => {
    expect(writtenTo(y)).toEqual(YEARLY)
    // Three units ask one group for help on one day, and one of them needs it no more.
    expect(busyDays(y, 3)).toEqual(['WC3 05-12: 4'])
  })

  it('what stayed undone went up in the policy’s working days, and each step is kept', () => {
    const steps = y.db.raw(
      "SELECT substr(on_day, 6) || ' ' || level AS step FROM escalation WHERE matter = 'goal:2026-JX4-1' ORDER BY step",
    )
    expect(steps).toEqual([
      ...[{ step: '07-01 own' }, { step: '07-03 head' }],
      ...[{ step: '07-09 office' }, { step: '07-20 leader' }],
    ])
    const late = ['11-16', '11-17', '11-18', '11-19']
    expect(digestDays(y, 'T-JX1')).toEqual(['05-15', '10-16', '11-06', '11-13', ...late])
    expect(digestDays(y, 'H-JX1')).toEqual(['11-18', '11-19'])
  })

  it('all that left arrived, nothing is parked, and the journal folds to the state', async () => {
    const arrived = y.campus.chat
      .people()
      .flatMap(({ openId }) => y.campus.chat.messages(openId))
      .filter(({ from }) => from === 'bot')
    expect(arrived).toHaveLength(y.told().length)
    expect(count(y.db, "outbox WHERE state NOT IN ('sent', 'dropped')")).toBe(0)
    const kinds = await journalEqualsState(y.db)
    for (const kind of [
      'plan',
      'execution',
      'evidence',
      'help',
      'reminders',
      'snooze',
      'inspection',
      'finding',
      'petition',
    ])
      expect(kinds).toContain(kind)
  })

  it('Article 32: what the petition says is in two chats and on its paper; who wrote it, in the register', async () => {
    expect(tablesWith(y.db, SECRET)).toEqual(['petition_paper'])
    expect(y.log.lines.filter((line) => line.includes(SECRET))).toEqual([])
    const readers = y.campus.chat
      .people()
      .filter(({ openId }) => y.campus.chat.messages(openId).some(({ content }) => content.includes(SECRET)))
    expect(readers.map(({ employeeNo }) => employeeNo)).toEqual(['CH', 'T-JX2'])
    for (const one of LEADING_GROUP)
      for (const { text } of y.person(one).messages()) expect(text).not.toContain('护理学院 教师')
    await y.person('OF1').says('来信登记')
    y.person('OF1').sees('2026-001', '护理学院 教师＊', '已办结')
    y.person('OF1').seesNo(SECRET)
  })
})
