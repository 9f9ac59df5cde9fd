import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import type { World } from './people.ts'

/** A good special goal of a teaching unit, by the labels of its form. */
export const SPECIAL_GOAL = {
  目标名称: '建成教师发展中心',
  目标内容: '完成场地改造，配齐师资培训课程',
  专项类别: '提升工作层次水平',
  定性要求: '中心挂牌并开出第一期培训',
  评价标准: '按期建成为完成',
  完成时限: '2026-11-30',
} as const

/** The contact of 药学院 drafts one special goal; its head has the card with 报送 before them. */
export async function draftOneGoal(w: World): Promise<void> {
  const contact = w.person('药学院 联络员')
  await contact.says('填报目标')
  await contact.taps('填报专项目标')
  await contact.taps('保存目标', SPECIAL_GOAL)
  await w.person('药学院 负责人').says('报送')
}

/** The head of 药学院 sends the drafted goal: the leader in charge has a card to decide. */
export async function sendOneGoal(w: World): Promise<void> {
  await draftOneGoal(w)
  await w.person('药学院 负责人').taps('报送')
}

/** A goal of a unit's plan of 2026 as a row, for chapters that follow on planning; its id is `2026-<unit>-<number>`. */
export function seedGoal(
  db: SqliteDatabase,
  unit: string,
  number: number,
  more: { readonly title?: string; readonly status?: 'in-force' | 'sent'; readonly year?: number } = {},
): string {
  const { title = '建设精品教材', status = 'in-force', year = 2026 } = more
  const id = `${year}-${unit}-${number}`
  db.exec(
    `INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight)
     VALUES ('${id}', 'plan:${year}:${unit}', ${year}, '${unit}', 'special', ${number}, '${status}', 'unit',
       '${title}', '完成初稿', '出版一部', '按期完成', '2026-11-30', 100)`,
  )
  return id
}
