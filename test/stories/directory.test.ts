/** Articles 3-6: who came, who left and who moved, by the platform's directory; shown to the office before anything changes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldsEqual } from '../organization/folded.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type Shown, type World, world } from '../world/people.ts'

const OFFICE = '办公室 工作人员'
const MINUTE_MS = 60_000

describe('the office keeps the roster by the directory', { timeout: 120_000 }, () => {
  let w: World
  let before: Shown
  const office = () => w.person(OFFICE)
  const raw = (sql: string) => w.db.raw(sql) as { [column: string]: unknown }[]
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.stop())

  it('reads it: the answer is at once, the result follows, and nothing is to be confirmed', async () => {
    await office().says('同步通讯录')
    expect(
      office()
        .messages()
        .some((one) => one.text.includes('正在读取飞书通讯录')),
    ).toBe(true)
    office().sees('通讯录核对完毕', '无需确认', '全部成员')
    office().seesNo('确认同步')
  })

  it('hears at once of somebody with duties who left, and in one notice of all the rest', async () => {
    const { personnel } = w.campus
    await personnel.hire({
      ...{ openId: 'ou_new', unionId: 'on_new', name: '药学院 新教师', title: '讲师' },
      ...{
        unit: '药学院/药剂学教研室',
        employeeNo: 'T100',
        mobile: '13800000100',
        email: 'new@campus.example',
      },
    })
    await personnel.move('ou_C-JX02', '药学院')
    await personnel.correct('ou_H-JX02', { name: '护理学院 新负责人' })
    await personnel.resign('ou_T-JX01')
    await personnel.resign('ou_C-JX01')
    await w.settled()
    const told = office().shown('任职人员已离开飞书')
    expect(told.text).toContain('药学院 联络员')
    expect(told.text).toContain('联络员（药学院）')
    expect(told.buttons.map((one) => one.text)).toEqual(['交接给他人', '办理离任'])
    await w.passes(15 * MINUTE_MS)
    const notices = office()
      .messages()
      .filter((one) => one.text.includes('飞书告知以下变动'))
    expect(notices).toHaveLength(1)
    expect(notices[0]?.text).toMatch(
      /新来[\s\S]*1 人[\s\S]*部门变动[\s\S]*1 人[\s\S]*信息变更[\s\S]*1 人[\s\S]*离职或停用[\s\S]*2 人/,
    )
    expect(raw("SELECT ended_on FROM person WHERE id = 'T-JX01'")).toEqual([{ ended_on: null }])
  })

  it('reads again from the notice, and sees each part with what will be done', async () => {
    await office().taps('读取并核对')
    office().sees('通讯录变动，请确认', '部门变动', '新来人员', '离职结束', '离职待交接')
    await office().taps('部门变动')
    office().sees('护理学院 联络员', '护理学院 → 药学院', '原单位角色保留：联络员（护理学院）')
    await office().taps('返回')
    await office().taps('离职待交接')
    office().sees('药学院 联络员', '已不在通讯录', '联络员（药学院）')
    await office().taps('返回')
    await office().taps('新来人员')
    office().sees('药学院 新教师', '药学院，工号 T100')
    await office().taps('返回')
  })

  it('a colleague’s old preview is refused once the organization has changed', async () => {
    const other = w.person('办公室 负责人')
    await other.says('通讯录')
    const old = other.lastCard()
    await office().taps('部门对应')
    await office().taps('指定单位', {}, '药剂学教研室')
    await office().taps('保存', { 单位: '无' })
    office().sees('药剂学教研室', '没有对应的单位')
    await other.tapsOld(old, '确认同步')
    expect(other.toast).toContain('有变动')
    expect(raw("SELECT ended_on FROM person WHERE id = 'T-JX01'")).toEqual([{ ended_on: null }])
    await office().taps('指定单位', {}, '药剂学教研室')
    await office().taps('保存', { 单位: '药学院' })
  })

  it('confirms: accounts, records and units follow; who holds a role is never ended', async () => {
    await office().says('通讯录')
    before = office().lastCard()
    await office().taps('同步并登记新人')
    office().sees('通讯录已同步', '还有 1 名离职人员')
    expect(
      raw(
        "SELECT id, unit, ended_on FROM person WHERE id IN ('C-JX01', 'C-JX02', 'T-JX01', 'T100') ORDER BY id",
      ),
    ).toEqual([
      { id: 'C-JX01', unit: 'JX01', ended_on: null },
      { id: 'C-JX02', unit: 'JX01', ended_on: null },
      { id: 'T-JX01', unit: 'JX01', ended_on: '2026-03-01' },
      { id: 'T100', unit: 'JX01', ended_on: null },
    ])
    expect(
      raw(
        "SELECT scope FROM role_held WHERE person IN ('C-JX01', 'C-JX02') AND to_on IS NULL ORDER BY scope",
      ),
    ).toEqual([{ scope: 'JX01' }, { scope: 'JX02' }])
    expect(raw("SELECT name FROM person WHERE id = 'H-JX02'")).toEqual([{ name: '护理学院 新负责人' }])
    const newcomer = w.person('药学院 新教师')
    await newcomer.says('待办')
    newcomer.seesNo('名册')
  })

  it('an old card’s buttons do nothing more, and say when it was confirmed', async () => {
    await office().tapsOld(before, '确认同步')
    expect(office().toast).toContain('已于3月2日')
    await office().says('同步通讯录')
    office().sees('通讯录核对完毕', '离职待交接')
    office().seesNo('确认同步', '登记新人')
    await office().taps('离职待交接')
    await office().taps('交接给他人')
    office().sees('移交人')
  })

  it('a range that has shrunk makes nobody a leaver, and says so', async () => {
    await w.campus.personnel.setRange({ departments: ['护理学院'], people: ['ou_CH'] })
    await office().says('同步通讯录')
    office().sees('应用可见的部分', '不在应用的可用范围，无从得知是否离职')
    office().seesNo('确认同步')
    await w.campus.personnel.setRange('all')
  })

  it('hundreds who are gone at once are rather a fault of the range than leavers', async () => {
    for (const id of [
      'WG2',
      'WG3',
      'AG2',
      'AG3',
      'LM1',
      'H-XZ01',
      'C-XZ01',
      'H-XZ02',
      'C-XZ02',
      'H-FY01',
      'C-FY01',
    ])
      await w.campus.personnel.resign(`ou_${id}`)
    await office().says('同步通讯录')
    office().sees('一个也不按离职处理')
    office().seesNo('确认同步')
  })

  it('names that want to be markup, or never end, are words on a card and no record', async () => {
    const nasty = '<at id=all></at>**粗**[链](http://x.cn)'
    for (const [at, name] of [nasty, nasty.repeat(200)].entries())
      await w.campus.personnel.hire({
        ...{
          openId: `ou_nasty${at}`,
          unionId: `on_nasty${at}`,
          name,
          title: nasty,
          unit: `${nasty}/${nasty}`,
        },
        ...{ employeeNo: `${nasty}${at}`, mobile: nasty, email: nasty },
      })
    await office().says('同步通讯录')
    await office().taps('未能登记')
    office().sees('<at id=all></at>**粗**', '没有可用的工号', '没有可用的姓名')
    await office().taps('返回')
    await office().taps('部门对应')
    await office().taps('指定单位', {}, '<at id=all>')
    await office().taps('保存', { 单位: '没有这样的单位' })
    office().sees('没有名为「没有这样的单位」的单位')
  })

  it('a missing scope is said with its name, and nothing changes', async () => {
    w.campus.personnel.setScopes(['im:message'])
    await office().says('同步通讯录')
    office().sees('没有读到通讯录', 'contact:contact.base:readonly', '没有任何改动')
    w.campus.personnel.setScopes()
  })

  it('is the office’s alone', async () => {
    const chair = w.person('领导小组 组长')
    await chair.says('同步通讯录')
    chair.sees('由领导小组办公室同步')
    await chair.says('通讯录')
    chair.seesNo('确认同步', '教师')
  })

  it('and the journal holds it all', async () => {
    await foldsEqual(w.db)
    const kinds = await journalEqualsState(w.db)
    expect(kinds).toContain('directory')
    expect(kinds).toContain('department')
  })
})
