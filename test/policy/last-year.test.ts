/** Last year stays readable (rulebook 2): the same words with a year before them, for those who may see it, and nothing to change. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../cards/kit.ts'
import { chaptersFor } from '../../src/chapters.ts'
import { type Conversation, createConversation } from '../../src/conversation/conversation.ts'
import { saidOfYear } from '../../src/conversation/of-year.ts'
import type { Meta } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { Instant } from '../../src/kernel/time.ts'
import { enterPhaseCommand } from '../../src/policy/commands.ts'
import { beginYearCommand } from '../../src/policy/new-year/command.ts'
import { findLastYear } from '../../src/policy/new-year/queries.ts'
import { markOfCarried } from '../../src/policy/rules/new-year.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { comesToResults, livedYear, names } from '../stories/chosen-year.ts'

const AT: Instant = '2027-01-11T02:00:00.000Z'
let db: SqliteDatabase
let talk: Conversation
let said = 0

beforeAll(async () => {
  const lived = await livedYear({})
  db = lived.db
  db.exec("UPDATE feedback SET answer = 'received'")
  await comesToResults(lived, 40)
  expect(await names(lived, ['JX02'])).toBe('results-ratified')
  await lived.does(enterPhaseCommand, 'OF1', { year: 2026, phase: 'closed', from: 'results' })
  const last = await findLastYear(db, '2027-01-11')
  if (!last) throw new Error('no year')
  await lived.does(beginYearCommand, 'OF1', { year: 2027, seen: markOfCarried(last) })
  const blobs = memoryBlobs()
  const chapters = chaptersFor({ blobs, lookUp: async () => [] })
  talk = createConversation({ db, chapters, clock: () => AT, platform: 'feishu' })
}, 60_000)

/** What the person is answered. */
async function says(person: string, text: string): Promise<Message> {
  said += 1
  const messageId = `om_year_${said}`
  await talk.hear({
    ...{ kind: 'message', causes: [messageId], chat: 'oc_1', messageId, text, files: [], group: false },
    who: { platform: 'feishu', tenant: 't', openId: `ou_${person}` },
  })
  const [row] = db.raw(
    `SELECT view, params FROM outbox WHERE key = 'send:reply:${messageId}'`,
  ) as unknown as readonly { readonly view: string; readonly params: string }[]
  if (!row) throw new Error(`no answer to ${text}`)
  return talk.render({ name: row.view, params: JSON.parse(row.params) }, person)
}

const text = (message: Message): string => JSON.stringify(message)

