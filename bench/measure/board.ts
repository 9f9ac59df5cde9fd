/** 看板, 经费 and the export over a school: from the tables to the card as Feishu takes it, or to the bytes of the workbook. */
import type { Message } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { board } from '../../src/execution/board/chapter.ts'
import { cost } from '../../src/execution/cost/chapter.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { percentile } from '../statistics.ts'
import { count, decimal, printTable } from '../table.ts'
import { fillRealising, OPENED_AT, TODAY } from '../world/realising.ts'
import { openEmpty, openYear } from '../world/university.ts'

const SCHOOLS = [100, 1000]
const VIEWS = [...board.views, ...cost.views]

export interface BoardOptions {
  readonly folder: string
  readonly times: number
}

export async function measureBoard({ folder, times }: BoardOptions): Promise<void> {
  for (const units of SCHOOLS) {
    const db = openEmpty(`${folder}/board-${units}.sqlite`)
    await openYear(db, 'execution', OPENED_AT)
    fillRealising(db, units)
    const often = Math.max(3, Math.round((times * 100) / units))
    const rows = [
      await row('看板, 全校', often, () => look(db, 'board', { scope: 'school' })),
      await row('看板, second page', often, () => look(db, 'board', { scope: 'school', page: 1 })),
      await row('看板, one unit', often, () => look(db, 'board', { scope: 'unit:S2' })),
      await row('逾期目标', often, () => look(db, 'board-list', { scope: 'school', list: 'overdue' })),
      await row('one goal', often, () => look(db, 'board-goal', { goal: '2026-S2-3' })),
      await row('经费, 全校', often, () => look(db, 'costs', { scope: 'school' })),
      await row('导出看板', 1, () => look(db, 'board-export', { scope: 'school' })),
    ]
    db.close()
    printTable(
      `Board: ${count(units)} units, 30 goals each, ${count(units * 231)} reports, ms`,
      ['', 'first', 'median', 'p99'],
      rows,
    )
  }
}

async function row(name: string, times: number, act: () => Promise<void>): Promise<string[]> {
  const samples: number[] = []
  for (let n = 0; n <= times; n++) {
    const began = performance.now()
    await act()
    samples.push(performance.now() - began)
  }
  const [first = 0, ...others] = samples
  return [name, ...[first, percentile(others, 0.5), percentile(others, 0.99)].map((ms) => decimal(ms, 1))]
}

async function look(db: SqliteDatabase, name: string, params: JsonObject): Promise<void> {
  const viewer = { by: 'OFFICE', inNameOf: 'OFFICE', at: '2026-10-20T02:00:00.000Z', today: TODAY } as const
  const message = await VIEWS.find((view) => view.name === name)?.render(db, params, viewer)
  if (!message || !isWhole(message)) throw new Error(`no ${name}`)
}

function isWhole(message: Message): boolean {
  if (message.kind === 'card') return JSON.stringify(renderCard(message.card)).length > 0
  return message.kind === 'file' && message.bytes.byteLength > 0
}
