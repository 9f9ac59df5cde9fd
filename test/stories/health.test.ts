/** 体检 over the wire: each finding is produced, seen on the office's card, and mended with the button beside it. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Role } from '../../src/store/schema/organization.ts'
import { type Person, type World, world } from '../world/people.ts'
import { type Examination, examination, OFFICE } from './health-hands.ts'
import { holds, loses, unitBecomes } from './health-wrecks.ts'

let w: World
let office: Person
let at: Examination

beforeAll(async () => {
  w = await world()
  office = w.person(OFFICE)
  at = examination(w)
}, 120_000)
afterAll(() => w.stop())

const lost = (person: string, role: Role, scope: string) => () => loses(w, person, role, scope)
const held = (person: string, role: Role, scope: string) => () => holds(w, person, role, scope)

const SEATS = [
  [
    'Article 4: somebody is made chair',
    {
      ill: lost('CH', 'chair', ''),
      sentence: '没有领导小组组长',
      button: '指定组长',
      submit: '授予领导小组组长',
      person: '领导小组 组长',
    },
  ],
  [
    'the office is two again',
    {
      ill: lost('OF2', 'office', ''),
      sentence: '办公室只登记了一人',
      button: '增加人员',
      submit: '授予领导小组办公室',
      person: '办公室 负责人',
    },
  ],
  [
    'Article 6: a unit gets a head',
    {
      ill: lost('H-JX01', 'head', 'JX01'),
      sentence: '药学院没有负责人',
      button: '指定负责人',
      submit: '授予单位负责人',
      person: '药学院 负责人',
    },
  ],
  [
    'a unit gets a contact',
    {
      ill: lost('C-JX01', 'contact', 'JX01'),
      sentence: '药学院没有联络员',
      button: '指定联络员',
      submit: '授予联络员',
      person: 'C-JX01',
    },
  ],
  [
    'a group gets a convenor',
    {
      ill: lost('AG1', 'assessment-convenor', '机关考核工作组'),
      sentence: '机关考核工作组没有组长',
      button: '指定组长',
      submit: '授予考核组组长',
      person: 'AG1',
    },
  ],
] as const
const EXTRAS = [
  [
    'two chairs: one ends',
    {
      ill: held('LM1', 'chair', ''),
      sentence: '领导小组组长有2人',
      button: '查看角色',
      line: '领导小组组长：领导小组 成员',
    },
  ],
  [
    'two heads: one ends',
    {
      ill: held('T-JX01', 'head', 'JX01'),
      sentence: '药学院有2位负责人',
      button: '核对人员',
      line: '单位负责人：药学院 教师',
    },
  ],
  [
    'two contacts: one ends',
    {
      ill: held('T-JX01', 'contact', 'JX01'),
      sentence: '药学院有2位联络员',
      button: '核对人员',
      line: '联络员：药学院 教师',
    },
  ],
  [
    'rulebook 7: a member on the own unit ends',
    {
      ill: held('H-JX01', 'working-member', '第一目标管理工作组'),
      sentence: '药学院 负责人在第一目标管理工作组',
      button: '核对成员',
      line: '工作组成员：药学院 负责人',
    },
  ],
] as const

const LEADERS = [
  [
    'Article 13: a unit gets a leader in charge',
    { leader: null, sentence: '药学院没有分管校领导', button: '指定分管' },
  ],
  [
    'rulebook 7: the head is no leader of the own unit',
    { leader: 'H-JX01', sentence: '药学院 负责人既分管药学院', button: '更换分管' },
  ],
] as const

const nextDay = (): Promise<void> => w.passes(86_400_000)

describe('体检', { timeout: 60_000 }, () => {
  it('is for the office', async () => {
    await w.person('药学院 联络员').says('体检')
    w.person('药学院 联络员').sees('由领导小组办公室查看')
  })

  it('Article 20: offices without an inspection team get one', async () => {
    const sentence = '教务处、科技处没有督查组'
    await at.found(sentence)
    await at.mends(sentence, '安排工作组')
    await office.taps('保存', {
      小组名称: '第一督查组',
      ...{ 组长: '护理学院 负责人', 成员: '药学院 教师' },
    })
    await at.gone(sentence)
  })

  it.each(SEATS)('%s', async (_rule, { ill, sentence, button, submit, person }) => {
    await ill()
    await at.found(sentence)
    await at.mends(sentence, button)
    await at.gives(person, submit)
    await at.gone(sentence)
  })

  it.each(EXTRAS)('%s', async (_rule, { ill, sentence, button, line }) => {
    await ill()
    await at.found(sentence)
    await at.mends(sentence, button)
    await at.endsToday(line)
    await nextDay()
    await at.gone(sentence)
  })

  it.each(LEADERS)('%s', async (_rule, { leader, sentence, button }) => {
    await unitBecomes(w, 'JX01', { name: '药学院', kind: 'teaching', leader })
    await at.found(sentence)
    await at.mends(sentence, button)
    await office.taps('预览', { 分管校领导: '分管教学副校长', 发文号: '校发〔2026〕9号' })
    await office.taps('确认生效')
    await at.gone(sentence)
  })
})
