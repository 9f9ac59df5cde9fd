import { describe, expect, it } from 'vitest'
import { actionOf, startTalk, type Talk, textOf } from './talk.ts'

/** Says each thing and gives the text of the last answer. */
async function conversationOf(talk: Talk, ...texts: readonly string[]): Promise<string> {
  let last = ''
  for (const text of texts) {
    await talk.says('C-JX01', text)
    last = textOf((await talk.newest()).message)
  }
  return last
}

const borrowed = (talk: Talk) =>
  talk.db.raw('SELECT body FROM journal').map((row) => JSON.parse((row as { body: string }).body))
const ALL = ['逐项借书', '红楼梦', '三', '年底前', '1、3', '跳过'] as const

describe('a form asked question by question', () => {
  it('asks one question at a time, and shows the answers before they are sent', async () => {
    const talk = startTalk()
    expect(await conversationOf(talk, '逐项借书')).toContain('第 1/5 项')
    const summary = await conversationOf(talk, ...ALL.slice(1))
    for (const part of ['红楼梦', '"3"', '2026年12月31日', '文学、药学', '（未填）', '请核对'])
      expect(summary).toContain(part)
    expect(borrowed(talk)).toEqual([])
  })

  it('is sent with 提交, and what the command answers is told', async () => {
    const talk = startTalk()
    expect(await conversationOf(talk, ...ALL, '提交')).toContain('《红楼梦》已登记。')
    expect(borrowed(talk)).toMatchObject([{ title: '红楼梦', copies: 30 }])
    expect(await conversationOf(talk, '继续填写')).toContain('现在没有草稿')
  })

  it('takes choices by their words or by a part of them', async () => {
    expect(await conversationOf(startTalk(), '逐项借书', '红楼梦', '1', '明天', '药学，文', '急')).toContain(
      '药学、文学',
    )
  })

  it('asks again where it could not read the answer, and says why', async () => {
    const talk = startTalk()
    const text = await conversationOf(talk, '逐项借书', '红楼梦', '许多')
    expect(text).toContain('没有读懂这个数字')
    expect(text).toContain('第 2/5 项')
    expect(await conversationOf(talk, '99')).toContain('应在 0.5 到 9 之间')
    expect(await conversationOf(talk, '2', '那天')).toContain('没有读懂这个日期')
    expect(await conversationOf(talk, '跳过', '第八类')).toContain('请回复编号')
  })

  it('says how an answer was read, with the next question', async () => {
    const talk = startTalk()
    expect(await conversationOf(talk, '逐项借书', '红楼梦')).not.toContain('已记下')
    expect(await conversationOf(talk, '三')).toContain('已记下 册数：3')
    expect(await conversationOf(talk, '三季度末')).toContain('已记下 归还日期：2026年9月30日')
    expect(await conversationOf(talk, '3、文学')).toContain('已记下 类别：药学、文学')
  })

  it('does not let a required question be skipped', async () => {
    expect(await conversationOf(startTalk(), '逐项借书', '跳过')).toContain('不能跳过')
  })

  it('返回 goes one question back, with what was answered, and then on to the first open question', async () => {
    const talk = startTalk()
    const back = await conversationOf(talk, '逐项借书', '红楼梦', '3', '返回')
    expect(back).toContain('第 2/5 项')
    expect(back).toContain('现在填的是：3')
    expect(await conversationOf(talk, '4')).toContain('第 3/5 项')
  })

  it('修改 with a number asks that question alone again; 修改 alone opens everything as a card', async () => {
    const talk = startTalk()
    expect(await conversationOf(talk, ...ALL, '修改 2')).toContain('第 2/5 项')
    expect(await conversationOf(talk, '5')).toContain('请核对')
    const card = await conversationOf(talk, '修改')
    expect(card).toContain('"initial":"红楼梦"')
    expect(card).toContain('"submit":"borrow"')
  })

  it('取消 ends it, and says what was kept', async () => {
    const talk = startTalk()
    expect(await conversationOf(talk, '逐项借书', '取消')).toContain('没有保留草稿')
    expect(await conversationOf(talk, '逐项借书', '红楼梦', '取消')).toContain('已填的 1 项保留为草稿')
    expect(await conversationOf(talk, '继续填写')).toContain('第 2/5 项')
    expect(await conversationOf(talk, '放弃草稿')).toContain('已删除')
    expect(await conversationOf(talk, '取消')).toContain('现在没有正在填写的内容')
  })

  it('返回 and 跳过 when nothing is asked say so', async () => {
    expect(await conversationOf(startTalk(), '返回')).toContain('没有正在逐项填写')
  })

  it('survives a restart', async () => {
    const talk = startTalk()
    await conversationOf(talk, '逐项借书', '红楼梦')
    const later = startTalk(undefined, talk.db)
    later.clock.now = '2026-03-03T01:00:00.000Z'
    await later.says('C-JX01', '3', { message: 'new', event: 'new' })
    expect(textOf((await later.newest()).message)).toContain('第 3/5 项')
  })

  it('a day is kept as the day that was meant when it was said', async () => {
    const talk = startTalk()
    await conversationOf(talk, '逐项借书', '红楼梦', '3', '明天', '跳过')
    talk.clock.now = '2026-03-09T01:00:00.000Z'
    expect(await conversationOf(talk, '急用')).toContain('2026年3月3日')
  })

  it('interrupted by another command, keeps the draft and offers it again with the answer', async () => {
    const talk = startTalk()
    await conversationOf(talk, '逐项借书', '红楼梦')
    await talk.says('C-JX01', '书架')
    const { messageId, row, message } = await talk.newest()
    expect(row.about).toBe('shelf:1')
    expect(textOf(message)).toContain('无人借书')
    expect(textOf(message)).toContain('「借书登记」已填的 1 项留作草稿')
    await talk.taps('C-JX01', messageId, actionOf(message, '继续填写'))
    expect(textOf((await talk.newest()).message)).toContain('第 2/5 项')
  })

  it('a command with more words interrupts only where they are no answer', async () => {
    const talk = startTalk()
    expect(await conversationOf(talk, '逐项借书', '归还 红楼梦')).toContain('第 2/5 项')
    expect(await conversationOf(talk, '归还 西游记')).toContain('没有借出《西游记》')
  })

  it('a refused 提交 keeps the answers', async () => {
    const talk = startTalk()
    await talk.taps(
      'H-JX01',
      'om',
      { submit: 'borrow', with: {} },
      { form: { title: '红楼梦', copies: '1' } },
    )
    expect(await conversationOf(talk, ...ALL, '提交')).toContain('已由 H-JX01 借走')
    expect(await conversationOf(talk, '修改 1')).toContain('第 1/5 项')
  })

  it('two answers at the same time are both taken, one after the other', async () => {
    const talk = startTalk()
    await conversationOf(talk, '逐项借书')
    await Promise.all([talk.says('C-JX01', '红楼梦'), talk.says('C-JX01', '3')])
    const [row] = talk.db.raw('SELECT state FROM dialog') as { state: string }[]
    expect(JSON.parse(row?.state ?? '')).toMatchObject({ status: 'asking', question: 'due' })
    expect(talk.rows()).toHaveLength(3)
  })

  it('a form that the person may not fill in is not asked', async () => {
    const talk = startTalk()
    await talk.says('LM1', '逐项借书')
    expect(textOf((await talk.newest()).message)).toBe('您没有借书证，请先到图书馆办理。')
  })
})

