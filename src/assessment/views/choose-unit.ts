import type { Action, Card } from '../../../cards/kit.ts'
import { progressChoiceCard } from '../../../cards/progress-choice.ts'
import type { UnitId } from '../../kernel/ids.ts'
import { pageOf } from '../../kernel/paging.ts'
import type { OpenYear } from '../../policy/queries.ts'

const UNITS_A_PAGE = 20

export interface UnitChoice {
  readonly view: string
  readonly title: string
  /** What the choice is for, as `要看的单位`. */
  readonly wanted: string
  /** What was said of the unit; it comes along when the page turns. */
  readonly words: string
  readonly page: number
  readonly open: (unit: UnitId) => Action
}

/** The units whose scores are decided, where the words mean more than one. */
export function unitChoiceCard(
  { year }: OpenYear,
  places: readonly { readonly id: UnitId; readonly name: string }[],
  { view, title, wanted, words, page, open }: UnitChoice,
): Card {
  const list = pageOf(places, UNITS_A_PAGE, page, { name: view, params: { year, words } })
  return progressChoiceCard({
    title,
    text: `共${places.length}个单位已形成得分，请选择${wanted}：`,
    options: list.items.map(({ id, name }) => ({ text: name, action: open(id) })),
    turns: list.turns,
  })
}
