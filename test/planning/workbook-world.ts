/** A 目标填报表 as people handle it: downloaded, filled in, sent back. */
import exceljs, { type CellValue, type Workbook } from 'exceljs'
import type { Card, Message } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import type { Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { COLUMNS, type GoalColumn } from '../../src/planning/workbook/layout.ts'
import { viewerOf } from '../world/viewer.ts'
import { blobs, planning } from './chapter.ts'
import type { PlanWorld } from './world.ts'

const NOW = { at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const

export type RowValues = { readonly [column in GoalColumn]?: CellValue }

/** A goal of the type that lacks nothing, as it is written into the sheet. */
export function row(
  unit: string,
  type: '重点目标' | '专项目标' | '常规目标',
  more: RowValues = {},
): RowValues {
  const whole: { readonly [type: string]: RowValues } = {
    重点目标: { criterion: '按期通过验收', dueOn: '2026-11-30', priority: 'YD1', seen: '通过验收' },
    专项目标: { aim: '改进工作方式方法', seen: '通过验收' },
    常规目标: { workItem: '教学运行' },
  }
  return { unit, type, title: '目标', content: '做成一件事', ...whole[type], ...more }
}

export async function show(
  world: PlanWorld,
  person: string,
  name: string,
  params: JsonObject,
): Promise<Message> {
  const view = planning.views.find((one) => one.name === name)
  if (!view) throw new Error(`no view ${name}`)
  const message = await view.render(world.db, params, viewerOf(person, NOW))
  if (message.kind === 'card') {
    const faults = validateCard(renderCard(message.card))
    if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(faults)}`)
  }
  return message
}

export async function cardOf(
  world: PlanWorld,
  person: string,
  name: string,
  params: JsonObject,
): Promise<Card> {
  const message = await show(world, person, name, params)
  if (message.kind !== 'card') throw new Error(`no card but ${message.kind}`)
  return message.card
}

/** The person's own 目标填报表. */
export async function template(world: PlanWorld, person: string): Promise<Workbook> {
  const message = await show(world, person, 'goal-template', {})
  if (message.kind !== 'file') throw new Error(`no file but ${JSON.stringify(message)}`)
  return open(message.bytes)
}

export async function open(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as Buffer & ArrayBuffer)
  return workbook
}

export const bytesOf = async (workbook: Workbook): Promise<Uint8Array> =>
  new Uint8Array(await workbook.xlsx.writeBuffer())

/** Writes the rows below those that are filled in already. */
export function fillIn(workbook: Workbook, rows: readonly RowValues[]): Workbook {
  const sheet = workbook.getWorksheet('目标')
  if (!sheet) throw new Error('no sheet 目标')
  let next = 2
  while (sheet.getRow(next).getCell(COLUMNS.indexOf('unit') + 1).value) next += 1
  for (const [position, values] of rows.entries()) edit(workbook, next + position, values)
  return workbook
}

export function edit(workbook: Workbook, at: number, values: RowValues): Workbook {
  const cells = workbook.getWorksheet('目标')?.getRow(at)
  for (const column of COLUMNS)
    if (column in values) {
      const cell = cells?.getCell(COLUMNS.indexOf(column) + 1)
      if (cell) cell.value = values[column] ?? null
    }
  return workbook
}

export interface SentBook {
  readonly outcome: Outcome
  readonly file: string
  /** What its sender sees of it now. */
  card(): Promise<Card>
  confirm(): Promise<Outcome>
}

/** The person sends the workbook: it is read as when its bytes have come from the platform. */
export async function send(world: PlanWorld, by: string, workbook: Workbook | Uint8Array): Promise<SentBook> {
  const bytes = workbook instanceof Uint8Array ? workbook : await bytesOf(workbook)
  const file = await blobs.put(bytes)
  const from = { messageId: 'om_1', key: 'file_1' }
  const outcome = await world.do(by, 'goals.read', {
    name: '目标填报表.xlsx',
    from,
    sha256: file,
    size: bytes.length,
  })
  const card = () => cardOf(world, by, 'goal-workbook', { by, file })
  return {
    outcome,
    file,
    card,
    confirm: async () => world.do(by, 'goals.apply', { file, seen: seenOn(await card()) }),
  }
}

/** The digest that the card's button carries; '' where it has none. */
export function seenOn(card: Card): string {
  const found = /"seen":"([0-9a-f]+)"/.exec(JSON.stringify(card))
  return found?.[1] ?? ''
}
