/** Rulebook 4: one digest a person a day, the days of the policy, and what stays undone goes up; in the chat, day by day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LocalDate, plusDays } from '../../src/kernel/time.ts'
import { isWorkingDay } from '../../src/kernel/working-days.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { keyGoal, routineGoal, standardCast } from './cast.ts'
import { brings, enters, proposes } from './steps.ts'

const PHARMACY = standardCast('药学院')
const OFFICE = '办公室 工作人员'
const EVERYONE = [
  PHARMACY.contact,
  PHARMACY.head,
  PHARMACY.leader,
  OFFICE,
  '护理学院 联络员',
  '领导小组 组长',
]

const momentOf = (day: LocalDate, time: string): number => Date.parse(`${day}T${time}:00+08:00`)

describe('six weeks with reminders', { timeout: 180_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
    await proposes(w, PHARMACY, [
      {
        ...keyGoal('完成教学成果申报'),
        values: { ...keyGoal('完成教学成果申报').values, 完成时限: '2026-03-31' },
      },
      routineGoal('教学运行'),
    ])
    await brings(w, PHARMACY)
    await enters(w, '实现目标')
  })
  afterAll(() => w.stop())

  /** The minutes in which the digests leave; the clock strikes twice at nine, as that of two machines does. */
  async function morning(day: LocalDate): Promise<void> {
    w.clock.reach(momentOf(day, '09:00'))
    await Promise.all([w.app.tick(), w.app.tick()])
    await w.passes(120_000)
  }

  async function mornings(from: LocalDate, to: LocalDate): Promise<void> {
    for (let day = from; day <= to; day = plusDays(day, 1)) await morning(day)
  }

  /** The digests that a person got from a day on, as 3/24. */
  function digests(who: string, from: LocalDate): string[] {
    return w
      .person(who)
      .messages()
      .filter((one) => one.text.includes('今日提醒') && one.at >= momentOf(from, '00:00'))
      .map((one) => new Date(one.at + 8 * 3_600_000).toISOString().slice(5, 10))
  }

  it('before the due date: seven days before, and the day before; nobody else hears anything', async () => {
    await mornings('2026-03-03', '2026-03-31')
    expect(digests(PHARMACY.contact, '2026-03-03')).toEqual(['03-24', '03-30'])
    for (const who of EVERYONE.slice(1)) expect(digests(who, '2026-03-03')).toEqual([])
    const card = w.person(PHARMACY.contact).lastCard()
    expect(card.text).toContain('明天到期（3月31日）')
    expect(card.text).toContain('进展 1 60%')
  })

  it('overdue and silent: one message on each working day, over a holiday none', async () => {
    await mornings('2026-04-01', '2026-04-07')
    expect(digests(PHARMACY.contact, '2026-04-01')).toEqual(['04-01', '04-02', '04-03', '04-07'])
    expect(digests(PHARMACY.head, '2026-04-01')).toEqual(['04-03', '04-07'])
    expect(digests(OFFICE, '2026-04-01')).toEqual([])
    expect(w.person(PHARMACY.contact).shown('已逾期1天').text).toContain('久无消息')
    expect(w.person(PHARMACY.contact).lastCard().text).toContain('4月3日已上报负责人药学院 负责人')
    expect(w.person(PHARMACY.head).lastCard().text).toContain('经办人：药学院 联络员')
  })

  it('a tap puts it off until the day on which it goes up, and shows it so', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.taps('延后3天', {}, '今日提醒')
    contact.sees('已延后，4月10日起再提醒您')
    expect(contact.lastCard().text).toContain('已延后 1 项')
    await contact.says('延后提醒')
    contact.sees('完成教学成果申报', '延后至4月10日')
    await mornings('2026-04-08', '2026-04-09')
    expect(digests(PHARMACY.contact, '2026-04-08')).toEqual(['04-08'])
    expect(contact.lastCard().text).not.toContain('完成教学成果申报')
    await morning('2026-04-10')
    expect(contact.lastCard().text).toContain('4月10日已上报领导小组办公室')
  })

  it('the office hears of it on the seventh working day, the leader in charge on the fourteenth', async () => {
    await mornings('2026-04-11', '2026-04-21')
    expect(digests(OFFICE, '2026-04-01')[0]).toBe('04-10')
    expect(digests(PHARMACY.leader, '2026-04-01')).toEqual(['04-21'])
    const leader = w.person(PHARMACY.leader).lastCard()
    expect(leader.text).toContain('上报至您')
    expect(leader.text).toContain(
      '4月3日已上报负责人药学院 负责人；4月10日已上报领导小组办公室；4月21日已上报分管校领导',
    )
    await w.person(PHARMACY.leader).taps('查看进展', {}, '今日提醒')
    w.person(PHARMACY.leader).sees('完成教学成果申报')
  })

  it('in the six weeks nobody got two on a day, nor any on a day off', () => {
    for (const who of EVERYONE) {
      const days = digests(who, '2026-03-03')
      expect(new Set(days).size, who).toBe(days.length)
      for (const day of days) expect(isWorkingDay(`2026-${day}` as LocalDate), `${who} ${day}`).toBe(true)
    }
    expect(digests('护理学院 联络员', '2026-03-03')).toEqual([])
    expect(digests('领导小组 组长', '2026-03-03')).toEqual([])
    expect(digests(PHARMACY.contact, '2026-04-10')).toHaveLength(8)
  })

  it('a typed line after the reminder reports, and the next morning is quiet', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.says('进展 1 100% 申报材料已全部报出')
    await contact.taps('保存进展')
    await contact.says('进展 2 40% 教学运行平稳')
    await contact.taps('保存进展')
    await morning('2026-04-22')
    for (const who of EVERYONE) expect(digests(who, '2026-04-22'), who).toEqual([])
    await contact.says('提醒')
    contact.sees('没有需要提醒您的事项')
  })

  it('the journal holds every digest day and every step', async () => {
    expect(await journalEqualsState(w.db)).toContain('reminders')
    const steps = w.db.raw("SELECT count(*) AS n FROM escalation WHERE matter LIKE 'goal:%'")
    expect(steps).toEqual([{ n: 4 }])
  })
})
