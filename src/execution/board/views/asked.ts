/** Which scope is meant: the one that is named, the only one, or one to be chosen. */
import type { Message } from '../../../../cards/kit.ts'
import { progressChoiceCard } from '../../../../cards/progress-choice.ts'
import type { Year } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/view.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { asCard, told } from '../../views/told.ts'
import { findScope, isOfUnit, listScopes, type Scope } from '../scopes.ts'

export const NO_YEAR = '本年度尚未开启，请等候领导小组办公室通知。'
export const NOBODY = '没有由您负责或查看的单位。如应有，请联系领导小组办公室核对您的单位和角色。'
export const NOT_YOURS =
  '您现在不能查看这个范围。如职责有变，请联系领导小组办公室；发送「看板」可查看您负责的范围。'

export interface Asked {
  readonly year: OpenYear
  readonly scope: Scope
}

/** What is to be shown; or the card that is shown in its place. `view` opens the chosen scope. */
export async function askedScope(
  db: Database,
  viewer: Viewer,
  wanted: string | undefined,
  view: { readonly name: string; readonly title: string },
  ofYear?: Year,
): Promise<Asked | Message> {
  const year = await (ofYear === undefined ? findCurrentYear(db) : findYear(db, ofYear))
  if (!year) return told(view.title, NO_YEAR)
  if (wanted !== undefined) {
    const scope = await findScope(db, viewer, wanted, ofYear)
    return scope ? { year, scope } : told(view.title, NOT_YOURS)
  }
  const [scope, ...others] = await listScopes(db, viewer, ofYear)
  if (!scope) return told(view.title, NOBODY)
  return others.length === 0 ? { year, scope } : choice([scope, ...others], view, ofYear)
}

function choice(
  scopes: readonly Scope[],
  view: { readonly name: string; readonly title: string },
  year: Year | undefined,
): Message {
  const options = scopes.map((scope) => ({
    text: isOfUnit(scope) ? scope.name : `${scope.name}（${scope.units.length} 个单位）`,
    action: { show: view.name, with: { scope: scope.key, ...(year !== undefined && { year }) } },
  }))
  return asCard(progressChoiceCard({ title: view.title, text: '您有几个职责，请选择查看的范围：', options }))
}
