/** A page of outcomes: for each deduction the points that are left, and why. */
import * as z from 'zod'
import { sayPlace } from '../../../../cards/appeal-words.ts'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import { sayPoints } from '../../../../cards/score-words.ts'
import { type FormDefinition, formOf } from '../../../kernel/view.ts'
import { loadCase } from '../case.ts'
import { type Item, isOpen, type Verdicts } from '../rules/appeal.ts'
import { barToWeighing, REASON_LENGTH } from '../rules/weigh.ts'
import { textOf } from './words.ts'

/** Fields are named by letters, digits and `_`: `points_3_2`. */
const key = (place: string): string => place.replace('.', '_')

export const verdictsSpec = (items: readonly Item[], verdicts: Verdicts): FormSpec => ({
  title: '处理意见',
  fields: items.flatMap((item) => fieldsOf(item, verdicts)),
  submit: '保存本页',
})

function fieldsOf({ place, points }: Item, verdicts: Verdicts): Field[] {
  const known = verdicts[place]
  const left = known?.kind === 'changed' ? sayPoints(known.points) : undefined
  return [
    {
      kind: 'number',
      name: `points_${key(place)}`,
      label: `${sayPlace(place)} 改扣`,
      hint: `原扣${sayPoints(points)}分，留空即维持`,
      decimals: 2,
      min: 0,
      max: points / 100,
      ...(left !== undefined && { initial: left }),
    },
    {
      kind: 'text',
      name: `reason_${key(place)}`,
      label: `${sayPlace(place)} 理由`,
      hint: '维持或更改的理由，会告知该单位',
      maxLength: REASON_LENGTH,
      rows: 2,
      ...(known && { initial: known.reason }),
    },
  ]
}

export const verdictsForm: FormDefinition = formOf({
  name: 'appeal-verdicts',
  params: z.object({
    year: z.int(),
    unit: z.string(),
    number: z.int(),
    page: z.int(),
    places: z.array(z.string()).max(20),
  }),
  command: 'appeal.weigh',
  async spec(db, { year, unit, number, places }, viewer) {
    const known = await loadCase(db, { year, unit, number }, viewer)
    if ('refusal' in known) return known
    const { appeal } = known.facts
    const bar = barToWeighing(known.facts)
    if (bar || !isOpen(appeal))
      return {
        refusal: bar ?? { code: 'unknown-appeal' },
        show: { name: 'appeal', params: { year, unit, number } },
      }
    return verdictsSpec(
      appeal.items.filter((one) => places.includes(one.place)),
      appeal.verdicts,
    )
  },
  payload: (values, { places, ...appeal }) => ({
    ...appeal,
    verdicts: places.map((place) => {
      const points = values[`points_${key(place)}`]
      return {
        place,
        points: typeof points === 'number' ? points : null,
        reason: textOf(values[`reason_${key(place)}`]),
      }
    }),
  }),
})
