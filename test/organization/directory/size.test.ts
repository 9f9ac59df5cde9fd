/** A whole university over the wire: 10,000 people in 300 departments, read, shown and recorded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../../src/sandbox/model.ts'
import { DEMO_PEOPLE, demoRoster } from '../../../src/sandbox/university.ts'
import { type World, world } from '../../world/people.ts'

const TOPS = ['药学院', '护理学院', '附属医院', '教务处', '科技处']
const CROWD: readonly SandboxPerson[] = Array.from({ length: 10_000 }, (_, at) => ({
  openId: `ou_crowd${at}`,
  unionId: `on_crowd${at}`,
  name: `教师${at}`,
  title: '教师',
  unit: `${TOPS[at % 5]}/第${at % 295}教研室`,
  employeeNo: `N${at}`,
  mobile: `139${String(at).padStart(8, '0')}`,
  email: `n${at}@campus.example`,
}))

describe('ten thousand people in three hundred departments', { timeout: 120_000 }, () => {
  let w: World
  const office = () => w.person('办公室 工作人员')
  beforeAll(async () => {
    w = await world({
      university: { people: [...DEMO_PEOPLE, ...CROWD], roster: demoRoster() },
      patience: 10,
    })
  })
  afterAll(() => w.stop())

  it('are read whole, and each part is a page away', async () => {
    await office().says('同步通讯录')
    office().sees('10028 人', '300 个部门', '新来人员', '10000')
    await office().taps('新来人员')
    await office().taps('下一页（2/1000）')
    office().sees('药学院，工号 N')
  })

  it('are recorded in one confirmation, and a second reading finds nothing', async () => {
    await office().taps('返回')
    await office().taps('登记新人')
    office().sees('通讯录已同步', '登记新人', '10000 人')
    expect(w.db.raw("SELECT count(*) AS people FROM account WHERE open_id LIKE 'ou_crowd%'")).toEqual([
      { people: 10_000 },
    ])
    await office().says('同步通讯录')
    office().sees('无需确认')
    office().seesNo('登记新人')
  })
})
