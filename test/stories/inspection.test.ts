/** Articles 19 and 20 in the chat, over the wire: a visit by the working group, a spot check by an inspection team. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { count } from '../world/rows.ts'
import { deadButtons } from './buttons.ts'
import { refused } from './refused.ts'
import { enters, waitingFor } from './steps.ts'

const OFFICE = '办公室 工作人员'
const LEADER = '分管教学副校长'
const CONVENOR = '第一工作组 组长'
const MEMBER = '第一工作组 成员甲'
const TEAM_CONVENOR = '考核组 组长'
const TEAM_MEMBER = '教务处 负责人'
const CONTACT = '药学院 联络员'
const HEAD = '药学院 负责人'
const DAY_MS = 86_400_000
const SECRET = '实验室台账缺失七页'
const PICTURE = {
  name: '台账.png',
  type: 'image',
  bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]),
} as const

/** The people of the assessment group are an inspection team too, with the head of 教务处 among them. */
function seedTeam({ db }: World): void {
  db.exec("INSERT INTO team (id, name, kind) VALUES ('IT', '机关督查组', 'inspection')")
  db.exec("INSERT INTO team_unit (group_id, unit) VALUES ('IT', 'XZ01'), ('IT', 'XZ02')")
  for (const [id, role] of [
    ['AG1', 'inspection-convenor'],
    ['H-XZ01', 'inspection-member'],
  ])
    db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', '${role}', 'IT', '2026-01-01')`,
    )
}

let w: World
beforeAll(async () => {
  w = await world()
  seedTeam(w)
  for (const unit of ['JX01', 'XZ01', 'XZ02'])
    for (const number of [1, 2])
      seedGoal(w.db, unit, number, { title: number === 1 ? '课程建设' : '教材建设' })
  await enters(w, '实现目标')
})
afterAll(() => w.stop())

describe('the working group visits a teaching unit', { timeout: 120_000 }, () => {
  it('plans it with a word and a form; unit and inspectors are told', async () => {
    const convenor = w.person(CONVENOR)
    await convenor.says('调研 药学')
    convenor.sees('安排调研：药学院')
    await convenor.taps('安排调研', {
      日期: '2026-03-05',
      督查人员: [CONVENOR, MEMBER],
      调研内容: '核实课程和教材进度',
    })
    convenor.sees('已安排到药学院调研', '待调研')
    w.person(CONTACT).sees('调研：药学院', '2026年3月5日', `${CONVENOR}、${MEMBER}`, '请准备有关材料')
    w.person(MEMBER).sees('调研：药学院', '记录发现')
  })

  it('those who plan nothing are shown what there is, each in the own sight', async () => {
    const contact = w.person(CONTACT)
    await contact.says('调研')
    contact.sees('2026年度督导检查', '调研 1号', '药学院')
    contact.seesNo('安排调研')
    await w.person('护理学院 联络员').says('督查 2026-1')
    w.person('护理学院 联络员').sees('没有找到可由您查看的这次检查')
    await w.person(MEMBER).says('抽查')
    w.person(MEMBER).sees('还没有与您有关的督导检查')
  })

  it('an inspector notes a fact with a picture, and nobody else reads it anywhere', async () => {
    const member = w.person(MEMBER)
    await w.passes(3 * DAY_MS)
    expect(await waitingFor(w, MEMBER)).toContain('调研（1号）2026年3月5日，待记录办结')
    await member.taps('去办理')
    await member.sends(PICTURE)
    await member.taps('记录发现', {}, '调研：药学院')
    member.shown('记录发现：药学院')
    await member.taps('保存记录', { 关于: '教材建设', 类别: '整改', 程度: '较重', 事实: SECRET })
    expect(member.shown(SECRET).text).toMatch(
      /未发布[\s\S]*佐证材料：图片[\s\S]*发布前请补充：整改要求、整改期限/,
    )
    await member.taps('修改', {}, SECRET)
    await member.taps('保存记录', { 整改要求: '补齐台账', 整改期限: '2026-03-20' })
    expect(member.shown(SECRET).text).toMatch(/补齐台账[\s\S]*2026年3月20日[\s\S]*发布给单位/)
    for (const { name } of w.campus.chat.people().filter((one) => one.name !== MEMBER)) {
      for (const card of w.person(name).messages()) expect(card.text, name).not.toContain(SECRET)
    }
    await w.person(OFFICE).says('督查发现')
    w.person(OFFICE).sees('还没有与您有关的督查发现')
    expect(JSON.stringify(w.db.raw('SELECT * FROM journal'))).not.toContain(SECRET)
    expect(w.log.lines.join('\n')).not.toContain(SECRET)
    expect(await refused(w, CONVENOR, member.shown(SECRET), '发布给单位')).toContain('没有找到这条记录')
    expect(await waitingFor(w, MEMBER)).toContain('您有 1 条检查记录没有发布')
  })

  it('publishes it to the unit, with the picture; a second tap publishes nothing', async () => {
    const member = w.person(MEMBER)
    await member.says('我的检查记录')
    await member.taps('打开记录', {}, SECRET)
    const note = member.lastCard()
    await member.taps('发布给单位', {}, SECRET)
    member.sees('已发布给药学院', '待整改')
    await member.tapsOld(note, '发布给单位')
    member.sees('不能再改', '待整改')
    w.person(LEADER).sees('督查发现：药学院', SECRET)
    const contact = w.person(CONTACT)
    contact.sees('督查发现：药学院', '教材建设', SECRET, '整改要求：补齐台账', '报送整改')
    await contact.taps('取回第1份', {}, SECRET)
    expect(contact.messages().at(-1)?.type).toBe('file')
  })

  it('the unit answers with a file, comes back once, and is accepted', async () => {
    const contact = w.person(CONTACT)
    await contact.sends({ name: '台账.pdf', type: 'file', bytes: new Uint8Array([1, 2, 3]) })
    await contact.says('整改')
    contact.sees('药学院', '待整改', '教材建设')
    await contact.taps('查看1号', {}, '整改情况')
    contact.sees('台账.pdf')
    await contact.taps('报送整改', { 整改情况: '已补三页' }, SECRET)
    contact.sees('待验收', '已补三页', '整改材料（1份）')
    const member = w.person(MEMBER)
    expect(await waitingFor(w, MEMBER)).toContain('药学院整改待验收（1号）')
    await member.taps('去验收')
    await member.taps('退回整改', {}, SECRET)
    member.sees('退回请写明理由')
    await member.taps('退回整改', { 意见: '还缺四页', 新的期限: '2026-03-25' }, SECRET)
    member.sees('已退回')
    contact.sees('还缺四页', '2026年3月25日')
    await w.person(HEAD).taps('报送整改', { 整改情况: '七页已补齐' }, SECRET)
    const convenor = w.person(CONVENOR)
    const before = convenor.shown('七页已补齐')
    await member.taps('验收通过', {}, '七页已补齐')
    member.sees('已验收')
    await convenor.tapsOld(before, '验收通过')
    convenor.sees(`${MEMBER} 已于`, '验收')
    expect(await waitingFor(w, CONTACT)).not.toContain('整改')
  })

  it('is ended with words that the unit reads', async () => {
    const member = w.person(MEMBER)
    await member.says('督查 1')
    await member.taps('办结', {}, '调研：药学院')
    await member.taps('办结', { 情况说明: '教材进度属实，台账已补' }, '办结检查')
    member.sees('已办结')
    w.person(CONTACT).sees('教材进度属实，台账已补')
  })
})

