import { describe, expect, it } from 'vitest'
import { fillForm } from '../../src/conversation/fill-form.ts'
import type { Chapter } from '../../src/kernel/chapter.ts'
import { BORROW, lending } from './lending.ts'
import { actionOf, cardOf, startTalk, type Talk, textOf } from './talk.ts'

const SUBMIT = { submit: 'borrow', with: {} }
const KEEP = { keep: 'borrow', with: {} }

const withoutRemark: Chapter = {
  ...lending,
  forms: lending.forms.map((form) => ({
    ...form,
    spec: async () => ({ ...BORROW, fields: BORROW.fields.filter(({ name }) => name !== 'remark') }),
  })),
}

async function withForm(): Promise<{ talk: Talk; messageId: string }> {
  const talk = startTalk()
  await talk.says('C-JX01', '借书')
  return { talk, messageId: (await talk.newest()).messageId }
}

const borrowed = (talk: Talk) =>
  talk.db.raw(`SELECT body ->> '$.title' AS title, body ->> '$.copies' AS copies FROM journal`)

describe('a form on a card', () => {
  it('has its fields and the buttons to send, to keep and to be asked', async () => {
    const { talk } = await withForm()
    const message = await talk.conversation.render(
      { name: 'form', params: { form: 'borrow', params: {} } },
      'C-JX01',
    )
    expect(actionOf(message, '登记')).toEqual(SUBMIT)
    expect(actionOf(message, '存草稿')).toEqual(KEEP)
    expect(actionOf(message, '逐项填写')).toEqual({ guide: 'borrow', with: {} })
  })

  it('well filled becomes the command, and leaves a card that says so', async () => {
    const { talk, messageId } = await withForm()
    const reply = await talk.taps('C-JX01', messageId, SUBMIT, {
      form: { title: '红楼梦', copies: '２.5', due: '2026-06-30', tags: ['a', 'b'] },
    })
    expect(reply.toast).toEqual({ tone: 'success', text: '《红楼梦》已登记。' })
    expect(textOf(reply.message)).toContain('《红楼梦》已登记。')
    expect(borrowed(talk)).toEqual([{ title: '红楼梦', copies: 25 }])
    expect(talk.db.raw('SELECT view FROM delivery')).toEqual([{ view: 'done' }])
  })

  it('badly filled comes back with what was typed, each fault at its field, the first one named with the count', async () => {
    const { talk, messageId } = await withForm()
    const reply = await talk.taps('C-JX01', messageId, SUBMIT, {
      form: { title: '一二三四五六七八九十一', copies: '很多', remark: '急用' },
    })
    expect(reply.toast).toEqual({
      tone: 'error',
      text: '「书名」：最多 10 个字，现在 11 个，请缩短（共 2 处需要修改，已在卡片上标出）',
    })
    const [form] = cardOf(reply.message).elements.filter((one) => one.tag === 'form')
    const fields = form?.elements.flatMap((one) => (one.tag === 'field' ? [one.field] : [])) ?? []
    expect(fields.map(({ initial }) => initial)).toEqual([
      '一二三四五六七八九十一',
      '很多',
      undefined,
      undefined,
      '急用',
    ])
    expect(fields.filter(({ fault }) => fault !== undefined).map(({ name }) => name)).toEqual([
      'title',
      'copies',
    ])
    expect(borrowed(talk)).toEqual([])
  })

  it('refused by the rule keeps what was typed on the card', async () => {
    const { talk, messageId } = await withForm()
    await talk.taps('H-JX01', 'other', SUBMIT, { form: { title: '红楼梦', copies: '1' } })
    const reply = await talk.taps('C-JX01', messageId, SUBMIT, { form: { title: '红楼梦', copies: '1' } })
    expect(reply.toast).toEqual({ tone: 'warning', text: '这本书已由 H-JX01 借走，请换一本。' })
    expect(textOf(reply.message)).toContain('"initial":"红楼梦"')
  })

  it('sent twice by one delivery is done once, and answered alike', async () => {
    const { talk, messageId } = await withForm()
    const form = { title: '红楼梦', copies: '1' }
    const first = await talk.taps('C-JX01', messageId, SUBMIT, { form, event: 'same' })
    expect(await talk.taps('C-JX01', messageId, SUBMIT, { form, event: 'same' })).toEqual(first)
    expect(borrowed(talk)).toHaveLength(1)
  })

  it('that the person may not fill in says why, on the card and at the tap', async () => {
    const talk = startTalk()
    await talk.says('LM1', '借书')
    const { messageId, message } = await talk.newest()
    expect(textOf(message)).toContain('没有借书证')
    const reply = await talk.taps('LM1', messageId, SUBMIT, { form: { title: '红楼梦', copies: '1' } })
    expect(reply.toast).toEqual({ tone: 'warning', text: '您没有借书证，请先到图书馆办理。' })
  })

  it('what the command itself will not take is refused with a sentence', async () => {
    const { talk, messageId } = await withForm()
    const forged = { do: 'book.borrow', with: { title: '长'.repeat(51), copies: 1 } }
    const reply = await talk.taps('C-JX01', messageId, forged)
    expect(reply.toast?.text).toContain('没有生效')
  })
})

