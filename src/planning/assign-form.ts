/** The form with which a special goal is assigned to one unit or to many at once (Article 14). */
import * as z from 'zod'
import type { Choice } from '../../cards/kit.ts'
import { formOf } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import type { Actor } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import type { UnitKind } from '../store/schema/organization.ts'
import { entryOf } from './entry-values.ts'
import { unfinished } from './field-mistakes.ts'
import { goalFields } from './goal-fields.ts'
import { listVisibleSeats, type Seat } from './places.ts'
import { assignerOf } from './rules/assigners.ts'

/** A select of more would make the card too large; a whole kind is one choice. */
const MOST_UNITS = 90

const KINDS: { readonly [kind in UnitKind]: string } = {
  teaching: '全部教学单位',
  hospital: '全部直属附属医院',
  party: '全部党群部门',
  administrative: '全部行政部门',
  support: '全部其他非教学单位',
}
const KIND_MARK = 'kind:'

/** The units to which the actor may assign goals, by number. */
export async function listAssignableSeats(db: Database, actor: Actor): Promise<Seat[]> {
  return (await listVisibleSeats(db, actor)).filter((seat) => assignerOf(actor, seat) !== undefined)
}

/** Those of the units that were chosen, by themselves or with all of their kind. */
export function chosenSeats(seats: readonly Seat[], chosen: readonly string[]): Seat[] {
  return seats.filter((seat) => chosen.includes(seat.unit) || chosen.includes(KIND_MARK + seat.kind))
}

function unitChoices(seats: readonly Seat[]): Choice[] {
  const kinds = [...new Set(seats.map((seat) => seat.kind))]
  const several = kinds.filter((kind) => seats.filter((seat) => seat.kind === kind).length > 1)
  return [
    ...several.map((kind) => ({ value: KIND_MARK + kind, text: KINDS[kind] })),
    ...seats.slice(0, MOST_UNITS).map((seat) => ({ value: seat.unit, text: seat.name })),
  ]
}

export const assignForm = formOf({
  name: 'goal_assign',
  params: z.object({ year: z.int() }),
  command: 'goal.assign',
  async spec(db, { year }, viewer) {
    const seats = await listAssignableSeats(db, await getActor(db, viewer))
    if (seats.length === 0) return { refusal: { code: 'other-assigner' } }
    const { today } = viewer
    const asked = { type: 'special', year, today, priorities: [], workItems: [], content: undefined } as const
    return {
      title: '下达专项目标',
      intro: `${year}年度。下达后单位不能修改或删除，随其目标一并报送审核，请一次填写完整。`,
      fields: [
        { kind: 'choices', name: 'units', label: '单位', required: true, choices: unitChoices(seats) },
        ...goalFields({ ...asked, exceeded: null }),
      ],
      submit: '下达目标',
    }
  },
  check: (values) => unfinished(entryOf(values, 'special')),
  payload: ({ units, ...values }, { year }) => ({
    year,
    units: Array.isArray(units) ? units : [],
    entry: { ...entryOf(values, 'special') },
  }),
})