describe('an inspection team draws a spot check', { timeout: 120_000 }, () => {
  it('states range, number, reason and list first; the own units of its people are left out', async () => {
    const convenor = w.person(TEAM_CONVENOR)
    await convenor.says('抽查')
    convenor.sees('公布抽查', '机关督查组')
    await convenor.taps('公布抽查', {
      抽取数量: '1',
      督查人员: [TEAM_CONVENOR, TEAM_MEMBER],
      抽查事由: '核实所报进度',
    })
    convenor.sees('待抽取', '2 项中抽 1', `教务处（${TEAM_MEMBER}所在）`, '名单指纹')
    convenor.seesNo('请报一个号')
  })

  it('is drawn by the office, once, and everyone sees seed, result and how to repeat it', async () => {
    const office = w.person(OFFICE)
    expect(await waitingFor(w, OFFICE)).toContain('机关督查组抽查（2号）待见证抽取')
    await office.taps('去见证')
    const before = office.lastCard()
    expect(await refused(w, TEAM_CONVENOR, before, '见证并抽取')).toContain(
      '由领导小组办公室或领导小组成员见证',
    )
    await office.taps('见证并抽取', { 请报一个号: '8' })
    office.sees('已抽中 1 个', '已抽取', '报号「8」', '科技处', '种子')
    await office.tapsOld(before, '见证并抽取', { 请报一个号: '9' })
    office.sees('结果不能重抽')
    expect(count(w.db, "journal WHERE type = 'check.drawn'")).toBe(1)
    w.person(TEAM_MEMBER).sees('抽查', '科技处', '记录发现')
    w.person('科技处 联络员').sees('抽查', '科技处')
    const other = w.person('护理学院 联络员')
    await other.says('督查 2')
    await other.taps('取得名单')
    expect(other.messages().at(-1)).toMatchObject({ type: 'file' })
  })

  it('records a good practice on what was drawn', async () => {
    const member = w.person(TEAM_MEMBER)
    await member.taps('记录发现', {}, '抽查')
    await member.taps('保存记录', { 类别: '好的做法', 事实: '台账完整，进度属实' })
    await member.taps('发布给单位', {}, '台账完整')
    w.person('科技处 负责人').sees('好的做法', '台账完整，进度属实')
    w.person('科技处 负责人').seesNo('报送整改')
  })

  it('leaves no dead button, and a journal that equals its states', async () => {
    expect(await deadButtons(w)).toEqual([])
    const kinds = await journalEqualsState(w.db)
    for (const kind of ['inspection', 'finding', 'evidence']) expect(kinds).toContain(kind)
  })
})
