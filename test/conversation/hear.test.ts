import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buttonsOf, cardOf, startTalk, textOf } from './talk.ts'

describe('what a person says', () => {
  it.each([
    '帮助',
    '你好',
    '菜单',
    ' 帮助。',
    '「帮助」',
    '帮　助！',
    '/帮助',
    '@目标管理助手 帮助',
    'ＨＥＬＰ',
  ])('%s shows help by role', async (words) => {
    const talk = startTalk()
    await talk.says('C-JX01', words)
    const { row, message } = await talk.newest()
    expect(row).toMatchObject({ person: 'C-JX01', view: 'help', state: 'waiting' })
    expect(textOf(message)).toContain('联络员')
    expect(buttonsOf(cardOf(message))).toHaveLength(3)
  })

  it('待办 lists what waits in every chapter, the oldest first, paged, each with its button', async () => {
    const talk = startTalk()
    for (let i = 1; i <= 10; i++)
      await talk.conversation.execute('book.borrow', { title: `书${i}`, copies: 1 }, meta(i))
    await talk.says('C-JX01', '待办')
    const { message } = await talk.newest()
    const text = textOf(message)
    expect(text).toContain('第 1 页，共 2 页')
    expect(text.indexOf('《书10》')).toBeGreaterThan(-1)
    expect(text.indexOf('《书10》')).toBeLessThan(text.indexOf('《书9》'))
    expect(buttonsOf(cardOf(message)).filter((one) => one.text === '归还')).toHaveLength(8)
    const next = buttonsOf(cardOf(message)).find((one) => one.text === '下一页')
    const reply = await talk.taps('C-JX01', 'om_1', next?.action)
    expect(textOf(reply.message)).toContain('第 2 页，共 2 页')
  })

  it('没有待办 says so', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '待办')
    expect(textOf((await talk.newest()).message)).toContain('没有待办事项')
  })

  it('opens an intent by its words, and hands on what follows them as it was typed', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '归还　《Ａ》，上册')
    expect(textOf((await talk.newest()).message)).toBe('没有借出《《Ａ》，上册》，请核对书名。')
  })

  it('tries the longest words first', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '逐项借书')
    expect((await talk.newest()).row.view).toBe('question')
  })

  it('answers what it does not understand with the three nearest commands and what it heard', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '我想接书')
    const { message } = await talk.newest()
    expect(textOf(message)).toContain('我想接书')
    const suggestions = buttonsOf(cardOf(message))
    expect(suggestions).toHaveLength(3)
    expect(suggestions[0]?.action).toEqual({ say: '借书' })
  })

  it('a command that is refused is answered with its sentence', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '归还 红楼梦')
    const { row, message } = await talk.newest()
    expect(row.view).toBe('said')
    expect(message).toEqual({ kind: 'text', text: '没有借出《红楼梦》，请核对书名。' })
  })

  it('a command that is done is answered in the same batch as its effects', async () => {
    const talk = startTalk()
    await talk.conversation.execute('book.borrow', { title: '红楼梦', copies: 1 }, meta(1))
    await talk.says('C-JX01', '归还 红楼梦')
    const { row, message } = await talk.newest()
    expect(row).toMatchObject({ view: 'shelf', about: 'shelf:1' })
    expect(textOf(message)).toContain('无人借书')
  })

  it('words after a command that make no sense to it are answered with a sentence', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '查书 第三排')
    expect(textOf((await talk.newest()).message)).toContain('请核对后重新提交')
  })

  it('a person without an account is told whom to ask', async () => {
    const talk = startTalk()
    await talk.says('nobody', '待办')
    const { row, message } = await talk.newest()
    expect(row).toMatchObject({ person: 'open:ou_nobody', view: 'stranger' })
    expect(textOf(message)).toContain('办公室')
  })

  it('what is said in a group is answered in private, with nothing personal, and not done', async () => {
    const talk = startTalk()
    await talk.conversation.execute('book.borrow', { title: '红楼梦', copies: 1 }, meta(1))
    await talk.says('C-JX01', '归还 红楼梦', { group: true })
    const { row, message } = await talk.newest()
    expect(row.person).toBe('C-JX01')
    expect(message.kind).toBe('text')
    expect(textOf(message)).toContain('私聊')
    expect(talk.db.raw('SELECT version FROM subject')).toEqual([{ version: 1 }])
  })
})

describe('deliveries that repeat', () => {
  it('the same event twice is answered once', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '归还 红楼梦', { event: 'e', message: 'm' })
    await talk.says('C-JX01', '归还 红楼梦', { event: 'e', message: 'm' })
    expect(talk.rows()).toHaveLength(1)
  })

  it('the same message with another event is answered once', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '你是谁', { event: 'e1', message: 'm' })
    await talk.says('C-JX01', '你是谁', { event: 'e2', message: 'm' })
    expect(talk.rows()).toHaveLength(1)
  })

  it('both at the same time are answered once', async () => {
    const talk = startTalk()
    await Promise.all(
      ['e1', 'e2', 'e1'].map((event) => talk.says('C-JX01', '逐项借书', { event, message: 'm' })),
    )
    expect(talk.rows()).toHaveLength(1)
  })
})

describe('any text whatsoever', () => {
  const strange = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.constantFrom(
      '',
      '   ',
      '😀',
      '**粗体** <at id=all></at>',
      '@_all',
      '？',
      '/',
      '归还',
      '修改 1',
      '__proto__',
      '查书 x',
      'constructor',
      '借书 借书',
    ),
    fc.constantFrom(
      '取消',
      '返回',
      '跳过',
      '继续填写',
      '放弃草稿',
      '提交',
      '逐项借书',
      '待办',
      '2026-06-30',
      '三',
    ),
  )

  it('is answered by exactly one message each, which can be shown, whatever is being asked', async () => {
    const talk = startTalk()
    await fc.assert(
      fc.asyncProperty(strange, async (text) => {
        const before = talk.rows().length
        await talk.says('C-JX01', text)
        expect(talk.rows()).toHaveLength(before + 1)
        await talk.newest()
      }),
      { numRuns: 300 },
    )
  })

  it('10,000 characters are answered, and not stored in the answer', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '文'.repeat(10_000))
    const { row, message } = await talk.newest()
    expect(row.params.length).toBeLessThan(200)
    expect(textOf(message)).toContain('没有听懂')
  })
})

const meta = (cause: number) => ({
  by: 'C-JX01',
  inNameOf: 'C-JX01',
  causes: [`seed:${cause}`] as const,
  at: '2026-03-01T00:00:00.000Z' as const,
  today: '2026-03-01' as const,
})
