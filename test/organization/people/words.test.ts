/** What is said to find people and roles, and to replace somebody. */
import { describe, expect, it } from 'vitest'
import type { Intent } from '../../../src/kernel/view.ts'
import { peopleIntents } from '../../../src/organization/people/intents.ts'
import { readWho } from '../../../src/organization/roles/read-who.ts'

const opens = (intents: readonly Intent[], word: string, rest: string) =>
  intents.find(({ words }) => words.includes(word))?.opens(rest)

describe('替换', () => {
  it.each([
    ['张明 为 李华', '张明', '李华'],
    ['张明为李华', '张明', '李华'],
    ['陈为民 为 李成', '陈为民', '李成'],
    ['药学院 联络员 换成 药学院 教师', '药学院 联络员', '药学院 教师'],
    ['把张明换成李华', '张明', '李华'],
    ['张明 → 李华', '张明', '李华'],
    ['张明 由 李华 接替', '张明', '李华'],
  ])('%s', (words, leaver, successor) => {
    expect(opens(peopleIntents, '替换', words)).toEqual({ send: 'replacement', with: { leaver, successor } })
  })

  it('with one name asks for the other', () => {
    expect(opens(peopleIntents, '替换', '张明')).toEqual({
      send: 'form',
      with: { form: 'replace-person', params: { leaver: '张明' } },
    })
  })
})

describe('谁是', () => {
  it.each([
    ['药学院 联络员', 'contact', '药学院'],
    ['药学院的联络员？', 'contact', '药学院'],
    ['联络员 药学院', 'contact', '药学院'],
    ['教务处 单位负责人', 'head', '教务处'],
    ['教务处负责人', 'head', '教务处'],
    ['药学院 分管校领导', 'leader', '药学院'],
    ['第一目标管理工作组 工作组组长', 'working-convenor', '第一目标管理工作组'],
    ['领导小组组长', 'chair', ''],
    ['办公室', 'office', ''],
  ])('%s', (words, role, place) => {
    expect(readWho(words)).toEqual({ role, place })
  })

  it('understands nothing without a role', () => {
    expect(readWho('药学院')).toBeUndefined()
  })
})
