/** Whose account is meant where words name no unit. */
import type { Message } from '../../../../cards/kit.ts'
import { progressChoiceCard } from '../../../../cards/progress-choice.ts'
import type { JsonObject } from '../../../kernel/decision.ts'
import type { Viewer } from '../../../kernel/view.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { saidInstead, shown } from '../../views/said.ts'
import type { AccountPlace } from '../load.ts'
import { ownUnits } from '../reach.ts'

export const TITLE = '年度自评'

interface Asked {
  readonly year?: number
  readonly unit?: string
}

/** The place that is asked for, else that of the viewer's only unit; undefined where it must be chosen, or there is none. */
export async function askedPlace(
  db: Database,
  asked: Asked,
  viewer: Viewer,
): Promise<AccountPlace | undefined> {
  if (asked.year !== undefined && asked.unit !== undefined) return { year: asked.year, unit: asked.unit }
  const [open, units] = await Promise.all([findCurrentYear(db), ownUnits(db, viewer)])
  const [only] = units
  return open && only && units.length === 1 ? { year: asked.year ?? open.year, unit: only.id } : undefined
}

/** A card to choose the unit by, or the sentence that says why there is nothing to choose. */
export async function chooseUnit(
  db: Database,
  view: string,
  params: JsonObject,
  viewer: Viewer,
): Promise<Message> {
  const [open, units] = await Promise.all([findCurrentYear(db), ownUnits(db, viewer)])
  if (!open) return saidInstead(TITLE, '年度还没有开启，请等候领导小组办公室通知。')
  if (units.length === 0) {
    return saidInstead(
      TITLE,
      '自评由各单位的联络员填写、负责人提交；考核成员在评分表上查看。发送「自评进度」可看提交情况。',
    )
  }
  const options = units.map(({ id, name }) => ({
    text: name,
    action: { show: view, with: { ...params, year: open.year, unit: id } } as const,
  }))
  return shown(progressChoiceCard({ title: TITLE, text: '请选择单位：', options }))
}