describe('a year that is over', () => {
  it.each([
    ['2026年 我的得分', 'C-JX01', ['药学院', '得分']],
    ['去年 我的得分', 'OF1', ['2026', '教务处']],
    ['去年的解释', 'C-XZ01', ['2026', '教务处', '89.09']],
    ['2026年 解释 教务处', 'OF1', ['教务处', '89.09']],
    ['2026年度 结果', 'C-JX02', ['2026', '护理学院', '优秀']],
    ['去年 看板', 'OF1', ['2026']],
    ['上年度 阶段', 'C-JX01', ['2026年度目标管理', '结束']],
    ['去年 年度政策', 'C-JX01', ['2026', '校发〔2026〕12号']],
    ['去年 评分记录', 'H-XZ01', ['2026', '第1版']],
    ['去年 权重系数', 'C-XZ01', ['2026', '1.05']],
    ['２０２６年 日历', 'C-XZ01', ['2026年度日历']],
  ])('%s is shown to %s', async (words, person, expected) => {
    const answer = text(await says(person, words))
    for (const one of expected) expect(answer).toContain(one)
  })

  it('is shown only to whom it may be shown: a score still belongs to its unit', async () => {
    expect(text(await says('C-JX01', '去年 解释 教务处'))).toContain('没有找到')
  })

  it('sends its files', async () => {
    expect(await says('OF1', '去年 结果总表')).toMatchObject({
      kind: 'file',
      name: '2026年度考核结果总表.xlsx',
    })
  })

  it('the same words without a year, or with this one, are about the present year', async () => {
    expect(text(await says('C-JX01', '今年 阶段'))).toContain('2027年度目标管理')
    expect(text(await says('C-JX01', '阶段'))).toContain('2027年度目标管理')
    expect(text(await says('C-JX01', '2027年 日历'))).toContain('2027年度日历')
  })

  it('of a year that never was, the years that there are are named', async () => {
    expect(text(await says('C-JX01', '2020年 我的目标'))).toContain(
      '没有2020年度的记录，可以查看的年度：2027年、2026年',
    )
    expect(text(await says('C-JX01', '前年 看板'))).toContain('没有2025年度的记录')
  })

  it('nothing is done in it: what only acts names the year, and what can be looked at', async () => {
    const answer = text(await says('H-JX01', '去年 报送'))
    expect(answer).toContain('「报送」只办理2027年度的事。2026年度已经结束，可以查看：')
    expect(answer).toContain('我的目标')
  })

  it('no card of it has a form, or a button that does something', async () => {
    for (const [person, words] of [
      ['OF1', '去年 阶段'],
      ['OF1', '去年 年度政策'],
      ['OF1', '去年 权重系数'],
      ['OF1', '去年 日历'],
      ['CH', '去年 年度政策'],
      ['C-JX01', '去年 我的目标'],
      ['OF1', '去年 结果'],
    ] as const) {
      const answer = text(await says(person, words))
      expect(answer, words).not.toMatch(/"tag":"form"|"do":"|"form":"/)
    }
  })

  it('what an old card still sends is refused with the year', async () => {
    const reply = await talk.tap({
      ...{ kind: 'tap', causes: ['tap-old'], messageId: 'om_none', form: {} },
      who: { platform: 'feishu', tenant: 't', openId: 'ou_H-JX01' },
      value: { do: 'plan.send', with: { year: 2026, unit: 'JX01', drafter: 'unit', seen: {} } },
    })
    expect(JSON.stringify(reply)).toContain('2026年度已结束，只能查看')
  })
})

describe('the year before words', () => {
  it.each([
    ['2025年 我的目标', { year: { named: 2025 }, words: '我的目标' }],
    ['2025年度的看板', { year: { named: 2025 }, words: '看板' }],
    ['去年我的得分', { year: { back: 1 }, words: '我的得分' }],
    ['上一年度 结果', { year: { back: 1 }, words: '结果' }],
    ['前年 结果', { year: { back: 2 }, words: '结果' }],
    ['本年度 阶段', { year: { back: 0 }, words: '阶段' }],
    ['我的目标', undefined],
    ['去年', undefined],
    ['2025', undefined],
  ])('%s', (words, expected) => {
    expect(saidOfYear(words)).toEqual(expected)
  })
})

describe('what of the old year may still be decided', () => {
  it('Article 29: a unit whom the leading group lets appeal late is heard, though the next year has begun', async () => {
    const does = async (by: string, type: string, payload: JsonObject) => {
      const meta = { by, inNameOf: by, causes: [`${type}:${by}`], at: AT, today: '2027-01-11' } as const
      const outcome = await talk.execute(
        type,
        { year: 2026, unit: 'JX01', ...payload },
        meta as unknown as Meta,
      )
      return outcome.ok ? outcome.done.code : `refused: ${outcome.refusal.code}`
    }
    expect(await does('CH', 'feedback.reopen', { reason: '新证据' })).toBe('answering-reopened')
    expect(await does('C-JX01', 'appeal.draft', { version: 1, places: ['1.1'], why: '已做完' })).toBe(
      'appeal-drafted',
    )
    expect(await does('H-JX01', 'appeal.send', { number: 1 })).toBe('appeal-sent')
    expect(text(await says('OF1', '待办'))).toContain('药学院第1件申诉待分办')
    expect(await does('OF1', 'appeal.route', { number: 1, to: 'leaders' })).toBe('appeal-to-leaders')
    expect(text(await says('CH', '待办'))).toContain('药学院第1件申诉待决定')
  })
})
