import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Desk, findDesk } from '../../src/planning/drafting-desk.ts'
import { checkGoals } from '../../src/planning/workbook/check-goals.ts'
import { sayPlace, sayProblem } from '../../src/planning/workbook/fault-wording.ts'
import { COLUMNS, GOAL_COLUMNS, GOAL_SHEET, type GoalColumn } from '../../src/planning/workbook/layout.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { sheetFrom } from '../../src/workbook/sheets.ts'
import { viewerOf } from '../world/viewer.ts'
import { type RowValues, row } from './workbook-world.ts'
import { doneOf, entry, type PlanWorld, planWorld } from './world.ts'

const VIEWER = viewerOf('WG2', { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' })

async function deskOf(world: PlanWorld, person: string): Promise<Desk> {
  const desk = await findDesk(world.db, 2026, viewerOf(person, VIEWER))
  if (!desk) throw new Error('no desk')
  return desk
}

function faultsOf(desk: Desk, rows: readonly RowValues[]): string[] {
  const cells = rows.map((values) => COLUMNS.map((column) => String(values[column] ?? '')))
  const checked = checkGoals({ goals: sheetFrom(GOAL_SHEET.goals, cells) }, desk)
  return 'faults' in checked ? checked.faults.map((fault) => `${sayPlace(fault)} ${sayProblem(fault)}`) : []
}

describe('the sheet 目标', () => {
  it('has every wrong cell named at once, by row and column, with what to write instead', async () => {
    const desk = await deskOf(planWorld(), 'WG2')
    expect(
      faultsOf(desk, [
        row('教务处', '重点目标', { number: '三' }),
        row('', '常规目标', { title: '二', workItem: '没有', dueOn: '年底' }),
        row('药学院', '常规目标', { title: '名'.repeat(61), criterion: '标准', budget: '-1' }),
        { unit: '药学院', type: '一般目标', weight: '0', target: '许多' },
        row('药学院', '重点目标', { title: '五', dueOn: '2027-01-01', target: '3', indicator: '项数' }),
        row('药学院', '重点目标', { title: '#REF!', aim: '改进工作方式方法', priority: '没有' }),
      ]),
    ).toEqual([
      '「目标」第2行「序号」 “三”不是目标序号，请填写如 3；新增的目标请留空',
      '「目标」第2行「单位」 “教务处”不是由您填报的单位，请从下拉列表中选择',
      '「目标」第3行「单位」 不能为空，请从下拉列表中选择',
      '「目标」第3行「完成时限」 “年底”不是日期，请写成如 2026-06-30 的形式',
      '「目标」第3行「工作项目」 “没有”不在可选范围内，请从下拉列表中选择',
      '「目标」第4行「目标名称」 不能超过60字',
      '「目标」第4行「评价标准」 “标准”常规目标不填这一列，请留空',
      '「目标」第4行「预算」 数值超出范围，请填写合适的数',
      '「目标」第5行「类型」 “一般目标”不是规定的类型，请改为：重点目标、专项目标、常规目标',
      '「目标」第5行「目标值」 “许多”不是数字，请填写如 12.5，最多两位小数',
      '「目标」第5行「权重」 数值超出范围，请填写合适的数',
      '「目标」第6行「定性要求」 量化指标和定性要求只能填一种',
      '「目标」第6行「完成时限」 须在本年度内',
      '「目标」第7行「目标名称」 “#REF!”公式出错，请改为文字或数字',
      '「目标」第7行「工作要点」 “没有”不在可选范围内，请从下拉列表中选择',
      '「目标」第7行「专项类别」 “改进工作方式方法”重点目标不填这一列，请留空',
    ])
  })

  it('Articles 13-15: has a type that another drafts refused, with who drafts it', async () => {
    const desk = await deskOf(planWorld(), 'C-JX01')
    expect(faultsOf(desk, [row('药学院', '重点目标')])).toEqual([
      '「目标」第2行「类型」 该单位的重点目标由该单位的目标管理工作组填报，请与其联系',
    ])
  })

  it('Article 10: needs a justification for the fourth special goal, however the rows are ordered', async () => {
    const world = planWorld()
    const { specialLimit } = REGULATION_DEFAULTS
    for (let n = 1; n <= specialLimit; n++)
      doneOf(await world.draft('C-JX01', 'JX01', entry('special', { title: `旧${n}` })))
    const desk = await deskOf(world, 'C-JX01')
    const fresh = row('药学院', '专项目标', { title: '新' })
    expect(faultsOf(desk, [fresh])[0]).toContain('第2行「理由」 专项目标原则上不超过3项')
    expect(faultsOf(desk, [{ ...fresh, justification: '省厅任务' }])).toEqual([])
    const justified = row('药学院', '专项目标', { number: '1', title: '旧1', justification: '省厅任务' })
    expect(faultsOf(desk, [fresh, justified])).toEqual([])
  })

  it('revises only goals that are there, are open, and keep their type, each in one row', async () => {
    const world = planWorld()
    doneOf(await world.draft('WG2', 'JX01', entry('key')))
    doneOf(await world.draft('WG2', 'JX01', entry('routine', { title: '常规' })))
    doneOf(await world.draft('C-JX01', 'JX01', entry('special')))
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    const group = await deskOf(world, 'WG2')
    const one = { title: '改名' }
    expect(
      faultsOf(group, [
        row('药学院', '常规目标', { ...one, number: '1' }),
        row('药学院', '常规目标', { ...one, number: '2' }),
        row('药学院', '常规目标', { ...one, number: '2' }),
        row('药学院', '常规目标', { ...one, number: '9' }),
        row('药学院', '常规目标', { ...one }),
      ]),
    ).toEqual([
      '「目标」第2行「类型」 目标1的类别不能更改。请删除后按新类别填报',
      '「目标」第4行「序号」 “2”与第3行是同一项目标，请只保留一行；新增的目标请留空',
      '「目标」第5行「序号」 “9”该单位没有这个序号的目标，新增的目标请留空',
      expect.stringContaining('「目标」第6行「目标名称」 “改名”与第'),
    ])
    const unit = await deskOf(world, 'C-JX01')
    expect(faultsOf(unit, [row('药学院', '专项目标', { number: '3', title: '改' })])[0]).toContain(
      '目标3正在审核',
    )
    expect(faultsOf(unit, [row('药学院', '专项目标', { title: '新' })])[0]).toContain(
      '第2行「类型」 单位填报部分已由',
    )
  })

  it('is refused as a whole outside the phase of setting goals, and without its columns', async () => {
    const world = planWorld()
    const desk = await deskOf(world, 'WG2')
    const cells = [COLUMNS.map(() => 'x')]
    const { rows } = sheetFrom(GOAL_SHEET.goals, cells)
    const checked = checkGoals({ goals: { columns: ['unit', 'unit', 'type'], rows } }, desk)
    if (!('faults' in checked)) throw new Error('no faults')
    expect(checked.faults.map((fault) => sayPlace(fault))).toContain('「目标」「目标名称」')
    expect(checked.faults.map((fault) => sayPlace(fault))).toContain('「目标」第1行「单位」')
    world.enter('execution')
    expect(faultsOf(await deskOf(world, 'WG2'), [row('药学院', '常规目标')])).toEqual([
      '「目标」 现在是「实现目标」阶段，不能订立目标。如确有需要，请联系领导小组办公室',
    ])
  })
})

/** Values that are wrong in their cell of a routine goal, and that no other cell refers to. */
const WRONG: readonly (readonly [GoalColumn, string])[] = [
  ['unit', '教务处'],
  ['unit', ''],
  ['type', '一般'],
  ['title', '名'.repeat(61)],
  ['content', '字'.repeat(1001)],
  ['target', '许多'],
  ['dueOn', '明天'],
  ['dueOn', '2025-06-30'],
  ['weight', '0'],
  ['weight', '1.234'],
  ['owner', '人'.repeat(61)],
  ['budget', '一万'],
  ['workItem', '没有'],
  ['number', '77'],
  ['number', '零'],
  ['criterion', '不该有'],
  ['priority', 'YD1'],
  ['aim', '改进工作方式方法'],
  ['justification', '不该有'],
]

const NEEDLESS: readonly GoalColumn[] = ['criterion', 'priority', 'aim', 'justification']

it('any wrong cells of any rows are reported exactly at those cells, each once', async () => {
  const desk = await deskOf(planWorld(), 'WG2')
  const good = Array.from({ length: 12 }, (_, n) =>
    row(n % 2 ? '药学院' : '护理学院', '常规目标', { title: `目标${n}`, dueOn: '2026-06-30' }),
  )
  const wrongCell = fc.tuple(fc.nat(good.length - 1), fc.constantFrom(...WRONG))
  const wrongCells = fc.uniqueArray(wrongCell, {
    selector: ([at, [column]]) => `${at} ${column}`,
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(wrongCells, (cells) => {
      // Without its type nobody knows what a row has too much of.
      const typeless = new Set(cells.filter(([, [column]]) => column === 'type').map(([at]) => at))
      const kept = cells.filter(([at, [column]]) => !typeless.has(at) || !NEEDLESS.includes(column))
      const wrongIn = (at: number): RowValues =>
        Object.fromEntries(kept.filter(([where]) => where === at).map(([, wrong]) => wrong))
      const rows = good.map((values, at) => ({ ...values, ...wrongIn(at) }))
      const unplaced = new Set(kept.filter(([, [column]]) => column === 'unit').map(([at]) => at))
      const known = kept.filter(
        ([at, [column, value]]) => !(column === 'number' && value === '77' && unplaced.has(at)),
      )
      const places = known.map(([at, [column]]) => `「目标」第${at + 2}行「${GOAL_COLUMNS[column]}」`)
      expect(
        faultsOf(desk, rows)
          .map((fault) => fault.split(' ')[0])
          .sort(),
      ).toEqual([...places].sort())
    }),
    { numRuns: 200 },
  )
})