describe('buttons of a question', () => {
  it('put the next question in the place of the card', async () => {
    const talk = startTalk()
    await conversationOf(talk, '逐项借书', '红楼梦', '1')
    await talk.says('C-JX01', '明天')
    const { messageId, message } = await talk.newest()
    const reply = await talk.taps('C-JX01', messageId, actionOf(message, '医学'))
    expect(textOf(reply.message)).toContain('第 5/5 项')
    const end = await talk.taps('C-JX01', messageId, actionOf(reply.message, '跳过'))
    expect(textOf(end.message)).toContain('请核对')
    const sent = await talk.taps('C-JX01', messageId, actionOf(end.message, '登记'))
    expect(sent.toast).toEqual({ tone: 'success', text: '《红楼梦》已登记。' })
    expect(borrowed(talk)).toMatchObject([{ title: '红楼梦' }])
  })

  it('of a question that has passed answer nothing', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '逐项借书')
    const { messageId, message } = await talk.newest()
    await conversationOf(talk, '红楼梦')
    const reply = await talk.taps('C-JX01', messageId, actionOf(message, '取消'))
    expect(reply.toast?.text).toContain('这一步已经过去了')
    expect(await conversationOf(talk, '3')).toContain('第 3/5 项')
  })

  it('tapped twice by one delivery count once, and are answered alike', async () => {
    const talk = startTalk()
    await conversationOf(talk, '逐项借书', '红楼梦', '1', '明天')
    await talk.says('C-JX01', '医学')
    const { messageId, message } = await talk.newest()
    const skip = actionOf(message, '跳过')
    const first = await talk.taps('C-JX01', messageId, skip, { event: 'a' })
    expect(await talk.taps('C-JX01', messageId, skip, { event: 'a' })).toEqual(first)
    const submit = actionOf(first.message, '登记')
    const done = await talk.taps('C-JX01', messageId, submit, { event: 'b' })
    expect(await talk.taps('C-JX01', messageId, submit, { event: 'b' })).toEqual(done)
    expect(borrowed(talk)).toHaveLength(1)
  })

  it('逐项填写 on a form goes on from its draft, in a new message', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '借书')
    const { messageId, message } = await talk.newest()
    await talk.taps('C-JX01', messageId, { keep: 'borrow', with: {} }, { form: { title: '红楼梦' } })
    await talk.taps('C-JX01', messageId, actionOf(message, '逐项填写'))
    expect(textOf((await talk.newest()).message)).toContain('第 2/5 项')
  })
})
