/** `draw`: repeats the draw of a spot check from what was stated, and says whether the journal holds the same (rulebook 4). */
import { drawIds, listHash } from '../execution/inspection/draw.ts'
import { findInspection } from '../execution/inspection/queries/inspections.ts'
import type { Draw, InspectionState } from '../execution/inspection/rules/inspection.ts'
import { inspectionId } from '../execution/inspection/subjects.ts'
import { hashOf } from '../kernel/journal.ts'
import { listJournal } from '../store/journal.ts'
import type { ExitCode, Machine } from './machine.ts'

/** `2026-7`, as the cards name it. */
const NAME = /^(\d{4})-(\d{1,6})$/

export async function repeatDraw({ db, print }: Machine, name: string): Promise<ExitCode> {
  const [, year, number] = NAME.exec(name) ?? []
  const id = inspectionId(Number(year), Number(number))
  const state = year === undefined ? undefined : await findInspection(db, id)
  if (!state || state.status === 'none' || state.plan.kind !== 'check') {
    print(`没有找到抽查「${name}」，请写卡片上的编号，例如 2026-7。`)
    return 1
  }
  const { population, places } = state.plan
  const listed = listHash(population.map((one) => one.id)) === state.plan.listHash
  print(
    `抽查 ${name}：名单 ${population.length} 个，抽 ${places} 个，指纹 ${state.plan.listHash}（${say(listed)}）`,
  )
  if (!('draw' in state)) {
    print('还没有抽取。')
    return 1
  }
  const entry = (await listJournal(db, id)).find((one) => one.type === 'check.witnessed')
  const sealed = entry !== undefined && hashOf(entry) === entry.hash && entry.hash === state.draw.seed
  print(`种子 ${state.draw.seed}，即见证记录的校验值（${say(sealed)}）`)
  const same = printDraw(state, print)
  return listed && sealed && same ? 0 : 1
}

const say = (fits: boolean): string => (fits ? '相符' : '不符！请核对日志')

/** Draws again; answers whether it comes out as it is on record. */
function printDraw(
  { plan, draw }: Extract<InspectionState, { draw: Draw }>,
  print: Machine['print'],
): boolean {
  const again = drawIds(
    plan.population.map((one) => one.id),
    draw.seed,
    plan.places,
  )
  const kept = draw.picked.map((one) => one.id)
  const same = again.join('\n') === kept.join('\n')
  for (const [position, id] of again.entries()) print(`${position + 1}. ${id}`)
  print(`重算结果与日志${same ? '一致' : `不一致！日志中是：${kept.join('、')}`}`)
  return same
}
