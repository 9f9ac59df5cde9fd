/** A year in which the mean is what is proposed (policy `agreement`), told by the members of a college's group. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { lastFile } from './realising-deeds.ts'
import { refused } from './refused.ts'
import { brings, enters, opens, proposes, scores, waitingFor } from './steps.ts'

const COLLEGE = standardCast('药学院')
const [CONVENOR, FIRST, SECOND] = COLLEGE.assessors
const OFFICE = '办公室 工作人员'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())
const person = (name: string | undefined) => w.person(name ?? '')
const MINUTES = '药学院 2026年度考核合议纪要.docx'

describe('the averaged mode', () => {
  it('rulebook 5: the office chooses it before the first deliberation; nobody else can', async () => {
    await proposes(w, COLLEGE)
    await brings(w, COLLEGE)
    await person(OFFICE).says('年度政策 考评计分')
    await person(OFFICE).taps('修改')
    const form = person(OFFICE).lastCard()
    expect(await refused(w, FIRST ?? '', form, '保存')).toContain('办公室')
    await person(OFFICE).taps('保存', { 考评得分: '以平均分为基础，由成员确认' })
    person(OFFICE).sees('以平均分为基础，由成员确认', '待确认')
  })

  it('Article 22: the means are proposed with one tap, the deductions shared out', async () => {
    await enters(w, '实现目标')
    await enters(w, '考核')
    await scores(w, CONVENOR, '药学院', { '目标1 扣分': '8 进度滞后' })
    await scores(w, FIRST ?? '', '药学院', { '目标1 扣分': '8 进度滞后' })
    await scores(w, SECOND ?? '', '药学院', { '目标1 扣分': '4 佐证不全' })
    await opens(w, CONVENOR, '药学院')
    await person(OFFICE).says('年度政策 考评计分')
    person(OFFICE).sees('不能再改：已开始打分', '不能再改：已开启合议')
    await person(CONVENOR).taps('填写意见', {}, '合议：药学院')
    person(CONVENOR).sees('按平均分得93.33分')
    await person(CONVENOR).taps('提出意见', {}, '合议意见：药学院')
    person(FIRST).sees('得分按平均分提出', '93.33')
  })

  it('Article 22: an objection has the reasons worded anew; the mean is kept by the machine', async () => {
    await person(FIRST).taps('提出异议', { 异议和理由: '理由请写明月份' }, '合议：药学院')
    await person(CONVENOR).taps('填写意见', {}, '合议：药学院')
    await person(CONVENOR).taps('提出意见', { '目标1 扣分': '6 三月进度滞后、佐证不全' }, '合议意见：药学院')
    person(CONVENOR).sees('目标1应得93.33分')
    await person(CONVENOR).taps(
      '提出意见',
      { '目标1 扣分': '5.33 三月进度滞后\n1.34 佐证不全' },
      '合议意见：药学院',
    )
    for (const member of [FIRST, SECOND]) await person(member).taps('同意', {}, '合议：药学院')
    await person('药学院 联络员').says('我的得分')
    person('药学院 联络员').sees('扣5.33分', '三月进度滞后', '佐证不全')
  })

  it('Article 22: the members take the minutes from the decided card; the unit has none', async () => {
    await person(SECOND).taps('合议纪要', {}, '合议：药学院')
    await person(OFFICE).says('纪要 药学院')
    for (const reader of [SECOND, OFFICE]) expect(lastFile(w, person(reader)).name).toBe(MINUTES)
    await person('药学院 联络员').says('纪要')
    person('药学院 联络员').sees('现在没有您可以领取的合议纪要')
    expect(lastFile(w, person('药学院 联络员')).name).not.toBe(MINUTES)
    expect(await waitingFor(w, CONVENOR)).not.toContain('药学院')
    await journalEqualsState(w.db)
  })
})
