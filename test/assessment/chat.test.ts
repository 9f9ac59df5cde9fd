import { describe, expect, it } from 'vitest'
import { assessment } from '../../src/assessment/chapter.ts'
import { findAssessment, findSheet, listScores } from '../../src/assessment/queries.ts'
import { actionOf, startTalk } from '../conversation/talk.ts'
import { act, assessmentTime, standard } from './world.ts'

const JX = { year: 2026, unit: 'JX01' }

describe('the assessment in the chat', () => {
  it('runs from 打分 to 确认收到 by words and taps alone', async () => {
    const db = assessmentTime()
    for (const member of ['WG1', 'WG3']) {
      await act(db, member, 'sheet.fill', { ...JX, marks: standard, seal: true })
    }
    const talk = startTalk([assessment], db)
    await talk.says('WG2', '打分')
    const list = await talk.newest()
    const sheet = await talk.taps('WG2', list.messageId, {
      show: 'score-sheet',
      with: { ...JX, member: 'WG2', page: 1 },
    })
    const submit = actionOf(sheet.message, '提交评分')
    const wrong = await talk.taps('WG2', list.messageId, submit, { form: { deductions_1: '迟报' } })
    expect(wrong.toast).toEqual({
      tone: 'warning',
      text: '有1处需要改：目标1第1行没有读到分值，请写成「2.5 理由」。改好后请重新提交。',
    })
    expect(JSON.stringify(wrong.message)).toContain('"initial":"迟报"')
    const sent = await talk.taps('WG2', list.messageId, submit, {
      form: { deductions_1: '8 第1项不足\n1 迟报' },
    })
    expect(sent.toast?.tone).toBe('success')
    expect(await findSheet(db, 2026, 'JX01', 'WG2')).toMatchObject({ status: 'sent' })

    const complete = await talk.newest()
    expect(complete.row.person).toBe('WG1')
    const opened = await talk.taps('WG1', complete.messageId, actionOf(complete.message, '开启合议'))
    const page = await talk.taps('WG1', complete.messageId, actionOf(opened.message, '填写意见'))
    // The sheet nearest to the mean: never the deductions of several members added up.
    expect(JSON.stringify(page.message)).toContain('"initial":"8 第1项不足"')
    expect(JSON.stringify(page.message)).not.toContain('"initial":"8 第1项不足\\n1 迟报"')
    const form = Object.fromEntries(
      standard.map((mark) => [`deductions_${mark.goal}`, 'deductions' in mark ? mark.deductions : '']),
    )
    const proposed = await talk.taps('WG1', complete.messageId, actionOf(page.message, '提出意见'), { form })
    expect(proposed.toast).toEqual({ tone: 'success', text: '已把药学院的合议意见送各成员表态。' })

    const board = { show: 'deliberation', with: JX }
    const forThird = await talk.taps('WG3', 'om_other', board)
    const objection = actionOf(forThird.message, '提出异议')
    expect((await talk.taps('WG3', 'om_other', objection)).toast?.tone).toBe('error')
    await talk.taps('WG3', 'om_other', actionOf(forThird.message, '同意'))
    const forSecond = await talk.taps('WG2', list.messageId, board)
    const decided = await talk.taps('WG2', list.messageId, actionOf(forSecond.message, '同意'))
    expect(decided.toast?.text).toBe('全体到会成员同意，药学院的考核得分已形成并反馈该单位。')
    expect((await listScores(db, 2026))[0]?.final).toBe(89_05)

    await talk.says('C-JX01', '我的得分')
    const mine = await talk.conversation.render({ name: 'my-score', params: {} }, 'C-JX01')
    await talk.taps('C-JX01', 'om_mine', actionOf(mine, '确认收到'))
    expect(await findAssessment(db, 2026, 'JX01')).toMatchObject({ received: { member: { id: 'C-JX01' } } })
  })
})
