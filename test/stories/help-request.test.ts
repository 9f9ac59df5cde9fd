/** Article 19: a difficulty is brought to the one in charge, and stays open until it is answered; in the chat, over the wire. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'
import { gradedCast, standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { brings, enters, proposes, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const PHARMACY = standardCast('药学院')
const TEACHING = gradedCast('教务处')
const [CONVENOR, MEMBER = ''] = PHARMACY.assessors
const LEADER = PHARMACY.leader
const DELEGATE = '领导小组 成员'
const DAY_MS = 86_400_000

describe('a unit needs help', { timeout: 120_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
    for (const cast of [PHARMACY, TEACHING]) {
      await proposes(w, cast)
      await brings(w, cast)
    }
    await enters(w, '实现目标')
  })
  afterAll(() => w.stop())

  it('a typed line is shown back with who will answer and until when, and leaves on a tap', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.says('求助 1 缺少实验场地')
    contact.sees('请确认求助', '目标1', '缺少实验场地', '第一目标管理工作组', '3月9日前')
    expect(count(w.db, 'help_request')).toBe(0)
    await contact.taps('发出求助')
    contact.sees('目标1的求助已发出', '待答复', '由谁答复', '第一目标管理工作组')
    w.person(CONVENOR).sees('请您答复求助', '药学院', '缺少实验场地', '3月9日前')
  })

  it('the same difficulty is asked once', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.says('求助 1 缺少实验场地。')
    await contact.taps('发出求助')
    contact.sees('同样求助已于', '没有重复发送', '待答复')
    expect(count(w.db, 'help_request')).toBe(1)
  })

  it('without a goal, or without words, the form asks', async () => {
    const contact = w.person(PHARMACY.contact)
    await contact.says('求助 经费没有到位')
    expect(contact.lastCard().fields.map(({ label }) => label)).toEqual(['目标', '困难'])
    await contact.taps('发出求助', { 目标: '目标2 公文办理' })
    contact.sees('目标2的求助已发出', '经费没有到位')
  })

  it('whoever has to answer finds it in 待办, the oldest first', async () => {
    const waiting = await waitingFor(w, CONVENOR)
    expect(waiting.indexOf('缺少实验场地')).toBeGreaterThan(0)
    expect(waiting.indexOf('缺少实验场地')).toBeLessThan(waiting.indexOf('经费没有到位'))
  })

  it('of two members of the group who answer together one wins, the other sees that answer', async () => {
    const [one, other] = [w.person(CONVENOR), w.person(MEMBER)]
    await one.says('求助记录')
    await one.taps('看求助', {}, '缺少实验场地')
    await other.says('待办')
    await other.taps('去答复', {}, '缺少实验场地')
    await one.taps('答复', {}, '缺少实验场地')
    await other.taps('答复', {}, '缺少实验场地')
    await w.together([
      () => one.taps('发出答复', { 答复: '调配东区三楼实验室' }),
      () => other.taps('发出答复', { 答复: '请等下学期' }),
    ])
    const ends = w.db.raw(
      "SELECT json_extract(body, '$.words') AS words FROM journal WHERE type = 'help.answered'",
    )
    expect(ends).toHaveLength(1)
    const kept = String((ends[0] as { words: string }).words)
    one.sees(kept)
    other.sees(kept)
    w.person(PHARMACY.contact).sees('已答复', kept)
    w.person(PHARMACY.head).sees('已答复', kept)
  })

  it('a card that was left open is refused with the present state', async () => {
    const old = w
      .person(CONVENOR)
      .messages()
      .find((one) => one.text.includes('经费没有到位'))
    if (!old) throw new Error('no card of the second request')
    await w.person(PHARMACY.contact).says('求助记录')
    await w.person(PHARMACY.contact).taps('看求助', {}, '经费没有到位')
    await w.person(PHARMACY.contact).taps('已解决')
    await w.person(PHARMACY.contact).taps('确认已解决', { 怎样解决的: '经费已拨付' })
    w.person(PHARMACY.contact).sees('已解决', '经费已拨付')
    w.person(CONVENOR).sees('已解决', '经费已拨付')
    await w.person(CONVENOR).tapsOld(old, '答复')
    w.person(CONVENOR).shown('办结这项求助')
  })

  it('a unit of the graded regime asks its leader in charge, who passes it on; the unit sees to whom', async () => {
    const contact = w.person(TEACHING.contact)
    await contact.says('求助 1 系统对接需要后台支持')
    contact.sees('分管校领导 分管行政副校长')
    await contact.taps('发出求助')
    const leader = w.person(TEACHING.leader)
    await leader.taps('转交', {}, '系统对接需要后台支持')
    await leader.taps('转交', { 转给: '其他单位负责人', 转交说明: '请科技处支持' }, '转交求助')
    leader.sees('请填写转给哪个单位')
    await leader.taps(
      '转交',
      { 转给: '其他单位负责人', 单位名称: '科技', 转交说明: '请科技处支持' },
      '转交求助',
    )
    leader.sees('已转给科技处负责人')
    w.person('科技处 负责人').sees(
      '请您答复求助',
      '教务处',
      '分管校领导 分管行政副校长 → 科技处负责人：请科技处支持',
    )
    expect(contact.shown('系统对接需要后台支持').text).toContain('科技处负责人')
  })

  it('who held it before can no longer answer, and is told who can', async () => {
    const leader = w.person(TEACHING.leader)
    const old = leader
      .messages()
      .find((one) => one.text.includes('系统对接需要后台支持') && one.buttons.length > 0)
    if (!old) throw new Error('no card')
    expect(old.buttons.map(({ text }) => text)).not.toContain('答复')
    const holder = w.person('科技处 负责人').shown('系统对接需要后台支持')
    expect(await refused(w, TEACHING.leader, holder, '答复')).toContain('转给科技处负责人')
    expect(await refused(w, '护理学院 联络员', holder, '答复')).toContain('科技处负责人')
  })

  it('overdue it is marked for its holder and for the office, which may bring it elsewhere', async () => {
    await w.passes(9 * DAY_MS)
    expect(await waitingFor(w, '科技处 负责人')).toContain('3月9日前答复，已逾期')
    const office = w.person(OFFICE)
    await office.says('求助记录')
    await office.taps('全校逾期')
    office.sees('教务处 目标1', '逾期未答复')
    await office.taps('看求助')
    await office.taps('转交', {}, '系统对接需要后台支持')
    await office.taps('转交', { 转给: '领导小组办公室', 转交说明: '办公室协调' }, '转交求助')
    office.sees('已转给领导小组办公室')
  })

  it('a delegate answers in the principal’s name', async () => {
    await w.person(OFFICE).says(`委托 ${OFFICE} 给 ${DELEGATE} 3月11日至3月20日`)
    await w.person(OFFICE).taps('确认委托')
    const delegate = w.person(DELEGATE)
    expect(await waitingFor(w, DELEGATE)).toContain(`代${OFFICE}：教务处目标1求助`)
    await delegate.taps('去答复', {}, '系统对接需要后台支持')
    await delegate.taps('答复', {}, '系统对接需要后台支持')
    await delegate.taps('发出答复', { 答复: '已协调信息中心' })
    w.person(TEACHING.contact).sees('已答复', '已协调信息中心', `${OFFICE}（${DELEGATE}代）`)
  })

  it('the unit and whoever answered find it again', async () => {
    await w.person(TEACHING.contact).says('求助记录')
    w.person(TEACHING.contact).sees('本单位', '系统对接需要后台支持', '已答复')
    await w.person(OFFICE).says('求助记录')
    await w.person(OFFICE).taps('已办结')
    w.person(OFFICE).sees('教务处 目标1', '已答复')
    await w.person('药学院 教师').says('求助记录')
    w.person('药学院 教师').sees('您这里没有求助')
    await w.person('药学院 教师').says('求助 1 没有设备')
    w.person('药学院 教师').sees('由各单位联络员或负责人发出')
    expect(LEADER).not.toBe(TEACHING.leader)
  })

  it('the journal holds every request', async () => {
    expect(await journalEqualsState(w.db)).toContain('help')
    expect(count(w.db, "help_request WHERE status = 'open'")).toBe(0)
  })
})
