/** Article 32: words that belong on a sealed paper, said in the midst of something else, in another's name, or in a group. */
import { beforeEach, describe, expect, it } from 'vitest'
import { petition } from '../../src/execution/petition/chapter.ts'
import { lending } from '../conversation/lending.ts'
import { startTalk, type Talk, textOf } from '../conversation/talk.ts'
import { type PetitionWorld, petitionWorld, tablesWith } from './petition-world.ts'

let w: PetitionWorld
let talk: Talk
beforeEach(async () => {
  w = await petitionWorld()
  talk = startTalk([lending, petition], w.db)
})

async function answer(): Promise<string> {
  return textOf((await talk.newest()).message)
}

describe('反映问题 with words behind it', () => {
  it('is no answer to a question that is being asked; what was answered before stays a draft', async () => {
    await talk.says('T1', '逐项借书')
    await talk.newest()
    await talk.says('T1', '红楼梦')
    await talk.newest()
    await talk.says('T1', '反映问题：蓝鲸六号')
    expect(await answer()).toContain('向领导小组反映问题')
    expect(tablesWith(w.db, '蓝鲸六号')).toEqual([])
    expect(tablesWith(w.db, '红楼梦')).toContain('dialog')
  })

  it('is not kept where it is asked in whose name', async () => {
    for (const id of ['T2', 'T3']) {
      w.db.exec(
        `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', 'contact', 'JX0${id[1]}', '2026-01-01')`,
      )
      await w.delegates(id, 'T1')
    }
    const before = startTalk([lending, petition], w.db)
    await before.says('T1', '代刘洋 反映问题：蓝鲸七号')
    const { row } = await before.newest()
    expect([row.view, JSON.parse(row.params)]).toEqual([
      'which-principal',
      { name: '刘洋', text: '反映问题' },
    ])
    expect(tablesWith(w.db, '蓝鲸七号')).toEqual([])
  })

  it('in a group is answered in private, and nothing of petitions is shown there', async () => {
    await w.write('T1', { text: '蓝鲸八号' })
    const before = startTalk([lending, petition], w.db)
    for (const [who, text] of [
      ['T1', '反映问题：蓝鲸九号'],
      ['T1', '我反映的问题'],
      ['CH', '来信'],
      ['OF1', '来信登记'],
    ] as const) {
      await before.says(who, text, { group: true })
      const { row, message } = await before.newest()
      expect([row.person, row.view]).toEqual([who, 'said'])
      expect(textOf(message)).toContain('只在私聊里办理')
    }
    expect(tablesWith(w.db, '蓝鲸九号')).toEqual([])
  })

  it('asks for the form by whole sentences, too, and leaves others alone', async () => {
    const opens = async (text: string) => {
      await talk.says('T1', text)
      return (await talk.newest()).row.view
    }
    for (const text of [
      '我要举报',
      '想投诉食堂',
      '我想向领导小组反映一个情况',
      '检举',
      '向领导小组反映：食堂',
    ])
      expect(await opens(text), text).toBe('form')
    expect(await opens('大家反映很好')).toBe('nearest')
    expect(await opens('我反映的问题')).toBe('my-petitions')
    expect(await opens('来信 第2026-001号')).toBe('petition')
    expect(await opens('来信登记簿')).toBe('petition-register')
  })
})
