import { describe, expect, it } from 'vitest'
import { explanation } from '../../src/assessment/explain/chapter.ts'
import { sayExact } from '../../src/assessment/explain/say-exact.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { startTalk } from '../conversation/talk.ts'
import { cardFor, decide, decidedOn, JX } from './decided.ts'
import { assessmentTime, goalsOf, seedGoal } from './world.ts'

describe('the words 解释', () => {
  it('open the own unit’s, a named one’s, or a choice among those that one may read', async () => {
    const db = await decidedOn('JX01')
    await decide(db, 'XZ01')
    const talk = startTalk([explanation], db)
    const title = async (person: string, words: string) => {
      await talk.says(person, words)
      const { message } = await talk.newest()
      return message.kind === 'card' ? `${message.card.title}|${JSON.stringify(message.card.elements)}` : ''
    }
    expect(await title('C-JX01', '解释')).toMatch(/^得分解释：药学院/)
    expect(await title('OF1', '解释 教务处')).toMatch(/^得分解释：教务处/)
    expect(await title('OF1', '解释 药学')).toMatch(/^得分解释：药学院/)
    expect(await title('OF1', '解释')).toMatch(/药学院.*教务处/)
    expect(await title('C-JX01', '解释 教务处')).toContain('没有找到已形成得分的「教务处」')
  })
})

describe('its cards', () => {
  it('are taken by Feishu with thirty goals, long words and as many deductions as there can be', async () => {
    const long = '*很长的*说明<at id=all></at>😀'.repeat(30)
    const db = assessmentTime()
    const [goal] = goalsOf('JX01')
    for (let n = 7; n <= 30; n++) {
      if (!goal) continue
      seedGoal(db, 'JX01', { ...goal, id: `JX01-${n}`, number: n, title: long.slice(0, 60), criterion: long })
    }
    db.exec(`UPDATE goal SET adjusted = '${long}', weight = 33333 WHERE unit = 'JX01'`)
    const many = Array.from({ length: 180 }, () => '1 迟').join('\n')
    const marks = Array.from({ length: 30 }, (_, i) => ({
      goal: i + 1,
      deductions: i % 2 ? many : `1.23 ${long.slice(0, 880)}`,
    }))
    await decide(db, 'JX01', marks)
    const pages = Number(/第1\/(\d+)页/.exec((await cardFor(db, 'OF1')).subtitle ?? '')?.[1])
    expect(pages).toBeGreaterThan(5)
    for (let page = 0; page < pages; page++) {
      expect(validateCard(renderCard(await cardFor(db, 'OF1', { ...JX, page }))), `page ${page}`).toEqual([])
    }
  })

  it('page the choice of a hundred units', async () => {
    const db = assessmentTime()
    for (let n = 0; n < 100; n++) {
      db.exec(
        `INSERT INTO unit (id, name, kind, leader, active) VALUES ('U${n}', '${'很长的单位名称'.repeat(4)}${n}', 'teaching', 'LD1', 1)`,
      )
      db.exec(
        `INSERT INTO score (year, unit, assessment, status, final, answer) VALUES (2026, 'U${n}', 'assessment:2026:U${n}', 'decided', 9000, 'unanswered')`,
      )
    }
    const card = await cardFor(db, 'OF1', { page: 2 })
    expect(validateCard(renderCard(card))).toEqual([])
    expect(JSON.stringify(card)).toContain('下一页（4/5）')
  })
})

describe('an exact number', () => {
  it('is said to its last decimal, or with … where there are more than six; never rounded', () => {
    expect(sayExact('8800', 100)).toBe('88')
    expect(sayExact('517440', 10_000)).toBe('51.744')
    expect(sayExact('26600/3', 100)).toBe('88.666666…')
    expect(sayExact('1/1000', 10_000)).toBe('0.000000…')
    expect(sayExact('1', 100_000)).toBe('0.00001')
    expect(sayExact('0', 100)).toBe('0')
  })
})
