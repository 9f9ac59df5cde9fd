/** Plans in force for the tests of the goal sheet, and the sheet as a person receives it. */
import type { Message } from '../../cards/kit.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { viewerOf } from '../world/viewer.ts'
import { planning } from './chapter.ts'
import { doneOf, entry, type PlanWorld, planWorld } from './world.ts'

const NOW = { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const

export const UNIT = { year: 2026, unit: 'JX01' } as const

/** What `goal-sheet` shows a person. */
export async function ask(world: PlanWorld, person: string, params: JsonObject = UNIT): Promise<Message> {
  const view = planning.views.find((one) => one.name === 'goal-sheet')
  if (!view) throw new Error('no view goal-sheet')
  return view.render(world.db, params, viewerOf(person, NOW))
}

/** The document; fails where a card was shown. */
export async function sheetOf(world: PlanWorld, person = 'C-JX01', params: JsonObject = UNIT) {
  const message = await ask(world, person, params)
  if (message.kind !== 'file') throw new Error(`no file: ${JSON.stringify(message)}`)
  return message
}

export const CRITERION = '每少完成一项扣10分，每逾期一个月扣5分，扣完为止'

/** 20 key goals, 4 special ones (the last beyond the limit) and 36 routine ones; returned once at each stage, then in force. */
export async function sixtyGoals(): Promise<PlanWorld> {
  const world = planWorld()
  for (let n = 1; n <= 20; n++) doneOf(await world.draft('WG2', 'JX01', keyGoal(n)))
  for (let n = 21; n <= 56; n++) doneOf(await world.draft('WG2', 'JX01', routineGoal(n)))
  for (let n = 57; n <= 60; n++) doneOf(await world.draft('C-JX01', 'JX01', specialGoal(n)))
  doneOf(await world.send('WG1', 'JX01', 'group'))
  doneOf(await world.send('H-JX01', 'JX01', 'unit'))
  doneOf(await world.review('LD1', 'JX01', { 2: '目标值偏低，请参照去年完成情况提高', 5: '请写明验收单位' }))
  await reviseAndSend(world, 2)
  await reviseAndSend(world, 5)
  doneOf(await world.send('WG1', 'JX01', 'group'))
  doneOf(await world.review('LD1', 'JX01'))
  doneOf(await world.ratify('CH', 'JX01', { 57: '与学校年度工作要点重复，请调整内容' }))
  await reviseAndSend(world, 57)
  doneOf(await world.send('H-JX01', 'JX01', 'unit'))
  doneOf(await world.review('LD1', 'JX01'))
  doneOf(await world.ratify('CH', 'JX01'))
  return world
}

export const titleOf = (n: number): string => `第${n}项：${TITLES[n % TITLES.length]}`

const TITLES = [
  '建设省级一流本科课程',
  '提高硕士研究生招生质量',
  '建成药物分析教学实验中心',
  '深化校院两级管理改革',
]

const keyGoal = (n: number) =>
  entry('key', {
    title: titleOf(n),
    content: `围绕学校年度工作要点，完成第${n}项重点建设任务：制定方案，落实经费和人员，按季度检查，年底组织校内外专家验收。\n第二阶段形成可推广的经验材料。`,
    indicator: '立项建设课程',
    target: 300,
    measureUnit: '门',
    seen: '',
    criterion: `${CRITERION}（${n}）`,
    weight: n * 100,
    owner: '王建国',
    budget: n % 2 ? 12_500_00 : null,
    dueOn: `2026-${String((n % 3) + 10)}-20`,
  })

const routineGoal = (n: number) =>
  entry('routine', { title: titleOf(n), content: `做好第${n}项日常教学运行工作` })

const specialGoal = (n: number) =>
  entry('special', {
    title: titleOf(n),
    content: `改进第${n}项工作方式`,
    criterion: `${CRITERION}（${n}）`,
    justification: n === 60 ? '教育厅专项任务，文件号教高函〔2026〕12号' : '',
  })

async function reviseAndSend(world: PlanWorld, number: number): Promise<void> {
  const goal = (await world.plan('JX01')).goals.find((one) => one.number === number)
  const by = number > 56 ? 'C-JX01' : 'WG2'
  const changed = number > 56 ? specialGoal(number) : keyGoal(number)
  const payload = {
    ...UNIT,
    goal: `2026-JX01-${number}`,
    revision: goal?.revision ?? 0,
    entry: { ...changed },
  }
  doneOf(await world.do(by, 'goal.revise', payload))
}
