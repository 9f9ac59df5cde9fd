/** The list of units, by kind or state. */
import * as z from 'zod'
import type { Button, Message } from '../../../../cards/kit.ts'
import { unitListCard } from '../../../../cards/unit-list.ts'
import { UNIT_WORDS } from '../../../../cards/unit-words.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { viewOf } from '../../../kernel/view.ts'
import type { UnitKind } from '../../../store/schema/organization.ts'
import { findActor } from '../../queries.ts'
import { keepsUnits } from '../access.ts'
import { type ListedUnit, listUnitsWithState } from '../queries/units.ts'

const PAGE_SIZE = 10

const shown = z.enum(['teaching', 'hospital', 'party', 'administrative', 'support', 'exempt', 'ended'])
type Shown = z.infer<typeof shown>

const FILTER_WORDS: { readonly [filter in Shown]: string } = {
  ...UNIT_WORDS,
  exempt: '已豁免',
  ended: '已结束',
}

const isShown = (unit: ListedUnit, wanted: Shown | undefined): boolean => {
  if (wanted === 'exempt' || wanted === 'ended') return unit.state === wanted
  return unit.state === 'listed' && (wanted === undefined || unit.kind === wanted)
}

export const unitsView = viewOf({
  name: 'units',
  params: z.object({ page: z.int().exactOptional(), shown: shown.exactOptional() }),
  async render(db, { page = 0, shown: wanted }, viewer): Promise<Message> {
    const [actor, all] = await Promise.all([findActor(db, viewer), listUnitsWithState(db)])
    const kinds = Object.keys(UNIT_WORDS) as UnitKind[]
    const list = all
      .filter((unit) => isShown(unit, wanted))
      .toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
    const params = wanted === undefined ? {} : { shown: wanted }
    const turned = pageOf(list, PAGE_SIZE, page, { name: 'units', params })
    const count = (state: ListedUnit['state']): number => all.filter((unit) => unit.state === state).length
    return {
      kind: 'card',
      card: unitListCard({
        units: turned.items.map(({ id, name, kind, state, reforms }) => ({
          ...{ id, name, state, reforms },
          kind: UNIT_WORDS[kind],
        })),
        counts: { listed: count('listed'), exempt: count('exempt'), ended: count('ended') },
        shown: wanted === undefined ? '全部参加单位' : FILTER_WORDS[wanted],
        filters: filtersOf(all, wanted),
        turns: turned.turns,
        office: keepsUnits(actor),
      }),
    }
  },
})

/** Only what there is any of, and not what is shown already. */
function filtersOf(all: readonly ListedUnit[], wanted: Shown | undefined): Button[] {
  const filters = shown.options
    .filter((filter) => filter !== wanted && all.some((unit) => isShown(unit, filter)))
    .map(
      (filter): Button => ({
        text: FILTER_WORDS[filter],
        action: { show: 'units', with: { shown: filter } },
      }),
    )
  return wanted === undefined ? filters : [{ text: '全部', action: { show: 'units', with: {} } }, ...filters]
}
