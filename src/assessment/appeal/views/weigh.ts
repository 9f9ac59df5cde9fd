/** `appeal-weigh`: a page of outcomes, for whoever hears the appeal. */
import * as z from 'zod'
import { appealWeighCard } from '../../../../cards/appeal-weigh.ts'
import type { Message } from '../../../../cards/kit.ts'
import { viewOf } from '../../../kernel/view.ts'
import { bytesOf, packedPage } from '../../packed.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { loadCase } from '../case.ts'
import { verdictsSpec } from '../forms/verdicts.ts'
import { type Item, isOpen, unweighed, type Verdicts } from '../rules/appeal.ts'
import { barToWeighing } from '../rules/weigh.ts'
import { itemFacts } from '../say.ts'
import { appealId } from '../subject.ts'
import { sayAppealRefusal } from '../wording.ts'

/** JSON around a deduction and its two questions. */
const FRAME = 1900

const packing = (verdicts: Verdicts) => ({
  bytes: ({ place, reason, criterion, why }: Item): number =>
    FRAME + bytesOf(reason, criterion, why, verdicts[place]?.reason ?? ''),
  most: 5,
  budget: 15_000,
})

export const appealWeighView = viewOf({
  name: 'appeal-weigh',
  params: z.object({ year: z.int(), unit: z.string(), number: z.int(), page: z.int().min(0) }),
  about: ({ year, unit, number }) => appealId(year, unit, number),
  async render(db, { page: asked, ...place }, viewer): Promise<Message> {
    const known = await loadCase(db, place, viewer)
    if ('refusal' in known) return saidInstead('处理意见', sayAppealRefusal(known.refusal))
    const { appeal, assessment, unitName, number, year } = known.facts
    const bar = barToWeighing(known.facts)
    const back = { text: '返回申诉', action: { show: 'appeal', with: place } } as const
    if (bar || !isOpen(appeal))
      return saidInstead('处理意见', sayAppealRefusal(bar ?? { code: 'unknown-appeal' }), back)
    const { items, verdicts } = appeal
    const page = packedPage(items, packing(verdicts), asked, { name: 'appeal-weigh', params: place })
    const goals = assessment.status === 'decided' ? assessment.goals : []
    return shown(
      appealWeighCard({
        ...{ unit: unitName, number, year },
        items: page.items.map((item) =>
          itemFacts(item, known, {
            title: goals.find((goal) => goal.id === item.goal)?.title ?? '',
            verdict: undefined,
            drop: false,
          }),
        ),
        form: {
          name: 'appeal-verdicts',
          params: { ...place, page: page.page, places: page.items.map((one) => one.place) },
          spec: verdictsSpec(page.items, verdicts),
        },
        missing: unweighed(items, verdicts).length,
        turns: page.turns,
        back,
      }),
    )
  },
})