describe('a draft', () => {
  it('is kept, offered among the to-dos, and stands in the form when it is opened again', async () => {
    const { talk, messageId } = await withForm()
    const reply = await talk.taps('C-JX01', messageId, KEEP, { form: { title: '红楼梦', copies: '很多' } })
    expect(reply.toast).toEqual({ tone: 'success', text: '草稿已保存，发送「继续填写」接着填。' })
    expect(textOf(reply.message)).toContain('"initial":"很多"')
    await talk.says('C-JX01', '待办')
    expect(textOf((await talk.newest()).message)).toContain('未提交的草稿：借书登记（已填 2 项）')
    await talk.says('C-JX01', '继续填写')
    const { row, message } = await talk.newest()
    expect(row.view).toBe('form')
    expect(textOf(message)).toContain('"initial":"红楼梦"')
  })

  it('is gone once the form was sent', async () => {
    const { talk, messageId } = await withForm()
    await talk.taps('C-JX01', messageId, KEEP, { form: { title: '红楼梦' } })
    await talk.taps('C-JX01', messageId, SUBMIT, { form: { title: '红楼梦', copies: '1' } })
    await talk.says('C-JX01', '继续填写')
    expect(textOf((await talk.newest()).message)).toContain('现在没有草稿')
  })

  it('of each form is kept by itself; several are listed, to go on with or to delete', async () => {
    const { talk, messageId } = await withForm()
    await talk.taps('C-JX01', messageId, KEEP, { form: { title: '红楼梦' } })
    await talk.taps('C-JX01', messageId, { keep: 'borrow', with: { desk: 2 } }, { form: { title: '西游记' } })
    await talk.says('C-JX01', '继续填写')
    const list = await talk.newest()
    expect(textOf(list.message)).toContain('借书登记（2 号台）')
    const dropped = await talk.taps('C-JX01', list.messageId, {
      do: 'dialog.drop',
      with: { form: 'borrow', params: { desk: 2 } },
    })
    expect(textOf(dropped.message)).not.toContain('2 号台')
    await talk.taps('C-JX01', list.messageId, actionOf(dropped.message, '继续填写'))
    expect(textOf((await talk.newest()).message)).toContain('"initial":"红楼梦"')
  })

  it('outlives a change of the form: what is asked still is filled in, what is asked again is there again', async () => {
    const { talk, messageId } = await withForm()
    await talk.taps('C-JX01', messageId, KEEP, { form: { title: '红楼梦', remark: '急用', tags: ['c'] } })
    const changed = startTalk([withoutRemark], talk.db)
    await changed.says('C-JX01', '继续填写', { message: 'n1', event: 'n1' })
    const card = await changed.newest()
    expect(textOf(card.message)).toContain('"initial":"红楼梦"')
    await changed.taps('C-JX01', card.messageId, KEEP, { form: { title: '石头记' }, event: 'n2' })
    await changed.taps('C-JX01', card.messageId, { guide: 'borrow', with: {} }, { event: 'n3' })
    expect(textOf((await changed.newest()).message)).toContain('第 2/4 项')
    const back = startTalk(undefined, talk.db)
    await back.says('C-JX01', '修改', { message: 'n4', event: 'n4' })
    await back.says('C-JX01', '取消', { message: 'n5', event: 'n5' })
    const row = talk.db.raw('SELECT state FROM dialog')[0] as { state: string }
    expect(JSON.parse(row.state).drafts[0].answers).toMatchObject({ title: '石头记', remark: '急用' })
  })

  it('is one for a person, whoever else keeps one', async () => {
    const { talk, messageId } = await withForm()
    await talk.taps('C-JX01', messageId, KEEP, { form: { title: '红楼梦' } })
    await talk.says('H-JX01', '继续填写')
    expect(textOf((await talk.newest()).message)).toContain('现在没有草稿')
  })

  it('two kept at the same time are both kept', async () => {
    const { talk, messageId } = await withForm()
    await Promise.all(
      [1, 2, 3].map((desk) =>
        talk.taps('C-JX01', messageId, { keep: 'borrow', with: { desk } }, { form: { title: `书${desk}` } }),
      ),
    )
    const [row] = talk.db.raw('SELECT state FROM dialog') as { state: string }[]
    expect(JSON.parse(row?.state ?? '').drafts).toHaveLength(3)
  })
})

describe('filling a form that comes back', () => {
  it('touches only the fields of that form', () => {
    const field = { kind: 'line', name: 'a', label: '甲' } as const
    const form = (name: string) =>
      ({ tag: 'form', name, elements: [{ tag: 'field', field }], buttons: [] }) as const
    const card = { title: '', summary: '', elements: [form('one'), form('two')] }
    const filled = fillForm(card, 'two', { a: { typed: 'x', fault: '太短' } })
    expect(filled.elements[0]).toEqual(form('one'))
    expect(filled.elements[1]).toMatchObject({
      elements: [{ field: { ...field, initial: 'x', fault: '太短' } }],
    })
  })
})
