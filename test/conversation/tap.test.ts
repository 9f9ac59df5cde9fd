import { describe, expect, it } from 'vitest'
import { actionOf, startTalk, type Talk, textOf } from './talk.ts'

const RETURN = { do: 'book.return', with: { title: '红楼梦' } }

async function withBook(): Promise<{ talk: Talk; messageId: string }> {
  const talk = startTalk()
  await talk.conversation.execute('book.borrow', { title: '红楼梦', copies: 1 }, meta)
  await talk.says('C-JX01', '书架')
  const { messageId } = await talk.newest()
  return { talk, messageId }
}

describe('a tap on a command', () => {
  it('is answered with the sentence and the card that shows the state after', async () => {
    const { talk, messageId } = await withBook()
    const reply = await talk.taps('C-JX01', messageId, RETURN)
    expect(reply.toast).toEqual({ tone: 'success', text: '《红楼梦》已归还。' })
    expect(textOf(reply.message)).toContain('无人借书')
    expect(talk.db.raw(`SELECT view, about FROM delivery WHERE message_id = '${messageId}'`)).toEqual([
      { view: 'shelf', about: 'shelf:1' },
    ])
    expect(talk.db.raw(`SELECT count(*) AS n FROM outbox WHERE kind = 'update'`)).toEqual([{ n: 0 }])
  })

  it('that is refused warns with the reason, and leaves the card', async () => {
    const { talk, messageId } = await withBook()
    const reply = await talk.taps('C-JX01', messageId, { do: 'book.return', with: { title: '西游记' } })
    expect(reply).toEqual({ toast: { tone: 'warning', text: '没有借出《西游记》，请核对书名。' } })
  })

  it('that is refused with a card shows that card, and the message follows it', async () => {
    const talk = startTalk()
    await talk.conversation.execute('book.borrow', { title: '辞海', copies: 1 }, meta)
    await talk.says('C-JX01', '帮助')
    const { messageId } = await talk.newest()
    const reply = await talk.taps('C-JX01', messageId, {
      do: 'book.borrow',
      with: { title: '辞海', copies: 1 },
    })
    expect(reply.toast?.tone).toBe('warning')
    expect(textOf(reply.message)).toContain('已借：辞海')
    expect(talk.db.raw(`SELECT view FROM delivery WHERE message_id = '${messageId}'`)).toEqual([
      { view: 'shelf' },
    ])
  })

  it('whose answer shows nothing new draws the tapped card as it is now', async () => {
    const { talk, messageId } = await withBook()
    const reply = await talk.taps('C-JX01', messageId, {
      do: 'book.borrow',
      with: { title: '新书', copies: 1 },
    })
    expect(textOf(reply.message)).toContain('已借：红楼梦、新书')
  })

  it('delivered again gets the answer that the first one got', async () => {
    const { talk, messageId } = await withBook()
    const first = await talk.taps('C-JX01', messageId, RETURN, { event: 'same' })
    const again = await talk.taps('C-JX01', messageId, RETURN, { event: 'same' })
    expect(again).toEqual(first)
    expect(talk.db.raw('SELECT version FROM subject')).toEqual([{ version: 2 }])
  })

  it('two at once: one is done, the other is told why not', async () => {
    const { talk, messageId } = await withBook()
    const replies = await Promise.all([
      talk.taps('C-JX01', messageId, RETURN),
      talk.taps('H-JX01', messageId, RETURN),
    ])
    expect(replies.map((reply) => reply.toast?.tone).toSorted()).toEqual(['success', 'warning'])
    expect(talk.db.raw('SELECT version FROM subject')).toEqual([{ version: 2 }])
  })

  it('reads the account and what the command and the card need, and commits once', async () => {
    const { talk, messageId } = await withBook()
    let reads = 0
    let commits = 0
    const { db } = talk
    const counted = startTalk(undefined, {
      ...db,
      all: (statement) => {
        reads += 1
        return db.all(statement)
      },
      commit: (statements) => {
        commits += 1
        return db.commit(statements)
      },
    })
    await counted.taps('C-JX01', messageId, RETURN)
    expect({ reads, commits }).toEqual({ reads: 3, commits: 1 })
  })
})

describe('a tap that nothing here understands', () => {
  it.each([
    [undefined],
    ['text'],
    [{}],
    [{ do: 'book.return' }],
    [{ do: 'gone.command', with: {} }],
    [{ do: 'book.return', with: { title: 5 } }],
    [{ show: 'gone-view', with: {} }],
    [{ show: 'shelf', with: { row: 'x' } }],
    [{ send: 'gone-view', with: {} }],
    [{ submit: 'gone-form', with: {} }],
    [{ do: 'dialog.say', with: { form: 5 } }],
    [{ do: 'book.return', with: [] }],
  ])('%j is answered with a warning, and changes nothing', async (value) => {
    const { talk, messageId } = await withBook()
    const reply = await talk.taps('C-JX01', messageId, value)
    expect(reply.toast?.tone).toBe('warning')
    expect(reply.message).toBeUndefined()
    expect(talk.db.raw('SELECT version FROM subject')).toEqual([{ version: 1 }])
  })

  it('a person without an account is told to ask the office', async () => {
    const { talk, messageId } = await withBook()
    const reply = await talk.taps('nobody', messageId, RETURN)
    expect(reply.toast?.text).toContain('办公室')
  })
})

describe('a tap that shows', () => {
  it('show puts the view in the place of the card, which follows it from then on', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '帮助')
    const { messageId } = await talk.newest()
    const reply = await talk.taps('C-JX01', messageId, { show: 'shelf', with: {} })
    expect(textOf(reply.message)).toContain('无人借书')
    expect(talk.db.raw('SELECT view, about FROM delivery')).toEqual([{ view: 'shelf', about: 'shelf:1' }])
    expect(talk.rows()).toHaveLength(1)
  })

  it('show of a file sends it, since a file cannot stand in a card', async () => {
    const talk = startTalk()
    const reply = await talk.taps('C-JX01', 'om', { show: 'catalogue', with: {} })
    expect(reply.message).toBeUndefined()
    expect((await talk.newest()).message).toMatchObject({ kind: 'file' })
  })

  it('send leaves through the outbox, once for a repeated tap', async () => {
    const talk = startTalk()
    const value = { send: 'shelf', with: {} }
    const first = await talk.taps('C-JX01', 'om', value, { event: 'same' })
    expect(await talk.taps('C-JX01', 'om', value, { event: 'same' })).toEqual(first)
    expect(talk.rows()).toHaveLength(1)
  })

  it('say does what the words would do', async () => {
    const talk = startTalk()
    await talk.says('C-JX01', '姐书')
    const { messageId, message } = await talk.newest()
    await talk.taps('C-JX01', messageId, actionOf(message, '借书'))
    expect((await talk.newest()).row.view).toBe('form')
  })
})

const meta = {
  by: 'C-JX01',
  inNameOf: 'C-JX01',
  causes: ['seed'] as const,
  at: '2026-03-01T00:00:00.000Z' as const,
  today: '2026-03-01' as const,
}
