/** `appeal-pick`: a page of deductions to choose from. */
import * as z from 'zod'
import { appealPickCard } from '../../../../cards/appeal-pick.ts'
import type { Message } from '../../../../cards/kit.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { viewOf } from '../../../kernel/view.ts'
import { assessmentId } from '../../subjects.ts'
import { sayDay } from '../../views/feedback-answer.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { loadCase } from '../case.ts'
import { filesToOffer, PICKS_A_PAGE, pickable, pickSpec } from '../forms/pick.ts'
import { versionNumber } from '../rules/deductions.ts'
import { appealable } from '../rules/hearing.ts'
import { sayAppealRefusal } from '../wording.ts'

export const appealPickView = viewOf({
  name: 'appeal-pick',
  params: z.object({ year: z.int(), unit: z.string(), version: z.int(), page: z.int().min(0) }),
  about: ({ year, unit }) => assessmentId(year, unit),
  async render(db, { year, unit, page: asked }, viewer): Promise<Message> {
    const known = await loadCase(db, { year, unit }, viewer)
    if ('refusal' in known) return saidInstead('提出申诉', sayAppealRefusal(known.refusal))
    const { who, unitName, appeal, number, lastDay } = known.facts
    if (!who.inUnit)
      return saidInstead('提出申诉', sayAppealRefusal({ code: 'appellants-only', unit: unitName }))
    const found = appealable(known.facts)
    const back = { text: '返回反馈', action: { show: 'feedback', with: { year, unit } } } as const
    if ('refusal' in found) return saidInstead('提出申诉', sayAppealRefusal(found.refusal), back)
    const all = pickable(found.scores)
    if (all.length === 0) return saidInstead('提出申诉', '没有可以申诉的扣分。', back)
    const version = versionNumber(found.scores)
    const params = { year, unit, version }
    const { items, page, turns } = pageOf(all, PICKS_A_PAGE, asked, { name: 'appeal-pick', params })
    const drafted = appeal.status === 'draft' ? appeal.items.length : 0
    return shown(
      appealPickCard({
        unit: unitName,
        year,
        form: {
          name: 'appeal-pick',
          params: { ...params, page },
          spec: pickSpec(items, await filesToOffer(db, viewer.by)),
        },
        turns,
        back:
          drafted > 0
            ? { text: '查看申诉草稿', action: { show: 'appeal', with: { year, unit, number } } }
            : back,
        drafted,
        lastDay: sayDay(lastDay),
      }),
    )
  },
})
