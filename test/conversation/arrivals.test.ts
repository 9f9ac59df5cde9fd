import { describe, expect, it } from 'vitest'
import { conversationChapter } from '../../src/conversation/chapter.ts'
import { BOT_MENU } from '../../src/conversation/menu.ts'
import { createRegistry } from '../../src/conversation/registry.ts'
import type { Meta } from '../../src/kernel/command.ts'
import { lending } from './lending.ts'
import { buttonsOf, cardOf, startTalk, type Talk, textOf } from './talk.ts'

const who = { platform: 'feishu', tenant: 't', openId: 'ou_C-JX01' }
const menu = (talk: Talk, key: string, event = key) =>
  talk.conversation.menu({ kind: 'menu', causes: [`event:${event}`], who, key })
const enter = (talk: Talk, event: string, openId = who.openId) =>
  talk.conversation.entered({ kind: 'entered', causes: [`event:${event}`], who: { ...who, openId } })

const borrower: Meta = {
  ...{ by: 'C-JX01', inNameOf: 'C-JX01', causes: ['event:b'] as [string] },
  ...{ at: '2026-03-02T01:00:00.000Z', today: '2026-03-02' },
}

describe('files', () => {
  const file = (name: string, key = name) => ({ key, name, kind: 'file' as const })

  it('go to the first chapter that wants them, and their outcome is told', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '', { files: [file('说明.txt')] })
    expect(textOf((await talk.newest()).message)).toContain('「说明.txt」已收下。')
    expect(talk.rows()).toHaveLength(1)
  })

  it('that nobody wants are answered with what can be done with files', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '', { files: [{ key: 'k', name: '图片', kind: 'image' }] })
    expect(textOf((await talk.newest()).message)).toContain('佐证材料')
  })

  it('whose command needs the bytes are fetched first, and the person is told', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '', { files: [file('名册.xlsx')], message: 'm' })
    expect(talk.rows().map(({ kind, view }) => [kind, view])).toEqual([
      ['fetch', 'file.read'],
      ['send', 'said'],
    ])
    expect(JSON.parse(talk.rows()[0]?.params ?? '')).toEqual({
      file: file('名册.xlsx'),
      with: { name: '名册.xlsx' },
    })
  })

  it('several in one message are each taken once, with the words beside them, however often it is delivered', async () => {
    const talk = startTalk()
    const heard = { files: [file('甲.txt'), file('乙.txt')], message: 'm' }
    await talk.says('C-JX01', '书架', { ...heard, event: 'e1' })
    await talk.says('C-JX01', '书架', { ...heard, event: 'e2' })
    expect(
      talk
        .rows()
        .map(({ view }) => view)
        .toSorted(),
    ).toEqual(['done', 'done', 'shelf'])
  })
})

describe('the menu', () => {
  it('says the words of its item', async () => {
    const talk = startTalk()
    await menu(talk, 'todo')
    expect((await talk.newest()).row.view).toBe('todo')
  })

  it('an item with words as its key says those', async () => {
    const talk = startTalk()
    await menu(talk, '书架')
    expect((await talk.newest()).row.view).toBe('shelf')
  })

  it('tapped once is answered once', async () => {
    const talk = startTalk()
    await menu(talk, 'help', 'same')
    await menu(talk, 'help', 'same')
    expect(talk.rows()).toHaveLength(1)
    expect(BOT_MENU.map(({ text }) => text)).toEqual(['待办', '办事', '我的目标', '进展', '我的得分', '帮助'])
  })
})

describe('who opens the chat', () => {
  it('is greeted once, by role, with three things to do', async () => {
    const talk = startTalk()
    await enter(talk, 'a')
    await enter(talk, 'b')
    expect(talk.rows()).toHaveLength(1)
    const { row, message } = await talk.newest()
    expect(row.view).toBe('greeting')
    expect(textOf(message)).toContain('联络员')
    expect(buttonsOf(cardOf(message))).toHaveLength(3)
  })

  it('is greeted once in a life, also when a receipt is long forgotten', async () => {
    const talk = startTalk()
    await enter(talk, 'a')
    talk.db.exec('DELETE FROM receipt')
    await enter(talk, 'b')
    expect(talk.rows()).toHaveLength(1)
  })

  it('twice at once is greeted once', async () => {
    const talk = startTalk()
    await Promise.all(['a', 'b', 'c'].map((event) => enter(talk, event)))
    expect(talk.rows()).toHaveLength(1)
  })

  it('is greeted although cards came before, and told how many things wait', async () => {
    const talk = startTalk()
    await talk.conversation.execute('book.borrow', { title: '红楼梦', copies: 1 }, borrower)
    await talk.says('C-JX01', '书架')
    await talk.newest()
    await enter(talk, 'a')
    const { row, message } = await talk.newest()
    expect(row.view).toBe('greeting')
    expect(textOf(message)).toContain('现在有 1 件事等您办理')
  })

  it('is not greeted beneath a card that waits for an act, but when it waits no more', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '借书')
    expect((await talk.newest()).row.view).toBe('form')
    await enter(talk, 'a')
    expect(talk.rows()).toHaveLength(1)
    talk.clock.now = '2026-03-02T02:00:00.000Z'
    await talk.says('C-JX01', '书架')
    await talk.newest()
    await enter(talk, 'b')
    expect((await talk.newest()).row.view).toBe('greeting')
  })

  it('and is not known, is told once whom to ask, by name', async () => {
    const talk = startTalk()
    await enter(talk, 'a', 'ou_x')
    await enter(talk, 'b', 'ou_x')
    expect(talk.rows().map(({ person, view }) => [person, view])).toEqual([['open:ou_x', 'stranger']])
    const [office] = talk.db.raw(
      "SELECT name FROM person JOIN role_held ON person = id WHERE role = 'office'",
    ) as { name: string }[]
    expect(textOf((await talk.newest()).message)).toContain(`办公室（${office?.name}`)
  })

  it('and is registered later, is greeted then', async () => {
    const talk = startTalk()
    await enter(talk, 'a', 'ou_x')
    talk.db.exec("UPDATE account SET open_id = 'ou_x' WHERE person = 'C-JX01'")
    await enter(talk, 'b', 'ou_x')
    expect(talk.rows().map(({ person, view }) => [person, view])).toContainEqual(['C-JX01', 'greeting'])
  })
})

describe('the wiring', () => {
  it('two chapters with one name for a view are refused at the start', () => {
    expect(() => createRegistry([lending, { ...lending, name: 'other' }], conversationChapter)).toThrow(
      'is in both lending and other',
    )
  })
})
